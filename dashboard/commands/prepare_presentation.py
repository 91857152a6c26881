"""Prepare a presentation of one client, as the start sheet was filled in."""

from __future__ import annotations

from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from dashboard.domain.presentation import Choices
from dashboard.errors import NoMandate
from dashboard.workspace import Workspace


def prepare_presentation(workspace: Workspace, client_id: str, choices: Choices) -> str:
    """The opaque id under which its slides are found."""
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        if not client.opens(Service.SECRETARIAT):
            raise NoMandate
        kept = firm.presentations.keep(client_id, choices)
        firm.trail.record(Event.PRESENTATION_PREPARED, entry_id=client.entry.id)
    return kept
