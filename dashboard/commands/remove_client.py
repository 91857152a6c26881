"""Taking a client off the firm's list, and putting it back; nothing else is deleted."""

from __future__ import annotations

from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client
from dashboard.workspace import Workspace


def remove_client(workspace: Workspace, client_id: str) -> Client:
    """Remove once: a second click finds the client removed and changes nothing."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        gone = next((client for client in firm.clients.removed() if client.id == client_id), None)
        if gone is not None:
            return gone
        removed = firm.clients.remove(client_id)
        firm.trail.record(Event.CLIENT_REMOVED, entry_id=removed.entry.id)
    return removed


def restore_client(workspace: Workspace, client_id: str) -> Client:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        was_gone = any(client.id == client_id for client in firm.clients.removed())
        restored = firm.clients.restore(client_id)
        if was_gone:
            firm.trail.record(Event.CLIENT_RESTORED, entry_id=restored.entry.id)
    return restored
