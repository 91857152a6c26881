"""What every answer carries: nothing of anybody is cached, nothing foreign runs, nobody frames us."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from dash import Dash

LONG_LIVED = ("/static/", "/_dash-component-suites/", "/assets/")
YEAR = 31_536_000
# Names of callbacks, the same for everybody who is signed in: the browser asks whether they have changed.
ASKED_AGAIN = "/_dash-dependencies"
# For what no browser draws; the long policy would be a third of a short answer.
FOR_DATA = "default-src 'none'; frame-ancestors 'none'"


def connect(app: Dash, *, secure: bool) -> None:
    policy: list[str] = []

    def protect(answer: flask.Response) -> flask.Response:
        # The hashes of Dash's own inline scripts are known once all callbacks are.
        if not policy:
            policy.append(content_policy(app.csp_hashes()))
        is_data = answer.mimetype == "application/json"
        answer.headers["Content-Security-Policy"] = FOR_DATA if is_data else policy[0]
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        answer.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if secure:
            answer.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        if flask.request.path == ASKED_AGAIN and answer.status_code == 200:  # noqa: PLR2004 - found
            return answered_again(answer)
        if not flask.request.path.startswith(LONG_LIVED):
            answer.headers["Cache-Control"] = "no-store"
        return answer

    app.server.after_request(protect)


def answered_again(answer: flask.Response) -> flask.Response:
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.add_etag()
    answer.make_conditional(flask.request)
    return answer


def content_policy(hashes: Sequence[str]) -> str:
    scripts = " ".join(["'self'", *hashes])
    # Dash, its components and plotly.js each add style elements of their own.
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
