"""Callbacks of the screen import_clients."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from dash import Input, Output, State, no_update

from dashboard import guard, ids
from dashboard.commands.import_clients import add_ready, check_file, check_list, go_on, sealed, unsealed
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key, parse_key
from dashboard.domain.number_list import CheckedList, Verdict, lines_of_text
from dashboard.errors import BadRequest, DashboardError
from dashboard.pages import import_clients as page
from dashboard.viewmodels.add_client import said
from dashboard.viewmodels.import_clients import import_result
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Import = ids.ImportClients
LINES = State(Import.LINES, "value")


@callbacks.on(
    {
        "result": Output(Import.RESULT, "children"),
        "error": Output(Import.ERROR, "children"),
        "typed": Output(Import.TEXT, "value"),
        "file": Output(Import.FILE, "contents"),
        "added": Output(Import.ADDED, "children", allow_duplicate=True),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.CHECK, "n_clicks"),
    file=Input(Import.FILE, "contents"),
    typed=State(Import.TEXT, "value"),
)
def draw_result(workspace: Workspace, *, clicks: int | None, file: object, typed: object) -> dict[str, Any]:
    kept = {"result": no_update, "error": [], "typed": no_update, "file": None, "added": []}
    if not (clicks or file):
        return kept | {"file": no_update, "added": no_update}
    try:
        checked = check_file(workspace, content_of(file)) if file else check_text(workspace, typed)
    except DashboardError as error:
        return kept | {"error": page.refused(workspace, said(workspace.language, error))}
    return kept | {"result": drawn(workspace, checked), "typed": ""}


@callbacks.on(
    {
        "result": Output(Import.RESULT, "children", allow_duplicate=True),
        "added": Output(Import.ADDED, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Import.ADD, "n_clicks"),
    key=State(Import.ADD, "value"),
    token=LINES,
)
def show_added(workspace: Workspace, *, clicks: int | None, key: object, token: object) -> dict[str, Any]:
    if not clicks:
        return {"result": no_update, "added": no_update}
    lines = unsealed(workspace, token)
    ready = sum(line.verdict is Verdict.READY for line in lines)
    checked = add_ready(workspace, lines, key=parse_key(key))
    return {"result": drawn(workspace, checked), "added": page.added_banner(workspace, ready)}


@callbacks.on(
    Output(Import.RESULT, "children", allow_duplicate=True),
    allow=Permission.EDIT_CLIENTS,
    times=Input(Import.AGAIN, "n_intervals"),
    token=LINES,
)
def draw_rest(workspace: Workspace, *, times: int | None, token: object) -> Any:  # noqa: ANN401 - components
    if not times:
        return no_update
    return drawn(workspace, go_on(workspace, unsealed(workspace, token)))


def drawn(workspace: Workspace, checked: CheckedList) -> list[Any]:
    view = import_result(workspace, checked)
    return page.result(workspace, view, token=sealed(workspace, checked.lines), key=new_key())


def check_text(workspace: Workspace, typed: object) -> CheckedList:
    if typed is not None and not isinstance(typed, str):
        raise BadRequest
    return check_list(workspace, lines_of_text(typed or ""))


def content_of(file: object) -> bytes:
    """The browser sends `data:<type>;base64,<content>`."""
    if not isinstance(file, str):
        raise BadRequest
    try:
        return base64.b64decode(file.partition(",")[2], validate=True)
    except binascii.Error:
        raise BadRequest from None
