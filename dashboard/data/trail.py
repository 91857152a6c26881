"""The audit trail, and what was already done under a key."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from dashboard.data.schema import audit, done_once, entries, firms, users
from dashboard.domain.access import Actor

LARGEST_ID = 2**31 - 1


class Event(enum.StrEnum):
    """What the trail records."""

    SIGNED_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGNED_OUT = "signed out"
    LOOKED_UP = "number looked up"
    CLIENT_OPENED = "client opened"
    CLIENT_ADDED = "client added"
    CLIENT_REMOVED = "client removed"
    CLIENT_RESTORED = "client restored"
    CLIENT_DESCRIBED = "client described"
    CLIENTS_EXPORTED = "clients exported"
    MANDATE_GRANTED = "mandate granted"
    MANDATE_ENDED = "mandate ended"
    APPLICATION_OPENED = "application opened"
    DOCUMENT_DOWNLOADED = "document downloaded"
    CONTACT_DOWNLOADED = "contact downloaded"
    FIGURES_VIEWED = "figures viewed"
    PRESENTATION_PREPARED = "presentation prepared"
    TALKING_POINTS_CHANGED = "talking points changed"
    AGREED = "agreement written down"
    AGREEMENT_DROPPED = "agreement dropped"
    FIGURES_EXPORTED = "figures exported"
    SNAPSHOT_TAKEN = "snapshot taken"
    REQUEST_SENT = "request sent"
    REQUEST_WITHDRAWN = "request withdrawn"
    REQUEST_DECIDED = "request decided"
    COLLEAGUE_INVITED = "colleague invited"
    COLLEAGUE_DISABLED = "colleague disabled"
    COLLEAGUE_ENABLED = "colleague re-enabled"
    ROLE_CHANGED = "role changed"
    LINK_RENEWED = "new link made"
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - a label


@dataclasses.dataclass(frozen=True)
class Record:
    """One line of the trail: who, what, about whom, when."""

    id: int
    at: datetime.datetime
    person: str
    event: Event
    client: str
    detail: str


class Trail:
    """Writes and reads one firm's audit trail, in the transaction of the act itself."""

    def __init__(
        self, connection: Connection, *, firm_id: int | None, user_id: int | None, now: datetime.datetime
    ) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._user_id = user_id
        self._now = now

    def record(self, event: Event, *, entry_id: int | None = None, detail: str = "") -> None:
        self._connection.execute(
            insert(audit).values(
                firm_id=self._firm_id,
                user_id=self._user_id,
                entry_id=entry_id,
                action=event,
                detail=detail[:400],
                at=self._now,
            )
        )

    def record_each(self, event: Event, entry_ids: Sequence[int]) -> None:
        """The same act on several clients."""
        common = {"firm_id": self._firm_id, "user_id": self._user_id, "action": event, "at": self._now}
        if entry_ids:
            self._connection.execute(insert(audit), [{**common, "entry_id": one} for one in entry_ids])

    def latest(self, *, before: int | None = None, limit: int = 100) -> tuple[Record, ...]:
        """The newest lines first; `before` goes on below a line that was shown."""
        columns = (audit.c.id, audit.c.at, users.c.name.label("person"), audit.c.action, audit.c.detail)
        question = (
            select(*columns, entries.c.name)
            .select_from(audit.outerjoin(users, users.c.id == audit.c.user_id).outerjoin(entries))
            .where(audit.c.firm_id == self._firm_id)
            .order_by(audit.c.id.desc())
            .limit(limit)
        )
        if before is not None:
            question = question.where(audit.c.id < min(before, LARGEST_ID))
        return tuple(
            Record(row.id, row.at, row.person or "", Event(row.action), row.name or "", row.detail)
            for row in self._connection.execute(question)
        )


def trail_of(actor: Actor | None, connection: Connection, *, now: datetime.datetime) -> Trail:
    """The trail that a person writes, or what is written where it is not known who acts."""
    firm_id, user_id = (actor.firm_id, actor.user_id) if actor else (None, None)
    return Trail(connection, firm_id=firm_id, user_id=user_id, now=now)


class Once:
    """Remembers what a key already did, so that a double click or a resend does it once."""

    def __init__(self, connection: Connection, *, firm_id: int, now: datetime.datetime) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._now = now

    def wait_turn(self) -> None:
        """One order at a time in a firm: PostgreSQL would let two of them pass side by side."""
        self._connection.execute(select(firms.c.id).where(firms.c.id == self._firm_id).with_for_update())

    def result(self, key: str) -> str | None:
        question = select(done_once.c.result).where(
            done_once.c.firm_id == self._firm_id, done_once.c.key == key
        )
        return self._connection.execute(question).scalar_one_or_none()

    def keep(self, key: str, result: str) -> None:
        self._connection.execute(
            insert(done_once).values(firm_id=self._firm_id, key=key, result=result, at=self._now)
        )
