"""Opening a client's file and its applications, and taking documents and contacts out of it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

from dashboard.data.launches import LaunchKey
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain import applications
from dashboard.domain.clients import Client
from dashboard.domain.file import Contact, Document
from dashboard.errors import BadRequest, NoMandate, NotFound
from dashboard.workspace import Workspace

STILL_OPEN = datetime.timedelta(minutes=10)
MOST_AT_ONCE = 100
LARGEST_AT_ONCE = 100_000_000


@dataclasses.dataclass(frozen=True)
class Taken:
    """A document with its bytes, handed to a person."""

    document: Document
    content: bytes


def open_client(workspace: Workspace, client_id: str) -> None:
    """Record an opening; going from tab to tab within ten minutes is one opening."""
    with workspace.reading() as firm:
        last = firm.clients.last_opened()
    if last and last[0] == client_id and workspace.now - last[1] < STILL_OPEN:
        return
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        firm.clients.opened(client_id)
        firm.trail.record(Event.CLIENT_OPENED, entry_id=client.entry.id)


def open_application(workspace: Workspace, client_id: str, *, key: str) -> str:
    """The address of the application on this client's file."""
    application = applications.application(key)
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        if not application.is_open_to(client):
            raise NoMandate
        if not application.suits(client):
            raise NotFound
        firm.trail.record(Event.APPLICATION_OPENED, entry_id=client.entry.id, detail=key)
    token = LaunchKey(workspace.settings.secret_key).sign(client, application=key, now=workspace.now)
    return application.address_of(client, token=token)


def take_documents(workspace: Workspace, client_id: str, *, document_ids: Sequence[str]) -> tuple[Taken, ...]:
    """Hand out documents, mark them as read and record each; all or none."""
    wanted = tuple(dict.fromkeys(document_ids))
    if not wanted:
        raise BadRequest("Select at least one document.")
    with workspace.reading() as firm:
        _, found = documents_of(firm, client_id, wanted)
    refuse_too_many(found)
    taken = tuple(Taken(one, workspace.store.files.get(one.storage_key)) for one in found)
    with workspace.changing() as firm:
        # Asked again: a mandate that ended while the bytes were read hands nothing out.
        client, found = documents_of(firm, client_id, wanted)
        for document in found:
            firm.documents.read(document)
            firm.trail.record(
                Event.DOCUMENT_DOWNLOADED, entry_id=client.entry.id, detail=f"{document.id} {document.title}"
            )
    return taken


def documents_of(firm: Firm, client_id: str, wanted: Sequence[str]) -> tuple[Client, tuple[Document, ...]]:
    client = firm.clients.one(client_id)
    if not client.is_active:
        raise NoMandate
    return client, tuple(firm.documents.one(client, document_id) for document_id in wanted)


def refuse_too_many(found: Sequence[Document]) -> None:
    if len(found) > MOST_AT_ONCE or sum(document.size for document in found) > LARGEST_AT_ONCE:
        raise BadRequest("At most 100 documents and 100 MB fit in one download. Select fewer documents.")


def take_contact(workspace: Workspace, client_id: str, *, contact_id: int) -> tuple[Client, Contact]:
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        contact = firm.contacts.one(client, contact_id)
        firm.trail.record(Event.CONTACT_DOWNLOADED, entry_id=client.entry.id, detail=contact.name)
    return client, contact
