"""Tags that one person puts on the firm's clients: nobody else reads, finds or counts them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    insert,
    select,
)

from dashboard.data.metadata import metadata
from dashboard.data.schema import belongs_to, clients, identity
from dashboard.domain.search import haystack
from dashboard.domain.selection import Chosen

personal_tags = Table(
    "personal_tags",
    metadata,
    identity(),
    belongs_to("user_id", "users"),
    belongs_to("client_id", "clients"),
    Column("tag", String(40), nullable=False),
    # What search reads, folded.
    Column("searched", Text, nullable=False),
    UniqueConstraint("user_id", "client_id", "tag"),
)


class PersonalTags:
    """The tags of one person."""

    def __init__(self, connection: Connection, *, firm_id: int, user_id: int) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id

    def names(self) -> tuple[str, ...]:
        """Every tag that a listed client has."""
        listed = (clients.c.firm_id == self._firm_id, clients.c.removed_at.is_(None))
        question = (
            select(personal_tags.c.tag)
            .join(clients, clients.c.id == personal_tags.c.client_id)
            .where(personal_tags.c.user_id == self._user_id, *listed)
            .distinct()
            .order_by(personal_tags.c.tag)
        )
        return tuple(self._connection.execute(question).scalars())

    def add(self, chosen: Sequence[Chosen], tag_names: Sequence[str]) -> dict[Chosen, int]:
        """Gives how many tags of this person each client has then."""
        held = self._held(chosen)
        common = {"user_id": self._user_id}
        new = [
            {**common, "client_id": one.key, "tag": tag, "searched": haystack(tag)}
            for one in chosen
            for tag in tag_names
            if tag not in held.get(one.key, ())
        ]
        if new:
            self._connection.execute(insert(personal_tags), new)
        after = self._held(chosen)
        return {one: len(after.get(one.key, ())) for one in chosen}

    def drop(self, chosen: Sequence[Chosen], tag_names: Sequence[str]) -> None:
        named = personal_tags.c.tag.in_(tag_names)
        self._connection.execute(delete(personal_tags).where(*self._of(chosen), named))

    def replace(self, chosen: Sequence[Chosen], tag_names: Sequence[str]) -> None:
        self._connection.execute(delete(personal_tags).where(*self._of(chosen)))
        self.add(chosen, tag_names)

    def _of(self, chosen: Sequence[Chosen]) -> tuple[ColumnElement[bool], ...]:
        of_them = personal_tags.c.client_id.in_([one.key for one in chosen])
        return (personal_tags.c.user_id == self._user_id, of_them)

    def _held(self, chosen: Sequence[Chosen]) -> dict[int, list[str]]:
        question = select(personal_tags.c.client_id, personal_tags.c.tag).where(*self._of(chosen))
        held: dict[int, list[str]] = {}
        for key, tag in self._connection.execute(question):
            held.setdefault(key, []).append(tag)
        return held
