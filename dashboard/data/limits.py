"""Limits on attempts, counted in the database so that every process counts alike."""

from __future__ import annotations

import dataclasses
import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from dashboard.data.schema import attempts
from dashboard.errors import TooMany


@dataclasses.dataclass(frozen=True)
class Limit:
    """At most `count` attempts in `window` for one subject."""

    action: str
    count: int
    window: datetime.timedelta


SIGN_IN = Limit("sign in", 10, datetime.timedelta(minutes=5))
LOOK_UP = Limit("look up", 20, datetime.timedelta(hours=1))
LOOK_UP_FIRM = Limit("look up by firm", 60, datetime.timedelta(days=1))
LONGEST_WINDOW = max(limit.window for limit in (SIGN_IN, LOOK_UP, LOOK_UP_FIRM))


class Limits:
    """Counts attempts and refuses the one too many, saying until when."""

    def __init__(self, connection: Connection, *, now: datetime.datetime) -> None:
        self._connection = connection
        self._now = now

    def require(self, limit: Limit, subject: str) -> None:
        if self.left(limit, subject) <= 0:
            raise TooMany(until=self.until(limit, subject))

    def left(self, limit: Limit, subject: str) -> int:
        counted = select(func.count()).where(*self._recent(limit, subject))
        return limit.count - int(self._connection.execute(counted).scalar_one())

    def until(self, limit: Limit, subject: str) -> datetime.datetime:
        """When the oldest of the counted attempts leaves the window."""
        recent = select(attempts.c.at).where(*self._recent(limit, subject)).order_by(attempts.c.at.desc())
        oldest = self._connection.execute(recent.offset(limit.count - 1).limit(1)).scalar_one_or_none()
        return (oldest or self._now) + limit.window

    def count(self, limit: Limit, subject: str) -> int:
        added = insert(attempts).values(action=limit.action, subject=subject, at=self._now)
        return int(self._connection.execute(added.returning(attempts.c.id)).scalar_one())

    def attempt(self, limit: Limit, subject: str) -> int:
        """Counted before it is made, so that attempts at the same time cannot all pass."""
        self.require(limit, subject)
        return self.count(limit, subject)

    def forgive(self, attempt: int) -> None:
        """An attempt that went well does not count."""
        self._connection.execute(delete(attempts).where(attempts.c.id == attempt))

    def purge(self) -> None:
        """Forget the attempts that no limit counts any more."""
        self._connection.execute(delete(attempts).where(attempts.c.at <= self._now - LONGEST_WINDOW))

    def _recent(self, limit: Limit, subject: str) -> tuple[ColumnElement[bool], ...]:
        return (
            attempts.c.action == limit.action,
            attempts.c.subject == subject,
            attempts.c.at > self._now - limit.window,
        )
