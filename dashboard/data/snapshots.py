"""Snapshots: a client's figures as they were said on one day, kept under a code and never changed."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import secrets
import zlib

from sqlalchemy import Column, Connection, ForeignKey, Index, LargeBinary, String, Table, insert, select

from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, identity, moment
from dashboard.errors import NotFound, SnapshotDamaged

snapshots = Table(
    "snapshots",
    metadata,
    identity(),
    Column("code", String(16), nullable=False, unique=True),
    belongs_to("firm_id", "firms"),
    belongs_to("user_id", "users"),
    Column("client_id", ForeignKey("clients.public_id"), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    moment("taken_at"),
    Index("ix_snapshots_client", "firm_id", "client_id"),
)

# Without letters and digits that are read as each other.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclasses.dataclass(frozen=True)
class Snapshot:
    """One frozen moment: of whom, when, and its content as it was written."""

    code: str
    client_id: str
    taken_at: datetime.datetime
    content: bytes
    digest: str


class Snapshots:
    """The snapshots of one firm."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def keep(self, client_id: str, content: bytes) -> str:
        """Freeze the content; returns its code."""
        code = new_code()
        self._connection.execute(
            insert(snapshots).values(
                code=code,
                firm_id=self._firm_id,
                user_id=self._user_id,
                client_id=client_id,
                content=zlib.compress(content),
                digest=hashlib.sha256(content).hexdigest(),
                taken_at=self._now,
            )
        )
        return code

    def one(self, code: str) -> Snapshot:
        """What was frozen, to the letter; a byte that changed since is refused."""
        question = select(snapshots).where(snapshots.c.firm_id == self._firm_id, snapshots.c.code == code)
        row = self._connection.execute(question).one_or_none()
        if row is None:
            raise NotFound
        try:
            content = zlib.decompress(row.content)
        except zlib.error:
            raise SnapshotDamaged from None
        if hashlib.sha256(content).hexdigest() != row.digest:
            raise SnapshotDamaged
        return Snapshot(row.code, row.client_id, row.taken_at, content, row.digest)


def new_code() -> str:
    drawn = "".join(secrets.choice(LETTERS) for _place in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"
