"""The meeting memory of a firm's clients: agreements, and the talking points of the next meeting."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Float,
    ForeignKey,
    Index,
    Row,
    ScalarSelect,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from dashboard.data.clients import own_key
from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, identity, moment
from dashboard.domain.agreements import Agreement
from dashboard.domain.metrics import MetricName
from dashboard.errors import NotFound

agreements = Table(
    "agreements",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("client_id", "clients"),
    belongs_to("user_id", "users"),
    Column("decision", String(400), nullable=False),
    Column("metric", String(60)),
    Column("target", Float),
    Column("value_then", Float),
    Column("due", Date),
    moment("agreed_at"),
    Index("ix_agreements_client", "client_id"),
)

talking_points = Table(
    "talking_points",
    metadata,
    Column("client_id", ForeignKey("clients.id"), primary_key=True),
    Column("words", Text, nullable=False),
    moment("changed_at"),
)


class Meetings:
    """What one firm wrote down about meetings with its clients."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def agreed(self, client_id: str) -> tuple[Agreement, ...]:
        """The newest first."""
        question = (
            select(agreements)
            .where(agreements.c.client_id == self._key(client_id))
            .order_by(agreements.c.agreed_at.desc(), agreements.c.id.desc())
        )
        return tuple(agreement_of(row) for row in self._connection.execute(question))

    def targets(self, client_id: str) -> dict[MetricName, float]:
        """The newest target of each metric that has one."""
        oldest_first = reversed(self.agreed(client_id))
        return {one.metric: one.target for one in oldest_first if one.metric and one.target is not None}

    def agree(self, client_id: str, made: Agreement) -> None:
        self._connection.execute(
            insert(agreements).values(
                public_id=secrets.token_urlsafe(12),
                client_id=self._key(client_id),
                user_id=self._user_id,
                decision=made.decision,
                metric=made.metric,
                target=made.target,
                value_then=made.value_then,
                due=made.due,
                agreed_at=self._now,
            )
        )

    def drop(self, client_id: str, public_id: str) -> None:
        of_it = (agreements.c.client_id == self._key(client_id), agreements.c.public_id == public_id)
        if self._connection.execute(delete(agreements).where(*of_it)).rowcount == 0:
            raise NotFound("This agreement is no longer there.")

    def points(self, client_id: str) -> str | None:
        """The talking points as they were last kept; None where nobody has kept any."""
        question = select(talking_points.c.words).where(talking_points.c.client_id == self._key(client_id))
        return self._connection.execute(question).scalar_one_or_none()

    def keep_points(self, client_id: str, words: str) -> None:
        of_it = talking_points.c.client_id == self._key(client_id)
        self._connection.execute(delete(talking_points).where(of_it))
        kept = {"client_id": self._key(client_id), "words": words, "changed_at": self._now}
        self._connection.execute(insert(talking_points).values(**kept))

    def _key(self, client_id: str) -> ScalarSelect[int]:
        return own_key(client_id, firm_id=self._firm_id)


def agreement_of(row: Row[Any]) -> Agreement:
    return Agreement(
        id=row.public_id,
        agreed_on=row.agreed_at.date(),
        decision=row.decision,
        metric=MetricName(row.metric) if row.metric else None,
        target=row.target,
        value_then=row.value_then,
        due=row.due,
    )
