"""What a person chose last, so that it need not be chosen again."""

from __future__ import annotations

from sqlalchemy import Column, Connection, ForeignKey, Integer, String, Table, insert, select, update

from dashboard.data.metadata import metadata
from dashboard.domain.peers import Comparison

remembered = Table(
    "remembered",
    metadata,
    Column("user_id", Integer, ForeignKey("users.id"), primary_key=True, autoincrement=False),
    Column("comparison", String(20), nullable=False),
)


class Remembered:
    """The choices of one person."""

    def __init__(self, connection: Connection, *, user_id: int) -> None:
        self._connection = connection
        self._user_id = user_id

    def comparison(self) -> Comparison | None:
        question = select(remembered.c.comparison).where(remembered.c.user_id == self._user_id)
        found = self._connection.execute(question).scalar_one_or_none()
        return Comparison(found) if found else None

    def keep_comparison(self, comparison: Comparison) -> None:
        chosen = {"comparison": comparison.value}
        mine = remembered.c.user_id == self._user_id
        if not self._connection.execute(update(remembered).where(mine).values(chosen)).rowcount:
            self._connection.execute(insert(remembered).values(user_id=self._user_id, **chosen))
