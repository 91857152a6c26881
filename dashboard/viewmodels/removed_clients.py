"""Clients taken off the list in the last thirty days."""

from __future__ import annotations

import dataclasses

from dashboard.data.clients import RESTORABLE
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client
from dashboard.i18n import Language
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class RemovedClient:
    """One removed client, and how long it can come back."""

    id: str
    name: str
    removed: str
    until: str


@dataclasses.dataclass(frozen=True)
class RemovedClients:
    """The removed clients that can come back."""

    lines: tuple[RemovedClient, ...]
    may_restore: bool


def removed_clients(workspace: Workspace) -> RemovedClients:
    with workspace.reading() as firm:
        removed = firm.clients.removed()
    lines = (line_of(workspace.language, client) for client in removed)
    return RemovedClients(
        tuple(line for line in lines if line), may_restore=workspace.may(Permission.EDIT_CLIENTS)
    )


def line_of(language: Language, client: Client) -> RemovedClient | None:
    if client.removed_at is None:
        return None
    day = client.removed_at.date()
    return RemovedClient(client.id, client.entry.name, language.date(day), language.date(day + RESTORABLE))
