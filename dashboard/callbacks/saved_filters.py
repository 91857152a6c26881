"""Callbacks of the saved filters: the dialog, and what is done in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.callbacks.client_list import written
from dashboard.commands import keep_filter
from dashboard.components import done
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key
from dashboard.domain.saved_filters import SavedFilter
from dashboard.errors import DashboardError, Incomplete
from dashboard.i18n import N_
from dashboard.pages import saved_filters as page
from dashboard.viewmodels.saved_filters import kept_filters
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Saved = ids.SavedFilters
DRAWN = {
    "links": Output(Saved.LINKS, "children", allow_duplicate=True),
    "kept": Output(Saved.KEPT, "children", allow_duplicate=True),
    "none": Output(Saved.KEPT, "hidden", allow_duplicate=True),
    "answer": Output(Saved.ANSWER, "children", allow_duplicate=True),
    "name": Output(Saved.NAME_ERROR, "children", allow_duplicate=True),
    "chosen": Output(Saved.CHOSEN_ERROR, "children", allow_duplicate=True),
    "new_name": Output(Saved.NEW_NAME_ERROR, "children", allow_duplicate=True),
}
CHOSEN = State(Saved.CHOSEN, "value")


@callbacks.on(
    {"dialog": Output(Saved.PLACE, "children"), "drawn": Output(Saved.PLACE, "data-drawn")},
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Saved.OPEN, "n_clicks"),
)
def draw_dialog(workspace: Workspace, *, clicks: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    return {"dialog": page.keeping(workspace, kept_filters(workspace)), "drawn": new_key()}


@callbacks.on(
    DRAWN,
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Saved.SAVE, "n_clicks"),
    entered=Input(Saved.NAME, "n_submit"),
    name=State(Saved.NAME, "value"),
    address=State(Saved.PLACE, "data-question"),
)
def show_saved(
    workspace: Workspace, *, clicks: object, entered: object, name: object, address: object
) -> dict[str, Any]:
    def save() -> SavedFilter:
        return keep_filter.save_filter(workspace, name=written(name), address=written(address))

    return answered(workspace, clicks or entered, save, N_("{name} is saved."), field="name")


@callbacks.on(
    DRAWN,
    allow=Permission.VIEW_CLIENTS,
    clicks=Input(Saved.RENAME, "n_clicks"),
    entered=Input(Saved.NEW_NAME, "n_submit"),
    chosen=CHOSEN,
    name=State(Saved.NEW_NAME, "value"),
)
def show_renamed(
    workspace: Workspace, *, clicks: object, entered: object, chosen: object, name: object
) -> dict[str, Any]:
    def rename() -> SavedFilter:
        return keep_filter.rename_filter(workspace, one_of(chosen), name=written(name))

    return answered(workspace, clicks or entered, rename, N_("{name} is saved."), field="new_name")


@callbacks.on(DRAWN, allow=Permission.EDIT_CLIENTS, clicks=Input(Saved.SHARE, "n_clicks"), chosen=CHOSEN)
def show_shared(workspace: Workspace, *, clicks: object, chosen: object) -> dict[str, Any]:
    def share() -> SavedFilter:
        return keep_filter.share_filter(workspace, one_of(chosen), on=True)

    return answered(workspace, clicks, share, N_("Your whole firm sees {name} now."))


@callbacks.on(DRAWN, allow=Permission.EDIT_CLIENTS, clicks=Input(Saved.TAKE_BACK, "n_clicks"), chosen=CHOSEN)
def show_taken_back(workspace: Workspace, *, clicks: object, chosen: object) -> dict[str, Any]:
    def take_back() -> SavedFilter:
        return keep_filter.share_filter(workspace, one_of(chosen), on=False)

    return answered(workspace, clicks, take_back, N_("Only the person who saved {name} sees it now."))


@callbacks.on(DRAWN, allow=Permission.VIEW_CLIENTS, clicks=Input(Saved.DELETE, "n_clicks"), chosen=CHOSEN)
def show_deleted(workspace: Workspace, *, clicks: object, chosen: object) -> dict[str, Any]:
    def delete() -> SavedFilter:
        return keep_filter.delete_filter(workspace, one_of(chosen))

    return answered(workspace, clicks, delete, N_("{name} is deleted."))


def answered(
    workspace: Workspace,
    asked: object,
    act: Callable[[], SavedFilter],
    sentence: str,
    *,
    field: str = "chosen",
) -> dict[str, Any]:
    """The filters as they are after the act; a refusal says why at its field and changes nothing."""
    if not asked:
        raise PreventUpdate
    text = workspace.language.text
    silent: dict[str, Any] = dict.fromkeys(("answer", "name", "chosen", "new_name"), "")
    try:
        kept = act()
    except DashboardError as error:
        wrong = str(error.values.get("field", field))
        return dict.fromkeys(DRAWN, no_update) | silent | {wrong: text(error.sentence, **error.values)}
    view = kept_filters(workspace)
    return silent | {
        "links": page.links(workspace.language, view.links),
        "kept": page.changing(workspace, view),
        "none": not view.changeable,
        "answer": done(text(sentence, name=kept.name)),
    }


def one_of(chosen: object) -> str:
    if not written(chosen):
        raise Incomplete("Choose a filter first.", field="chosen")
    return written(chosen)
