"""What every answer carries: nothing is cached, nothing foreign runs, nobody frames us."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from dash import Dash

LONG_LIVED = ("/static/", "/_dash-component-suites/", "/assets/")
YEAR = 31_536_000


def connect(app: Dash, *, secure: bool) -> None:
    policy: list[str] = []

    def protect(answer: flask.Response) -> flask.Response:
        # The hashes of Dash's own inline scripts are known once all callbacks are.
        if not policy:
            policy.append(content_policy(app.csp_hashes()))
        answer.headers["Content-Security-Policy"] = policy[0]
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["X-Frame-Options"] = "DENY"
        answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        answer.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if secure:
            answer.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        if not flask.request.path.startswith(LONG_LIVED):
            answer.headers["Cache-Control"] = "no-store"
        return answer

    app.server.after_request(protect)


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
