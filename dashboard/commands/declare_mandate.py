"""A manager declares the firm's mandates of a client, where the installation lets managers do so."""

from __future__ import annotations

from dashboard.config import MandateRule
from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client
from dashboard.errors import NotAllowed
from dashboard.workspace import Workspace


def may_declare(workspace: Workspace) -> bool:
    return workspace.settings.mandates is MandateRule.DECLARED and workspace.may(Permission.DECLARE_MANDATES)


def declare_mandate(workspace: Workspace, client_id: str) -> Client:
    """Declare a mandate for each service that the client is affiliated with."""
    if not may_declare(workspace):
        raise NotAllowed
    with workspace.changing() as firm:
        entry = firm.clients.one(client_id).entry
        for affiliation in entry.affiliations:
            if affiliation.service not in firm.mandates.active(entry.id):
                firm.mandates.grant(entry.id, affiliation.service, source="declared")
                firm.trail.record(
                    Event.MANDATE_GRANTED, entry_id=entry.id, detail=f"declared: {affiliation.service}"
                )
        return firm.clients.one(client_id)
