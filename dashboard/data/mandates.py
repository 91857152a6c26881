"""Mandates on record: what a firm may open of an entry, service by service."""

from __future__ import annotations

import datetime

from sqlalchemy import ColumnElement, Connection, Date, and_, bindparam, insert, select, update

from dashboard.data.register import running
from dashboard.data.releases.reserve import withhold_around
from dashboard.data.schema import mandates
from dashboard.domain.clients import Service
from dashboard.domain.disclosure import Rules


def active_mandate(
    firm_id: ColumnElement[int],
    entry_id: ColumnElement[int],
    today: datetime.date | ColumnElement[datetime.date],
    service: Service | None = None,
) -> ColumnElement[bool]:
    """True where the firm has a running mandate of the entry, for the service if one is named."""
    found = select(mandates.c.id).where(
        mandates.c.firm_id == firm_id, mandates.c.entry_id == entry_id, running(mandates, today)
    )
    return (found.where(mandates.c.service == service) if service else found).exists()


ACTIVE = select(mandates.c.service).where(
    mandates.c.firm_id == bindparam("firm"),
    mandates.c.entry_id == bindparam("entry"),
    running(mandates, bindparam("today", type_=Date)),
)


class Mandates:
    """The mandates of one firm, read anew at each request."""

    def __init__(self, connection: Connection, *, firm_id: int, today: datetime.date, rules: Rules) -> None:
        self._connection = connection
        self._firm_id = firm_id
        self._today = today
        self._rules = rules

    def active(self, entry_id: int) -> frozenset[Service]:
        asking = {"firm": self._firm_id, "entry": entry_id, "today": self._today}
        return frozenset(Service(service) for service in self._connection.execute(ACTIVE, asking).scalars())

    def grant(self, entry_id: int, service: Service, *, source: str) -> None:
        """Put a mandate on record from today; one that runs already stays as it is."""
        if service in self.active(entry_id):
            return
        given = {"entry_id": entry_id, "service": service, "since": self._today, "source": source}
        self._connection.execute(insert(mandates).values(firm_id=self._firm_id, **given))
        if service is Service.SECRETARIAT:
            withhold_around(
                self._connection, entry_id, firm_id=self._firm_id, rules=self._rules, today=self._today
            )

    def end(self, entry_id: int, service: Service) -> None:
        """The mandate's last day is yesterday: access closes at the next request."""
        yesterday = self._today - datetime.timedelta(days=1)
        running_ones = and_(self._of(entry_id), mandates.c.service == service, running(mandates, self._today))
        self._connection.execute(update(mandates).where(running_ones).values(until=yesterday))

    def _of(self, entry_id: int) -> ColumnElement[bool]:
        return and_(mandates.c.firm_id == self._firm_id, mandates.c.entry_id == entry_id)
