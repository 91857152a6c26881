"""The list that a person pasted and has not finished: one for each person, for a day, encrypted."""

from __future__ import annotations

import datetime

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, delete, insert, select

from dashboard.data.cipher import NumberCipher
from dashboard.data.schema import pasted_lists
from dashboard.data.sealed_lines import seal, unseal
from dashboard.domain.number_list import CheckedList
from dashboard.errors import NotFound

KEPT_FOR = datetime.timedelta(days=1)


class PastedLists:
    """The unfinished list of one person."""

    def __init__(
        self, connection: Connection, *, user_id: int, now: datetime.datetime, cipher: NumberCipher
    ) -> None:
        self._connection = connection
        self._user_id = user_id
        self._now = now
        self._cipher = cipher

    def mine(self) -> CheckedList | None:
        question = select(pasted_lists).where(
            pasted_lists.c.user_id == self._user_id, pasted_lists.c.changed_at > self._now - KEPT_FOR
        )
        row = self._connection.execute(question).one_or_none()
        if row is None:
            return None
        try:
            lines = unseal(self._cipher, row.sealed, user_id=self._user_id)
        except InvalidTag:  # written under a key that the installation has replaced: paste it again
            return None
        return CheckedList(lines, row.waits_until, row.key)

    def one(self, key: str) -> CheckedList:
        """The list of that key, as long as no other took its place."""
        mine = self.mine()
        if mine is None or mine.key != key:
            raise NotFound("This list is no longer there. Paste it again.")
        return mine

    def keep(self, checked: CheckedList) -> None:
        """In place of the person's earlier list."""
        self.drop()
        values = {
            "user_id": self._user_id,
            "key": checked.key,
            "sealed": seal(self._cipher, checked.lines, user_id=self._user_id),
            "waits_until": checked.until,
            "changed_at": self._now,
        }
        self._connection.execute(insert(pasted_lists).values(values))

    def drop(self) -> None:
        self._connection.execute(delete(pasted_lists).where(pasted_lists.c.user_id == self._user_id))


def purge(connection: Connection, *, now: datetime.datetime) -> None:
    """Forget everybody's lists that are a day old."""
    connection.execute(delete(pasted_lists).where(pasted_lists.c.changed_at <= now - KEPT_FOR))
