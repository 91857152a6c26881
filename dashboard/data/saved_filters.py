"""The saved filters of one person, and those that their firm shares."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Row,
    Select,
    String,
    Table,
    Text,
    delete,
    insert,
    or_,
    select,
    update,
)

from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, identity, moment
from dashboard.domain.list_question import ListQuestion, address_of, from_address
from dashboard.domain.saved_filters import SavedFilter
from dashboard.errors import NotFound

saved_filters = Table(
    "saved_filters",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("firm_id", "firms"),
    belongs_to("user_id", "users"),
    Column("name", String(60), nullable=False),
    Column("question", Text, nullable=False),
    Column("shared", Boolean, nullable=False),
    moment("created_at"),
    Index("ix_saved_filters_firm", "firm_id"),
)


class SavedFilters:
    """What one person may apply: their own filters and the shared ones of the firm."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def all(self) -> tuple[SavedFilter, ...]:
        question = self._seen().order_by(saved_filters.c.name, saved_filters.c.id)
        return tuple(filter_of(row) for row in self._connection.execute(question))

    def one(self, public_id: str) -> SavedFilter:
        question = self._seen().where(saved_filters.c.public_id == public_id)
        row = self._connection.execute(question).one_or_none()
        if row is None:
            raise NotFound("This filter is no longer there.")
        return filter_of(row)

    def save(self, name: str, question: ListQuestion) -> SavedFilter:
        public_id = secrets.token_urlsafe(12)
        self._connection.execute(
            insert(saved_filters).values(
                public_id=public_id,
                firm_id=self._firm_id,
                user_id=self._user_id,
                name=name,
                question=address_of(question),
                shared=False,
                created_at=self._now,
            )
        )
        return self.one(public_id)

    def rename(self, public_id: str, name: str) -> None:
        self._set(public_id, name=name)

    def share(self, public_id: str, *, on: bool) -> None:
        self._set(public_id, shared=on)

    def delete(self, public_id: str) -> None:
        found = self.one(public_id)
        self._connection.execute(delete(saved_filters).where(saved_filters.c.public_id == found.id))

    def _seen(self) -> Select[Any]:
        mine_or_shared = or_(saved_filters.c.user_id == self._user_id, saved_filters.c.shared)
        return select(saved_filters).where(saved_filters.c.firm_id == self._firm_id, mine_or_shared)

    def _set(self, public_id: str, **values: object) -> None:
        found = self.one(public_id)
        changing = update(saved_filters).where(saved_filters.c.public_id == found.id)
        self._connection.execute(changing.values(**values))


def filter_of(row: Row[Any]) -> SavedFilter:
    return SavedFilter(row.public_id, row.name, from_address(row.question), row.shared, row.user_id)
