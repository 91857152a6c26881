"""Documents and contacts of entries, and the store that keeps the documents' bytes."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

import fsspec
from sqlalchemy import ColumnElement, Connection, Row, insert, select

from dashboard.data.schema import contacts, document_reads, documents
from dashboard.domain.clients import Client, Service
from dashboard.domain.file import Contact, Document, Side
from dashboard.errors import NotFound


class DocumentStore:
    """Bytes behind random keys, in a folder or at any fsspec address."""

    def __init__(self, address: str) -> None:
        self._files, self._root = fsspec.core.url_to_fs(address)

    def put(self, content: bytes) -> str:
        key = secrets.token_hex(16)
        self._files.makedirs(self._root, exist_ok=True)
        self._files.pipe_file(f"{self._root}/{key}", content)
        return key

    def drop(self, key: str) -> None:
        if key.isalnum() and self._files.exists(f"{self._root}/{key}"):
            self._files.rm_file(f"{self._root}/{key}")

    def get(self, key: str) -> bytes:
        if not key.isalnum():
            raise NotFound
        try:
            return bytes(self._files.cat_file(f"{self._root}/{key}"))
        except FileNotFoundError:
            raise NotFound from None


class Documents:
    """The documents of a client that the firm's mandates open."""

    def __init__(self, connection: Connection, *, user_id: int) -> None:
        self._connection = connection
        self._user_id = user_id

    def of(self, client: Client) -> tuple[Document, ...]:
        question = self._readable(client).order_by(documents.c.date.desc(), documents.c.title)
        return tuple(document_of(row) for row in self._connection.execute(question))

    def one(self, client: Client, public_id: str) -> Document:
        question = self._readable(client).where(documents.c.public_id == public_id)
        row = self._connection.execute(question).one_or_none()
        if row is None:
            raise NotFound
        return document_of(row)

    def read(self, document: Document) -> None:
        key = select(documents.c.id).where(documents.c.public_id == document.id).scalar_subquery()
        mine = (document_reads.c.user_id == self._user_id, document_reads.c.document_id == key)
        if self._connection.execute(select(document_reads.c.user_id).where(*mine)).first() is None:
            self._connection.execute(insert(document_reads).values(user_id=self._user_id, document_id=key))

    def _readable(self, client: Client) -> Any:  # noqa: ANN401 - a query
        return select(documents, self._unread().label("unread")).where(
            documents.c.entry_id == client.entry.id, documents.c.service.in_(client.mandates)
        )

    def _unread(self) -> ColumnElement[bool]:
        return ~(
            select(document_reads.c.user_id)
            .where(document_reads.c.document_id == documents.c.id, document_reads.c.user_id == self._user_id)
            .exists()
        )


def file_document(
    connection: Connection, *, entry_id: int, content: bytes, store: DocumentStore, **values: object
) -> bool:
    """Keep a document once: the same bytes for the same entry and title are not filed again."""
    digest = hashlib.sha256(content).hexdigest()
    known = select(documents.c.id).where(
        documents.c.entry_id == entry_id, documents.c.digest == digest, documents.c.title == values["title"]
    )
    if connection.execute(known).first():
        return False
    connection.execute(
        insert(documents).values(
            public_id=secrets.token_urlsafe(12),
            entry_id=entry_id,
            size=len(content),
            digest=digest,
            storage_key=store.put(content),
            **values,
        )
    )
    return True


def document_of(row: Row[Any]) -> Document:
    return Document(
        id=row.public_id,
        service=Service(row.service),
        title=row.title,
        type=row.type,
        period=row.period,
        date=row.date,
        file_name=row.file_name,
        media_type=row.media_type,
        size=row.size,
        storage_key=row.storage_key,
        unread=bool(row.unread),
    )


class Contacts:
    """People of the client, and people at the institution for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, client: Client) -> tuple[Contact, ...]:
        if not client.is_active:
            return ()
        sides = [Side.CLIENT, *(Side(service) for service in client.mandates)]
        question = (
            select(contacts)
            .where(contacts.c.entry_id == client.entry.id, contacts.c.side.in_(sides))
            .order_by(contacts.c.side, contacts.c.id)
        )
        return tuple(
            Contact(row.id, Side(row.side), row.name, row.role, row.phone, row.email, row.language)
            for row in self._connection.execute(question)
        )

    def one(self, client: Client, contact_id: int) -> Contact:
        for contact in self.of(client):
            if contact.id == contact_id:
                return contact
        raise NotFound
