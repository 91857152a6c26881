"""Callbacks of the list's own words about one client: its star, reference, tags and note."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids, pages
from dashboard.commands.describe_client import describe_client
from dashboard.commands.own_tags import write_own_tags
from dashboard.commands.star_client import star_client
from dashboard.components import done, refused
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest, Incomplete, NotFound
from dashboard.pages.describe_client import star_sign, words
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Describe = ids.DescribeClient


@callbacks.on(
    {
        "words": Output(Describe.WORDS, "children"),
        "reference": Output(Describe.REFERENCE_ERROR, "children"),
        "tags": Output(Describe.TAGS_ERROR, "children"),
        "note": Output(Describe.NOTE_ERROR, "children"),
        "answer": Output(Describe.ANSWER, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    _clicks=Input(Describe.SAVE, "n_clicks"),
    path=State(ids.Frame.ADDRESS, "pathname"),
    reference=State(Describe.REFERENCE, "value"),
    tags=State(Describe.TAGS, "value"),
    note=State(Describe.NOTE, "value"),
    in_charge=State(Describe.IN_CHARGE, "value"),
)
def show_own_words(workspace: Workspace, *, path: str, **typed: object) -> dict[str, Any]:
    """An error stands beside the field that it is about."""
    text = workspace.language.text
    given = {name: written(value) for name, value in typed.items() if not name.startswith("_")}
    silent = dict.fromkeys(("reference", "tags", "note", "answer"), "")
    try:
        client = describe_client(workspace, client_of(path), **given)
    except Incomplete as wrong:
        return silent | {"words": no_update, str(wrong.values["field"]): text(wrong.sentence, **wrong.values)}
    except BadRequest as wrong:
        return silent | {"words": no_update, "answer": refused(text(wrong.sentence, **wrong.values))}
    return silent | {"words": words(workspace.language, client), "answer": done(text("Saved"))}


@callbacks.on(
    {
        "words": Output(Describe.WORDS, "children", allow_duplicate=True),
        "error": Output(Describe.OWN_ERROR, "children"),
        "answer": Output(Describe.OWN_ANSWER, "children"),
    },
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Describe.SAVE_OWN, "n_clicks"),
    path=State(ids.Frame.ADDRESS, "pathname"),
    tags=State(Describe.OWN_TAGS, "value"),
)
def show_own_tags(workspace: Workspace, *, clicks: object, path: str, tags: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    text, client_id = workspace.language.text, client_of(path)
    try:
        client = write_own_tags(workspace, client_id, tags=written(tags))
    except Incomplete as wrong:
        return {"words": no_update, "error": text(wrong.sentence, **wrong.values), "answer": ""}
    return {"words": words(workspace.language, client), "error": "", "answer": done(text("Saved"))}


@callbacks.on(
    {"pressed": Output(Describe.STAR, "aria-pressed"), "sign": Output(Describe.STAR, "children")},
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Describe.STAR, "n_clicks"),
    pressed=State(Describe.STAR, "aria-pressed"),
    path=State(ids.Frame.ADDRESS, "pathname"),
)
def show_star(workspace: Workspace, *, clicks: object, pressed: object, path: str) -> dict[str, str]:
    if not clicks:
        raise PreventUpdate
    on = pressed != "true"
    star_client(workspace, client_of(path), on=on)
    return {"pressed": "true" if on else "false", "sign": star_sign(on=on)}


def client_of(path: object) -> str:
    found = pages.find(path) if isinstance(path, str) else None
    if found is None or "client" not in found[1]:
        raise NotFound
    return found[1]["client"]


def written(value: object) -> str:
    """An empty field is None to Dash."""
    if not isinstance(value, str | None):
        raise BadRequest
    return value or ""
