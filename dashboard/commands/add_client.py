"""Putting a client on the firm's list."""

from __future__ import annotations

from dashboard.commands.look_up import looked_up
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.look_up import LookUp, Outcome
from dashboard.errors import AlreadyClient, NotFound
from dashboard.workspace import Workspace


def add_client(workspace: Workspace, number: CompanyNumber | RegisterNumber, *, key: str) -> Client:
    """Add the client of a number, once per key; it opens nothing that no mandate opens."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        done = firm.once.result(key)
        if done is not None:
            return firm.clients.one(done)
        found = looked_up(firm, number)
        added = added_to_list(firm, found, key=key) if found.outcome is Outcome.KNOWN else None
    return added or refused(found)


def added_to_list(firm: Firm, found: LookUp, *, key: str) -> Client:
    if found.entry is None:
        raise NotFound
    client = firm.clients.add(found.entry.id)
    firm.trail.record(Event.CLIENT_ADDED, entry_id=found.entry.id)
    firm.once.keep(key, client.id)
    return client


def refused(found: LookUp) -> Client:
    # Raised after the transaction, so that a failed look-up stays counted.
    if found.client is not None:
        raise AlreadyClient(name=found.client.entry.name)
    raise NotFound("This number is correct, but this client is not affiliated yet")
