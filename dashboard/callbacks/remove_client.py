"""Callbacks of removing clients and of undoing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import MATCH, Input, Output, State, no_update

from dashboard import guard, ids
from dashboard.commands.remove_client import remove_clients, restore_clients
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key
from dashboard.domain.selection import Chosen, parse_ids
from dashboard.errors import DashboardError
from dashboard.pages import remove_client_dialog as dialog
from dashboard.viewmodels.add_client import said
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Remove = ids.RemoveClient


@callbacks.on(
    {
        "banner": Output(Remove.BANNER, "children"),
        "removed": Output(Remove.BANNER, "data-removed"),
        "error": Output(Remove.ERROR, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Remove.CONFIRM, "n_clicks"),
    client_id=State(Remove.CLIENT, "data-client"),
)
def show_removed(workspace: Workspace, *, clicks: int | None, client_id: object) -> dict[str, Any]:
    if not clicks:
        return {"banner": no_update, "removed": no_update, "error": []}
    try:
        removed = remove_clients(workspace, parse_ids(client_id))
    except DashboardError as error:
        return {"banner": no_update, "removed": no_update, "error": said(workspace.language, error)}
    banner = dialog.removed_banner(workspace, removed)
    return {"banner": banner, "removed": news_of(removed), "error": []}


@callbacks.on(
    {"banner": Output(Remove.RESTORED, "children"), "restored": Output(Remove.RESTORED, "data-restored")},
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Remove.UNDO, "n_clicks"),
    client_ids=State(Remove.UNDO, "value"),
)
def show_restored(workspace: Workspace, *, clicks: int | None, client_ids: object) -> dict[str, Any]:
    if not clicks:
        return {"banner": no_update, "restored": no_update}
    restored = restore_clients(workspace, parse_ids(client_ids))
    banner = dialog.restored_banner(workspace, restored)
    return {"banner": banner, "restored": news_of(restored)}


@callbacks.on(
    Output(ids.restored_cell(MATCH), "children"),
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(ids.restore_button(MATCH), "n_clicks"),
    button=State(ids.restore_button(MATCH), "id"),
)
def draw_restored(workspace: Workspace, *, clicks: int | None, button: object) -> Any:  # noqa: ANN401 - a component
    if not clicks or not isinstance(button, dict):
        return no_update
    return dialog.restored_sentence(workspace, restore_clients(workspace, parse_ids(button.get("client"))))


def news_of(changed: Sequence[Chosen]) -> str:
    """What the browser learns: a key, so that the same news twice is news, and who changed."""
    return f"{new_key()}:{' '.join(one.id for one in changed)}"
