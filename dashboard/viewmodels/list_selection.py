"""The clients of a selection, by name."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.selection import Chosen
from dashboard.workspace import Workspace


def chosen_clients(workspace: Workspace, client_ids: Sequence[str]) -> tuple[Chosen, ...]:
    with workspace.reading() as firm:
        return firm.selections.listed(client_ids)
