"""Mark a client as one of the reader's favourites."""

from __future__ import annotations

from dashboard.workspace import Workspace


def star_client(workspace: Workspace, client_id: str, *, on: bool) -> None:
    """A favourite is the person's own mark: it changes nothing for the firm and is not audited."""
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        firm.clients.star(client.id, on=on)
