"""The presentations that people prepared: one person's own, for a day."""

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
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from dashboard.data.clients import own_key
from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, clients, identity, moment
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Choices, Presentation, Theme
from dashboard.errors import NotFound

KEPT_FOR = datetime.timedelta(days=1)

presentations = Table(
    "presentations",
    metadata,
    identity(),
    Column("public_id", String(24), nullable=False, unique=True),
    belongs_to("user_id", "users"),
    belongs_to("client_id", "clients"),
    Column("slides", Text, nullable=False),
    Column("audience", String(8), nullable=False),
    Column("comparison", String(16), nullable=False),
    Column("period", String(40), nullable=False),
    Column("theme", String(8), nullable=False),
    Column("names_hidden", Boolean, nullable=False),
    Column("letter_keys", Boolean, nullable=False),
    moment("created_at"),
    Index("ix_presentations_user", "user_id", "created_at"),
)


class Presentations:
    """What one person prepared for clients of their firm."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def one(self, public_id: str) -> Presentation:
        question = (
            select(presentations, clients.c.public_id.label("client"))
            .join(clients, clients.c.id == presentations.c.client_id)
            .where(
                presentations.c.public_id == public_id,
                presentations.c.user_id == self._user_id,
                presentations.c.created_at > self._now - KEPT_FOR,
                clients.c.firm_id == self._firm_id,
            )
        )
        row = self._connection.execute(question).one_or_none()
        if row is None:
            raise NotFound("This presentation is no longer there. Prepare it again.")
        return presentation_of(row)

    def keep(self, client_id: str, choices: Choices) -> str:
        """The id under which the person finds it; what is a day old is forgotten."""
        old = presentations.c.created_at <= self._now - KEPT_FOR
        self._connection.execute(delete(presentations).where(presentations.c.user_id == self._user_id, old))
        public_id = secrets.token_urlsafe(12)
        self._connection.execute(
            insert(presentations).values(
                public_id=public_id,
                user_id=self._user_id,
                client_id=own_key(client_id, firm_id=self._firm_id),
                slides=" ".join(choices.slides),
                audience=choices.audience,
                comparison=choices.comparison,
                period=choices.period,
                theme=choices.theme,
                names_hidden=choices.names_hidden,
                letter_keys=choices.letter_keys,
                created_at=self._now,
            )
        )
        return public_id


def presentation_of(row: Row[Any]) -> Presentation:
    choices = Choices(
        slides=tuple(row.slides.split()),
        audience=row.audience,
        comparison=Comparison(row.comparison),
        period=row.period,
        theme=Theme(row.theme),
        names_hidden=row.names_hidden,
        letter_keys=row.letter_keys,
    )
    return Presentation(row.public_id, row.client, choices)
