"""The documents of a client's file, in two groups."""

from __future__ import annotations

import dataclasses
from pathlib import PurePosixPath

from dashboard.domain.clients import Client, Service
from dashboard.domain.file import Document
from dashboard.i18n import N_, Language, plain
from dashboard.viewmodels.client_file import ClientFile, client_file
from dashboard.workspace import Workspace

TITLES = {Service.FUND: N_("Social status"), Service.SECRETARIAT: N_("Employees")}
NOT_AFFILIATED = {
    Service.FUND: N_("This client is not affiliated with the social insurance fund."),
    Service.SECRETARIAT: N_("This client is not affiliated with the social secretariat."),
}
NO_MANDATE = N_("You have no mandate for this service. Ask for access.")
NOTHING_YET = N_("No documents yet. New ones appear here by themselves.")


@dataclasses.dataclass(frozen=True)
class DocumentRow:
    """One document as its row shows it, and what search and filters compare."""

    id: str
    title: str
    type: str
    period: str
    date: str
    size: str
    unread: bool
    href: str
    searched: str
    year: str


@dataclasses.dataclass(frozen=True)
class DocumentGroup:
    """The documents of one service; without rows it says why."""

    title: str
    rows: tuple[DocumentRow, ...]
    reason: str


@dataclasses.dataclass(frozen=True)
class DocumentsTab:
    """The tab: no group while a mandate is awaited."""

    head: ClientFile
    groups: tuple[DocumentGroup, ...]

    @property
    def rows(self) -> tuple[DocumentRow, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(sorted({row.year for row in self.rows}, reverse=True))

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(sorted({row.type for row in self.rows}, key=plain))


def documents_tab(workspace: Workspace, client_id: str) -> DocumentsTab:
    head = client_file(workspace, client_id, tab="documents")
    if not head.client.is_active:
        return DocumentsTab(head, ())
    with workspace.reading() as firm:
        documents = firm.documents.of(head.client)
    groups = (group_of(service, head.client, documents, workspace.language) for service in TITLES)
    return DocumentsTab(head, tuple(groups))


def group_of(
    service: Service, client: Client, documents: tuple[Document, ...], reader: Language
) -> DocumentGroup:
    rows = tuple(row_of(one, client, reader) for one in documents if one.service is service)
    return DocumentGroup(reader.text(TITLES[service]), rows, reader.text(reason_of(service, client)))


def reason_of(service: Service, client: Client) -> str:
    if client.opens(service):
        return NOTHING_YET
    return NO_MANDATE if client.entry.affiliated_with(service) else NOT_AFFILIATED[service]


def row_of(document: Document, client: Client, reader: Language) -> DocumentRow:
    form = PurePosixPath(document.file_name).suffix.lstrip(".").upper()
    shown = (document.title, document.type, document.period, reader.date(document.date))
    return DocumentRow(
        id=document.id,
        title=document.title,
        type=document.type,
        period=document.period,
        date=reader.date(document.date),
        size=reader.text("{format}, {size}", format=form, size=reader.size(document.size)),
        unread=document.unread,
        href=f"/clients/{client.id}/documents/{document.id}",
        searched=plain(" ".join(shown)),
        year=str(document.date.year),
    )
