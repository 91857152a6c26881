"""Exports that are carried out in the background: ordered by a person, taken up by whoever is free."""

from __future__ import annotations

import dataclasses
import datetime
import secrets
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    and_,
    delete,
    insert,
    or_,
    select,
    update,
)

from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, identity, moment
from dashboard.domain.exports import Export, ExportState, Format, Names, Order
from dashboard.errors import ExportStopped, NotFound

exports = Table(
    "exports",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("firm_id", "firms"),
    belongs_to("user_id", "users"),
    Column("client_id", ForeignKey("clients.public_id"), nullable=False),
    Column("format", String(24), nullable=False),
    Column("language", String(8), nullable=False),
    Column("names", String(8), nullable=False),
    Column("period", String(40), nullable=False),
    Column("comparison", String(16), nullable=False),
    Column("code", String(16), nullable=False),
    Column("state", String(8), nullable=False),
    Column("percent", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("file_name", String(200), nullable=False),
    Column("storage_key", String(64), nullable=False),
    Column("reason", String(400), nullable=False),
    moment("asked_at"),
    moment("held_until", nullable=True),
    Index("ix_exports_user", "user_id", "id"),
    Index("ix_exports_state", "state"),
)

KEPT_FOR = datetime.timedelta(days=30)
# Whoever carries an order out says so more often than this, or has stopped.
HELD_FOR = datetime.timedelta(seconds=60)
MOST_TRIES = 3
MOST_LISTED = 50


class Exports:
    """The exports of one person."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._scope = {"firm_id": firm_id, "user_id": user_id}
        self._now = now

    def ask(self, order: Order) -> Export:
        public_id = secrets.token_urlsafe(12)
        waiting = {
            "public_id": public_id,
            "state": ExportState.WAITING,
            "percent": 0,
            "tries": 0,
            "file_name": "",
            "storage_key": "",
            "reason": "",
            "asked_at": self._now,
        }
        values = self._scope | dataclasses.asdict(order) | waiting
        self._connection.execute(insert(exports).values(values))
        return self.one(public_id)

    def mine(self) -> tuple[Export, ...]:
        """The newest first."""
        question = self._own().order_by(exports.c.id.desc()).limit(MOST_LISTED)
        return tuple(export_of(row) for row in self._connection.execute(question))

    def one(self, public_id: str) -> Export:
        row = self._connection.execute(self._own().where(exports.c.public_id == public_id)).one_or_none()
        if row is None:
            raise NotFound
        return export_of(row)

    def _own(self) -> Any:  # noqa: ANN401 - a query
        scope = [exports.c[name] == value for name, value in self._scope.items()]
        return select(exports).where(*scope, exports.c.asked_at > self._now - KEPT_FOR)


@dataclasses.dataclass(frozen=True)
class Held:
    """An order in hand: for whom, and its place in the queue."""

    key: int
    user_id: int
    order: Order


class Queue:
    """All firms' open orders, for those who carry them out."""

    def __init__(self, connection: Connection, *, now: datetime.datetime) -> None:
        self._connection = connection
        self._now = now

    def take(self) -> Held | None:
        """The oldest order that nobody holds; one that was tried too often is given up."""
        self._give_up()
        question = select(exports).where(self._free()).order_by(exports.c.id).limit(1)
        row = self._connection.execute(question.with_for_update(skip_locked=True)).one_or_none()
        if row is None:
            return None
        tried = {"tries": row.tries + 1, "state": ExportState.RUNNING}
        self._set(row.id, held_until=self._now + HELD_FOR, **tried)
        return Held(row.id, row.user_id, order_of(row))

    def advance(self, key: int, *, percent: int) -> None:
        self._set(key, percent=percent, held_until=self._now + HELD_FOR)

    def finish(self, key: int, *, file_name: str, storage_key: str) -> None:
        done = {"state": ExportState.DONE, "percent": 100, "held_until": None}
        self._set(key, file_name=file_name, storage_key=storage_key, **done)

    def fail(self, key: int, *, reason: str) -> None:
        self._set(key, state=ExportState.FAILED, reason=reason, held_until=None)

    def drop_old(self) -> tuple[str, ...]:
        """Forget what is too old; returns where its files lie."""
        old = exports.c.asked_at <= self._now - KEPT_FOR
        keys = tuple(self._connection.execute(select(exports.c.storage_key).where(old)).scalars())
        self._connection.execute(delete(exports).where(old))
        return tuple(key for key in keys if key)

    def _free(self) -> Any:  # noqa: ANN401 - a condition
        left = and_(exports.c.state == ExportState.RUNNING, exports.c.held_until < self._now)
        return or_(exports.c.state == ExportState.WAITING, left)

    def _give_up(self) -> None:
        spent = and_(self._free(), exports.c.tries >= MOST_TRIES)
        reason = ExportStopped.sentence
        self._connection.execute(
            update(exports).where(spent).values(state=ExportState.FAILED, reason=reason, held_until=None)
        )

    def _set(self, key: int, **values: object) -> None:
        self._connection.execute(update(exports).where(exports.c.id == key).values(**values))


def order_of(row: Row[Any]) -> Order:
    return Order(
        client_id=row.client_id,
        format=Format(row.format),
        language=row.language,
        names=Names(row.names),
        period=row.period,
        comparison=row.comparison,
        code=row.code,
    )


def export_of(row: Row[Any]) -> Export:
    return Export(
        id=row.public_id,
        order=order_of(row),
        state=ExportState(row.state),
        percent=row.percent,
        asked_at=row.asked_at,
        file_name=row.file_name,
        storage_key=row.storage_key,
        reason=row.reason,
    )
