"""What a browser may post to the callback address: a body that one of our screens could have sent."""

from __future__ import annotations

import json
from typing import Any

import flask
from dash import Dash

from dashboard.errors import BadRequest

ADDRESS = "/_dash-update-component"
# An uploaded file of 1 MB arrives here as text, a third larger.
LARGEST = 2 * 1024 * 1024
# How Dash writes the parts of an id that match many components.
WILDCARDS = (["ALL"], ["MATCH"], ["ALLSMALLER"])
PARTS = ("inputs", "state")


def connect(app: Dash) -> None:
    def check() -> None:
        if flask.request.path != ADDRESS or flask.request.method != "POST":
            return
        if flask.request.query_string or (flask.request.content_length or 0) > LARGEST:
            raise BadRequest
        body = read()
        if not isinstance(body, dict) or not fits(app, body):
            raise BadRequest

    app.server.before_request(check)


def read() -> object:
    """The body, if it is JSON that every part behind us can keep: no NUL, no half characters."""
    try:
        body = flask.request.get_json(silent=True)
        json.dumps(body, ensure_ascii=False).encode()
    except (RecursionError, UnicodeEncodeError):
        return None
    return None if b"\\u0000" in flask.request.get_data() else body


def fits(app: Dash, body: dict[str, Any]) -> bool:
    output = body.get("output")
    wire = app.callback_map.get(output) if isinstance(output, str) else None
    if wire is None or "callback" not in wire:
        return False
    changed = body.get("changedPropIds", [])
    return (
        isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
        and all(same_places(wire[part], body.get(part, [])) for part in PARTS)
        and same_outputs(wire["output"], body.get("outputs"))
    )


def same_outputs(expected: Any, given: object) -> bool:  # noqa: ANN401 - one of Dash's outputs, or several
    several = isinstance(expected, list | tuple)
    outputs = list(expected) if several else [expected]
    places = [{"id": one.component_id_str(), "property": one.component_property} for one in outputs]
    return same_places(places, given if several else [given])


def same_places(expected: list[dict[str, Any]], given: object) -> bool:
    """As many values as the callback reads, each naming its property."""
    if not isinstance(given, list) or len(given) != len(expected):
        return False
    return all(fits_place(wanted, got) for wanted, got in zip(expected, given, strict=True))


def fits_place(wanted: dict[str, Any], got: object) -> bool:
    pattern = json.loads(wanted["id"]) if wanted["id"].startswith("{") else wanted["id"]
    if isinstance(got, list):  # a pattern that matches many
        return isinstance(pattern, dict) and all(fits_one(pattern, wanted["property"], one) for one in got)
    return fits_one(pattern, wanted["property"], got)


def fits_one(pattern: object, named: str, got: object) -> bool:
    # Dash marks an output that several callbacks share with "@" and a hash.
    if not isinstance(got, dict) or not isinstance(got.get("property"), str):
        return False
    same_property = got["property"].partition("@")[0] == named.partition("@")[0]
    return same_property and fits_id(pattern, got.get("id"))


def fits_id(pattern: object, given: object) -> bool:
    if not isinstance(pattern, dict):
        return given == pattern
    if not isinstance(given, dict) or given.keys() != pattern.keys():
        return False
    return all(
        isinstance(given[name], str | int | float) if part in WILDCARDS else given[name] == part
        for name, part in pattern.items()
    )
