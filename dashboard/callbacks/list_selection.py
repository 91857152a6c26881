"""Callbacks of the selection: its bar, its tags, and the question before a removal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.callbacks.client_list import written
from dashboard.commands.tag_clients import tag_clients, untag_clients
from dashboard.components import done, refused
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key
from dashboard.domain.selection import parse_ids
from dashboard.errors import DashboardError
from dashboard.i18n import N_
from dashboard.pages import list_selection as page
from dashboard.pages import remove_client_dialog as dialog
from dashboard.viewmodels.list_selection import chosen_clients
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Selection, Remove = ids.ListSelection, ids.RemoveClient
ANSWER = {
    "answer": Output(Selection.ANSWER, "children", allow_duplicate=True),
    "changed": Output(Selection.CHOSEN, "data-changed", allow_duplicate=True),
}
CHOSEN = State(Selection.CHOSEN, "data-chosen")
TAGS = State(Selection.TAGS, "value")


@callbacks.on(
    {"bar": Output(Selection.PLACE, "children"), "drawn": Output(Selection.PLACE, "data-selecting")},
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Selection.OPEN, "n_clicks"),
)
def draw_bar(workspace: Workspace, *, clicks: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    return {"bar": page.bar(workspace), "drawn": new_key()}


@callbacks.on(
    ANSWER,
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Selection.TAG, "n_clicks"),
    entered=Input(Selection.TAGS, "n_submit"),
    chosen=CHOSEN,
    tags=TAGS,
)
def show_tagged(
    workspace: Workspace, *, clicks: object, entered: object, chosen: object, tags: object
) -> dict[str, Any]:
    def tag() -> None:
        tag_clients(workspace, parse_ids(chosen), tags=written(tags))

    return answered(workspace, clicks or entered, tag, N_("The tags are added."))


@callbacks.on(
    ANSWER, allow=Permission.EDIT_CLIENTS, clicks=Input(Selection.UNTAG, "n_clicks"), chosen=CHOSEN, tags=TAGS
)
def show_untagged(workspace: Workspace, *, clicks: object, chosen: object, tags: object) -> dict[str, Any]:
    def untag() -> None:
        untag_clients(workspace, parse_ids(chosen), tags=written(tags))

    return answered(workspace, clicks, untag, N_("The tags are taken off."))


def answered(workspace: Workspace, asked: object, act: Callable[[], None], sentence: str) -> dict[str, Any]:
    """What was done, so that the list is asked again; or why it was not, and nothing changed."""
    if not asked:
        raise PreventUpdate
    text = workspace.language.text
    try:
        act()
    except DashboardError as error:
        return {"answer": refused(text(error.sentence, **error.values)), "changed": no_update}
    return {"answer": done(text(sentence)), "changed": new_key()}


@callbacks.on(
    {
        "title": Output(Remove.TITLE, "children"),
        "names": Output(Remove.NAMES, "children"),
        "clients": Output(Remove.CLIENT, "data-client"),
        "asked": Output(Remove.CLIENT, "data-asked"),
        "answer": Output(Selection.ANSWER, "children", allow_duplicate=True),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Selection.REMOVE, "n_clicks"),
    chosen=CHOSEN,
)
def ask_removal(workspace: Workspace, *, clicks: object, chosen: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    try:
        clients = chosen_clients(workspace, parse_ids(chosen))
    except DashboardError as error:
        why = refused(workspace.language.text(error.sentence, **error.values))
        return dict.fromkeys(("title", "names", "clients", "asked"), no_update) | {"answer": why}
    return {
        "title": dialog.question(workspace, clients),
        "names": dialog.names(workspace, clients),
        "clients": " ".join(one.id for one in clients),
        "asked": new_key(),
        "answer": [],
    }
