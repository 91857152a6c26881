"""A firm's list of clients: one by one, and what changes it."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    delete,
    insert,
    literal,
    select,
    union_all,
    update,
)

from dashboard.data.mandates import Mandates
from dashboard.data.personal_tags import personal_tags
from dashboard.data.register import Register
from dashboard.data.schema import clients, favourites, in_charge, recents, tags, users
from dashboard.domain.clients import Client, InCharge
from dashboard.domain.search import fold, haystack
from dashboard.errors import AlreadyClient, BadRequest, NotFound

RECENT = 6
RESTORABLE = datetime.timedelta(days=30)

# Asked for every client that is read: written once, bound each time.
ONE = select(clients).where(
    clients.c.firm_id == bindparam("firm"),
    clients.c.public_id == bindparam("public_id"),
    clients.c.removed_at.is_(None),
)
STARRED = select(favourites.c.client_id).where(
    favourites.c.client_id == bindparam("client"), favourites.c.user_id == bindparam("user")
)
# The firm's tags and the person's own.
TAGGED = union_all(
    select(tags.c.tag, literal(False).label("own")).where(tags.c.client_id == bindparam("client")),  # noqa: FBT003 - a value
    select(personal_tags.c.tag, literal(True)).where(  # noqa: FBT003 - a value
        personal_tags.c.client_id == bindparam("client"), personal_tags.c.user_id == bindparam("user")
    ),
).order_by("tag")
IN_CHARGE = (
    select(users.c.id, users.c.name)
    .join(in_charge, in_charge.c.user_id == users.c.id)
    .where(in_charge.c.client_id == bindparam("client"))
)
TAG_NAMES = (
    select(tags.c.tag)
    .join(clients, clients.c.id == tags.c.client_id)
    .where(clients.c.firm_id == bindparam("firm"), clients.c.removed_at.is_(None))
    .distinct()
    .order_by(tags.c.tag)
)
LAST_OPENED = (
    select(clients.c.public_id, recents.c.opened_at)
    .join(recents, recents.c.client_id == clients.c.id)
    .where(recents.c.user_id == bindparam("user"), clients.c.firm_id == bindparam("firm"))
    .order_by(recents.c.opened_at.desc())
    .limit(1)
)


def own_key(public_id: str, *, firm_id: int) -> ScalarSelect[int]:
    """The key of a firm's client, for rows that belong to it."""
    own = (clients.c.public_id == public_id, clients.c.firm_id == firm_id)
    return select(clients.c.id).where(*own).scalar_subquery()


class Clients:
    """The clients of one firm, as one of its people sees them."""

    def __init__(
        self,
        connection: Connection,
        *,
        firm_id: int,
        user_id: int,
        now: datetime.datetime,
        register: Register,
        mandates: Mandates,
    ) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now
        self._register = register
        self._mandates = mandates

    def one(self, public_id: str) -> Client:
        row = self._connection.execute(ONE, {"firm": self._firm_id, "public_id": public_id}).one_or_none()
        if row is None:
            raise NotFound
        return self._client(row)

    def of_entry(self, entry_id: int) -> Client | None:
        row = self._row(clients.c.entry_id == entry_id, clients.c.removed_at.is_(None))
        return self._client(row) if row else None

    def removed(self) -> tuple[Client, ...]:
        oldest = self._now - RESTORABLE
        question = self._own().where(clients.c.removed_at >= oldest).order_by(clients.c.removed_at.desc())
        return tuple(self._client(row) for row in self._connection.execute(question))

    def recent(self) -> tuple[Client, ...]:
        question = (
            self._own()
            .join(recents, and_(recents.c.client_id == clients.c.id, recents.c.user_id == self._user_id))
            .where(clients.c.removed_at.is_(None))
            .order_by(recents.c.opened_at.desc())
            .limit(RECENT)
        )
        return tuple(self._client(row) for row in self._connection.execute(question))

    def add(self, entry_id: int) -> Client:
        """Put an entry on the list, or back on it; whoever is there already raises AlreadyClient."""
        known = self._row(clients.c.entry_id == entry_id)
        if known is not None and known.removed_at is None:
            raise AlreadyClient(name=self._client(known).entry.name)
        if known is not None:
            self._set(known.id, removed_at=None)
        else:
            self._insert(entry_id)
        added = self.of_entry(entry_id)
        if added is None:
            raise NotFound
        self._set(self._key(added.id), **searchable(added))
        return added

    def describe(self, public_id: str, *, reference: str, note: str, tag_names: tuple[str, ...]) -> Client:
        key = self._key(public_id)
        self._connection.execute(delete(tags).where(tags.c.client_id == key))
        for tag in dict.fromkeys(tag_names):
            self._connection.execute(insert(tags).values(client_id=key, tag=tag))
        self._set(key, reference=reference, note=note)
        self._set(key, **searchable(self.one(public_id)))
        return self.one(public_id)

    def put_in_charge(self, public_id: str, user_id: int | None) -> None:
        """A colleague who can sign in, or nobody; whoever is in charge already stays so."""
        key = self._key(public_id)
        before = self._connection.execute(IN_CHARGE, {"client": key}).first()
        if before and before.id == user_id:
            return
        self._connection.execute(delete(in_charge).where(in_charge.c.client_id == key))
        if user_id is None:
            return
        colleague = select(users.c.id).where(
            users.c.id == user_id, users.c.firm_id == self._firm_id, users.c.disabled_at.is_(None)
        )
        if self._connection.execute(colleague).first() is None:
            raise BadRequest("This colleague cannot be in charge of a client.")
        self._connection.execute(insert(in_charge).values(client_id=key, user_id=user_id))

    def star(self, public_id: str, *, on: bool) -> None:
        key = self._key(public_id)
        mine = and_(favourites.c.client_id == key, favourites.c.user_id == self._user_id)
        self._connection.execute(delete(favourites).where(mine))
        if on:
            self._connection.execute(insert(favourites).values(client_id=key, user_id=self._user_id))

    def last_opened(self) -> tuple[str, datetime.datetime] | None:
        """The client that this person opened last, and when."""
        asking = {"user": self._user_id, "firm": self._firm_id}
        row = self._connection.execute(LAST_OPENED, asking).one_or_none()
        return (row.public_id, row.opened_at) if row else None

    def opened(self, public_id: str) -> None:
        key = self._key(public_id)
        mine = and_(recents.c.client_id == key, recents.c.user_id == self._user_id)
        self._connection.execute(delete(recents).where(mine))
        self._connection.execute(
            insert(recents).values(client_id=key, user_id=self._user_id, opened_at=self._now)
        )

    def _insert(self, entry_id: int) -> None:
        blank = {"search_pending": "", "search_active": "", "sort_name": ""}
        self._connection.execute(
            insert(clients).values(
                public_id=secrets.token_urlsafe(12),
                firm_id=self._firm_id,
                entry_id=entry_id,
                added_at=self._now,
                added_by=self._user_id,
                **blank,
            )
        )

    def tag_names(self) -> tuple[str, ...]:
        return tuple(self._connection.execute(TAG_NAMES, {"firm": self._firm_id}).scalars())

    def _own(self) -> Select[Any]:
        return select(clients).where(clients.c.firm_id == self._firm_id)

    def _row(self, *conditions: ColumnElement[bool]) -> Row[Any] | None:
        return self._connection.execute(self._own().where(*conditions)).one_or_none()

    def _key(self, public_id: str) -> int:
        row = self._row(clients.c.public_id == public_id)
        if row is None:
            raise NotFound
        return int(row.id)

    def _set(self, key: int, **values: object) -> None:
        self._connection.execute(update(clients).where(clients.c.id == key).values(**values))

    def _client(self, row: Row[Any]) -> Client:
        asking = {"client": row.id, "user": self._user_id}
        tagged = self._connection.execute(TAGGED, asking).all()
        colleague = self._connection.execute(IN_CHARGE, asking).first()
        return Client(
            id=row.public_id,
            entry=self._register.entry(row.entry_id),
            reference=row.reference,
            note=row.note,
            tags=tuple(one.tag for one in tagged if not one.own),
            own_tags=tuple(one.tag for one in tagged if one.own),
            favourite=self._connection.execute(STARRED, asking).first() is not None,
            mandates=self._mandates.active(row.entry_id),
            removed_at=row.removed_at,
            in_charge=InCharge(*colleague) if colleague else None,
        )


def searchable(client: Client) -> dict[str, str]:
    entry = client.entry
    known = (entry.trade_name, entry.enterprise_number or "", entry.municipality)
    return search_texts(entry.name, own_words=(client.reference, *client.tags), known=known)


def search_texts(name: str, *, own_words: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """The folded columns that search reads; a pending client is found by name and the firm's own words."""
    return {
        "search_pending": haystack(name, *own_words),
        "search_active": haystack(name, *own_words, *known),
        "sort_name": fold(name)[:220],
    }
