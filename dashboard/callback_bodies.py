"""What a browser may post to the callback address: a body that one of our screens could have sent."""

from __future__ import annotations

from typing import Any

import flask
from dash import Dash

from dashboard.errors import BadRequest

ADDRESS = "/_dash-update-component"
# An uploaded file of 1 MB arrives here as text, a third larger.
LARGEST = 2 * 1024 * 1024


def connect(app: Dash) -> None:
    def check() -> None:
        if flask.request.path != ADDRESS:
            return
        if flask.request.query_string or (flask.request.content_length or 0) > LARGEST:
            raise BadRequest
        body = flask.request.get_json(silent=True)
        if not isinstance(body, dict) or not fits(app, body):
            raise BadRequest

    app.server.before_request(check)


def fits(app: Dash, body: dict[str, Any]) -> bool:
    wire = app.callback_map.get(body.get("output"))
    if wire is None or not isinstance(body.get("outputs"), dict | list):
        return False
    return all(same_places(wire[part], body.get(part, [])) for part in ("inputs", "state")) and isinstance(
        body.get("changedPropIds", []), list
    )


def same_places(expected: list[dict[str, Any]], given: object) -> bool:
    """As many values as the callback reads, each naming its property."""
    if not isinstance(given, list) or len(given) != len(expected):
        return False
    return all(fits_place(wanted, got) for wanted, got in zip(expected, given, strict=True))


def fits_place(wanted: dict[str, str], got: object) -> bool:
    if isinstance(got, list):  # a pattern that matches many
        return wanted["id"].startswith("{") and all(isinstance(one, dict) and "id" in one for one in got)
    if not isinstance(got, dict) or got.get("property") != wanted["property"]:
        return False
    return wanted["id"].startswith("{") or bool(got.get("id") == wanted["id"])
