"""Take several clients of the list along in a file, as the list shows them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.data.client_list import ListLine
from dashboard.data.trail import Event
from dashboard.workspace import Workspace


def export_clients(workspace: Workspace, client_ids: Sequence[str]) -> tuple[ListLine, ...]:
    """What leaves is in the trail: how many clients, and who took them."""
    with workspace.changing() as firm:
        chosen = firm.selections.listed(client_ids)
        firm.trail.record(Event.CLIENTS_EXPORTED, detail=str(len(chosen)))
        return firm.client_list.of([one.key for one in chosen])
