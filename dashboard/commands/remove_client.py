"""Taking clients off the firm's list, and putting them back; nothing else is deleted."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.selection import Chosen
from dashboard.workspace import Workspace


def remove_clients(workspace: Workspace, client_ids: Sequence[str]) -> tuple[Chosen, ...]:
    """Remove once: a second click finds the clients removed and changes nothing."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        gone = firm.selections.remove(client_ids)
        firm.trail.record_each(Event.CLIENT_REMOVED, [one.entry_id for one in gone])
        return firm.selections.of(client_ids)


def restore_clients(workspace: Workspace, client_ids: Sequence[str]) -> tuple[Chosen, ...]:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        back = firm.selections.restore(client_ids)
        firm.trail.record_each(Event.CLIENT_RESTORED, [one.entry_id for one in back])
        return firm.selections.of(client_ids)
