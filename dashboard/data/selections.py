"""What is done to several clients of a firm at once: all of it, or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dashboard.data.clients import RESTORABLE, search_texts
from dashboard.data.schema import clients, entries, tags
from dashboard.domain.selection import Chosen
from dashboard.errors import NotFound

KNOWN = (
    entries.c.name,
    entries.c.trade_name,
    entries.c.enterprise_number,
    entries.c.municipality_name,
)


class Selections:
    """Several clients of one firm, by the ids that its list gave them."""

    def __init__(self, connection: Connection, *, firm_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._now = now

    def of(self, public_ids: Sequence[str]) -> tuple[Chosen, ...]:
        """All of them by name, also those that can come back; NotFound where one is missing."""
        question = (
            select(
                clients.c.public_id, clients.c.id, clients.c.entry_id, entries.c.name, clients.c.removed_at
            )
            .select_from(clients.join(entries))
            .where(clients.c.firm_id == self._firm_id, clients.c.public_id.in_(public_ids))
            .order_by(clients.c.sort_name, clients.c.id)
        )
        rows = self._connection.execute(question).all()
        oldest = self._now - RESTORABLE
        found = tuple(Chosen(*row) for row in rows if row.removed_at is None or row.removed_at >= oldest)
        if len(found) != len(set(public_ids)):
            raise NotFound
        return found

    def listed(self, public_ids: Sequence[str]) -> tuple[Chosen, ...]:
        """All of them on the list now."""
        try:
            found = self.of(public_ids)
        except NotFound:
            found = ()
        if not found or any(one.is_removed for one in found):
            raise NotFound("Some of these clients are no longer in your list. Select again.")
        return found

    def remove(self, public_ids: Sequence[str]) -> tuple[Chosen, ...]:
        """Gives the ones that were on the list until now."""
        going = tuple(one for one in self.of(public_ids) if not one.is_removed)
        self._set(going, removed_at=self._now)
        return going

    def restore(self, public_ids: Sequence[str]) -> tuple[Chosen, ...]:
        """Gives the ones that were removed until now."""
        coming = tuple(one for one in self.of(public_ids) if one.is_removed)
        self._set(coming, removed_at=None)
        return coming

    def tag(self, public_ids: Sequence[str], tag_names: Sequence[str]) -> dict[Chosen, int]:
        """Add the firm's tags; gives how many each client has then."""
        chosen = self.listed(public_ids)
        held = self._tags(chosen)
        new = [
            {"client_id": one.key, "tag": tag}
            for one in chosen
            for tag in tag_names
            if tag not in held.get(one.key, ())
        ]
        if new:
            self._connection.execute(insert(tags), new)
            self._index(chosen)
        after = self._tags(chosen)
        return {one: len(after.get(one.key, ())) for one in chosen}

    def untag(self, public_ids: Sequence[str], tag_names: Sequence[str]) -> tuple[Chosen, ...]:
        chosen = self.listed(public_ids)
        of_them = tags.c.client_id.in_([one.key for one in chosen])
        self._connection.execute(delete(tags).where(of_them, tags.c.tag.in_(tag_names)))
        self._index(chosen)
        return chosen

    def _set(self, chosen: Sequence[Chosen], **values: object) -> None:
        keys = [one.key for one in chosen]
        self._connection.execute(update(clients).where(clients.c.id.in_(keys)).values(**values))

    def _tags(self, chosen: Sequence[Chosen]) -> dict[int, list[str]]:
        question = select(tags.c.client_id, tags.c.tag).where(
            tags.c.client_id.in_([one.key for one in chosen])
        )
        held: dict[int, list[str]] = {}
        for key, tag in self._connection.execute(question.order_by(tags.c.tag)):
            held.setdefault(key, []).append(tag)
        return held

    def _index(self, chosen: Sequence[Chosen]) -> None:
        """Search finds the tags as they are now."""
        held = self._tags(chosen)
        question = (
            select(clients.c.id, clients.c.reference, *KNOWN)
            .select_from(clients.join(entries))
            .where(clients.c.id.in_([one.key for one in chosen]))
        )
        rows = self._connection.execute(question).all()
        texts = [{"key": row.id, **texts_of(row, held.get(row.id, ()))} for row in rows]
        self._connection.execute(update(clients).where(clients.c.id == bindparam("key")), texts)


def texts_of(row: Any, tag_names: Sequence[str]) -> dict[str, str]:  # noqa: ANN401 - a row of a query
    known = (row.trade_name, row.enterprise_number or "", row.municipality_name)
    return search_texts(row.name, own_words=(row.reference, *tag_names), known=known)
