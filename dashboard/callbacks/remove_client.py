"""Callbacks of removing a client and of undoing it."""

from __future__ import annotations

from typing import Any

from dash import MATCH, Input, Output, State, no_update

from dashboard import guard, ids
from dashboard.commands.remove_client import remove_client, restore_client
from dashboard.domain.access import Permission
from dashboard.domain.keys import new_key
from dashboard.errors import BadRequest, DashboardError
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
        client = remove_client(workspace, parse_client(client_id))
    except DashboardError as error:
        return {"banner": no_update, "removed": no_update, "error": said(workspace.language, error)}
    banner = dialog.removed_banner(workspace, client.entry.name)
    return {"banner": banner, "removed": f"{new_key()}:{client.id}", "error": []}


@callbacks.on(
    {"banner": Output(Remove.RESTORED, "children"), "restored": Output(Remove.RESTORED, "data-restored")},
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Remove.UNDO, "n_clicks"),
    client_id=State(Remove.CLIENT, "data-client"),
)
def show_restored(workspace: Workspace, *, clicks: int | None, client_id: object) -> dict[str, Any]:
    if not clicks:
        return {"banner": no_update, "restored": no_update}
    client = restore_client(workspace, parse_client(client_id))
    banner = dialog.restored_banner(workspace, client.entry.name)
    return {"banner": banner, "restored": f"{new_key()}:{client.id}"}


@callbacks.on(
    Output(ids.restored_cell(MATCH), "children"),
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(ids.restore_button(MATCH), "n_clicks"),
    button=State(ids.restore_button(MATCH), "id"),
)
def draw_restored(workspace: Workspace, *, clicks: int | None, button: object) -> Any:  # noqa: ANN401 - a component
    if not clicks or not isinstance(button, dict):
        return no_update
    client = restore_client(workspace, parse_client(button.get("client")))
    return workspace.language.text("{name} is back in your list", name=client.entry.name)


def parse_client(text: object) -> str:
    if not isinstance(text, str) or not text:
        raise BadRequest
    return text
