"""Callbacks of the client list's own words: reference, tags and note of one client."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids, pages
from dashboard.commands.describe_client import describe_client
from dashboard.commands.own_tags import write_own_tags
from dashboard.components import done, refused
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest, NotFound
from dashboard.pages.describe_client import words
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {
        "words": Output(ids.DescribeClient.WORDS, "children"),
        "answer": Output(ids.DescribeClient.ANSWER, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    _clicks=Input(ids.DescribeClient.SAVE, "n_clicks"),
    path=State(ids.Frame.ADDRESS, "pathname"),
    reference=State(ids.DescribeClient.REFERENCE, "value"),
    tags=State(ids.DescribeClient.TAGS, "value"),
    note=State(ids.DescribeClient.NOTE, "value"),
    in_charge=State(ids.DescribeClient.IN_CHARGE, "value"),
)
def show_own_words(workspace: Workspace, *, path: str, **typed: object) -> dict[str, Any]:
    text = workspace.language.text
    try:
        given = {name: written(value) for name, value in typed.items() if not name.startswith("_")}
        client = describe_client(workspace, client_of(path), **given)
    except BadRequest as error:
        sentence = text(error.sentence, **error.values)
        return {"words": no_update, "answer": refused(sentence)}
    return {"words": words(workspace.language, client), "answer": done(text("Saved"))}


@callbacks.on(
    {
        "words": Output(ids.DescribeClient.WORDS, "children", allow_duplicate=True),
        "answer": Output(ids.DescribeClient.OWN_ANSWER, "children"),
    },
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(ids.DescribeClient.SAVE_OWN, "n_clicks"),
    path=State(ids.Frame.ADDRESS, "pathname"),
    tags=State(ids.DescribeClient.OWN_TAGS, "value"),
)
def show_own_tags(workspace: Workspace, *, clicks: object, path: str, tags: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    text, client_id = workspace.language.text, client_of(path)
    try:
        client = write_own_tags(workspace, client_id, tags=written(tags))
    except BadRequest as error:
        return {"words": no_update, "answer": refused(text(error.sentence, **error.values))}
    return {"words": words(workspace.language, client), "answer": done(text("Saved"))}


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
