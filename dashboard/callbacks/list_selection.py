"""Callbacks of the selection: its bar, its tags, and the question before a removal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.callbacks.client_list import written
from dashboard.commands.own_tags import add_own_tags, drop_own_tags
from dashboard.commands.tag_clients import tag_clients, untag_clients
from dashboard.components import done, refused
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key
from dashboard.domain.list_question import one_of
from dashboard.domain.selection import parse_ids
from dashboard.errors import DashboardError
from dashboard.i18n import N_
from dashboard.pages import list_selection as page
from dashboard.pages import remove_client_dialog as dialog
from dashboard.pages.client_list import choices
from dashboard.viewmodels.client_list import list_filters
from dashboard.viewmodels.list_selection import chosen_clients
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Orders = Mapping[str, Callable[..., None]]
Selection, Remove = ids.ListSelection, ids.RemoveClient
ANSWER = {
    "answer": Output(Selection.ANSWER, "children", allow_duplicate=True),
    "changed": Output(Selection.CHOSEN, "data-changed", allow_duplicate=True),
    "filters": Output(ids.ClientList.FILTERS, "children", allow_duplicate=True),
}
CHOSEN = State(Selection.CHOSEN, "data-chosen")
TAGS = State(Selection.TAGS, "value")
SEEN_BY = State(Selection.SEEN_BY, "value")
ADDING = {page.FIRM: tag_clients, page.MINE: add_own_tags}
TAKING_OFF = {page.FIRM: untag_clients, page.MINE: drop_own_tags}


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
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Selection.TAG, "n_clicks"),
    entered=Input(Selection.TAGS, "n_submit"),
    chosen=CHOSEN,
    tags=TAGS,
    seen_by=SEEN_BY,
)
def show_tagged(workspace: Workspace, *, clicks: object, entered: object, **given: object) -> dict[str, Any]:
    return answered(workspace, clicks or entered, ADDING, given, N_("The tags are added."))


@callbacks.on(
    ANSWER,
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Selection.UNTAG, "n_clicks"),
    chosen=CHOSEN,
    tags=TAGS,
    seen_by=SEEN_BY,
)
def show_untagged(workspace: Workspace, *, clicks: object, **given: object) -> dict[str, Any]:
    return answered(workspace, clicks, TAKING_OFF, given, N_("The tags are taken off."))


def answered(
    workspace: Workspace, asked: object, orders: Orders, given: Mapping[str, object], sentence: str
) -> dict[str, Any]:
    """What was done, so that the list is asked again; or why it was not, and nothing changed."""
    if not asked:
        raise PreventUpdate
    text = workspace.language.text
    try:
        order = one_of(orders, written(given["seen_by"]))
        order(workspace, parse_ids(given["chosen"]), tags=written(given["tags"]))
    except DashboardError as error:
        why = refused(text(error.sentence, **error.values))
        return {"answer": why, "changed": no_update, "filters": no_update}
    filters = choices(workspace.language, list_filters(workspace))
    return {"answer": done(text(sentence)), "changed": new_key(), "filters": filters}


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
