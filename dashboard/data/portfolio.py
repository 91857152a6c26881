"""All clients of one firm at once: who is listed, whose figures may be shown, and how each one stands."""

from __future__ import annotations

import dataclasses
import datetime
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, or_, select

from dashboard.data.client_list import ACTIVE, FIRM, HAS_FIGURES, LISTED, LISTED_TOO, TODAY
from dashboard.data.register import running
from dashboard.data.releases.standings import Question, Standings
from dashboard.data.releases.tables import placements, releases
from dashboard.data.schema import clients, entries, in_charge, mandates, tags, users
from dashboard.domain.clients import InCharge, Kind, Service
from dashboard.domain.metrics import MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.portfolio_question import PortfolioQuestion, Sort
from dashboard.domain.standing import Placed
from dashboard.domain.workforce import Missing, Period, Quarter, Span

EMPLOYER = Kind.EMPLOYER.value
VALUE = operator.itemgetter(0)
NEWEST = (
    select(releases.c.id, releases.c.quarter)
    .where(releases.c.active)
    .order_by(releases.c.quarter.desc())
    .limit(1)
)
# Everybody on the list by name; whose payroll is open is asked once, not client by client.
LISTED_NUMBERS = (
    select(clients.c.id, clients.c.entry_id, entries.c.kind, entries.c.enterprise_number)
    .select_from(clients.join(entries))
    .where(LISTED)
    .order_by(clients.c.sort_name, clients.c.id)
)
PAYROLL_IS_OPEN = select(mandates.c.entry_id).where(
    mandates.c.firm_id == FIRM, mandates.c.service == Service.SECRETARIAT, running(mandates, TODAY)
)
LINES = (
    select(
        clients.c.id,
        clients.c.public_id,
        entries.c.name,
        entries.c.kind,
        or_(HAS_FIGURES, ACTIVE).label("open"),
        HAS_FIGURES.label("has_figures"),
    )
    .select_from(clients.join(entries))
    .where(clients.c.id.in_(bindparam("keys", expanding=True)), LISTED_TOO)
)
PEOPLE_IN_CHARGE = (
    select(users.c.id, users.c.name)
    .select_from(users.join(in_charge).join(clients, clients.c.id == in_charge.c.client_id))
    .where(LISTED)
    .distinct()
    .order_by(users.c.name, users.c.id)
)
# Where clients with figures stand, in the newest release.
PLACES = (
    select(placements.c.section, placements.c.region)
    .select_from(clients.join(entries).join(placements, placements.c.employer == entries.c.enterprise_number))
    .where(LISTED, HAS_FIGURES, placements.c.release_id == bindparam("release"))
    .distinct()
)


# A client by its key, and where it stands if its figures may be shown.
Found = tuple[int, Placed | None]


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One client: no more than its name while it is pending, and no figures without their mandate.

    `kind` is None for a pending client; only one that `opens_figures` is placed among its peers.
    """

    id: str
    name: str
    kind: Kind | None
    opens_figures: bool
    placed: Placed | None


class Portfolio:
    """The clients of one firm beside the newest peer figures."""

    def __init__(
        self,
        connection: Connection,
        standings: Standings,
        *,
        firm_id: int,
        user_id: int,
        now: datetime.datetime,
    ) -> None:
        self._connection = connection
        self._standings = standings
        self._firm_id = firm_id
        self._asking = {"firm_id": firm_id, "user_id": user_id, "today": now.date()}

    def period(self) -> Period | None:
        """The year of the newest peer figures, where there are any."""
        found = self._newest()
        return found[1] if found else None

    def places(self) -> frozenset[tuple[str, str]]:
        """The sections and regions of the clients, as pairs."""
        found = self._newest()
        if found is None:
            return frozenset()
        rows = self._connection.execute(PLACES, {**self._asking, "release": found[0]})
        return frozenset((row.section, row.region) for row in rows)

    def found(self, question: PortfolioQuestion) -> tuple[Found, ...]:
        """Every client that the question finds, in its order."""
        rows = self._connection.execute(listed(question), self._asking).all()
        is_open = {entry for (entry,) in self._connection.execute(PAYROLL_IS_OPEN, self._asking).all()}
        numbers = [
            (key, number if kind == EMPLOYER and entry in is_open else None)
            for key, entry, kind, number in rows
        ]
        placed = self._placed([number for _key, number in numbers if number], question.comparison)
        everybody = [(key, placed[number] if number and placed else None) for key, number in numbers]
        return tuple(in_order(matching(everybody, question), question))

    def lines(self, found: Sequence[Found]) -> tuple[Line, ...]:
        """What a reader sees of these clients, in this order."""
        asking = {**self._asking, "keys": [key for key, _placed in found]}
        known = {row.id: row for row in self._connection.execute(LINES, asking)}
        return tuple(line_of(known[key], placed) for key, placed in found if key in known)

    def in_charge(self) -> tuple[InCharge, ...]:
        """Whoever follows a client of the list."""
        return tuple(InCharge(*row) for row in self._connection.execute(PEOPLE_IN_CHARGE, self._asking))

    def _placed(self, employers: Iterable[str], comparison: Comparison) -> Mapping[str, Placed]:
        found = self._newest()
        if found is None:
            return {}
        question = Question(self._firm_id, comparison, *found)
        return self._standings.of(self._connection, employers, question)

    def _newest(self) -> tuple[int, Period] | None:
        found = self._connection.execute(NEWEST).first()
        return (found.id, Period(Quarter.parse(found.quarter), Span.FOUR_QUARTERS)) if found else None


def listed(question: PortfolioQuestion) -> Select[Any]:
    found, tag, person = LISTED_NUMBERS, question.tag, question.in_charge
    if tag:
        found = found.where(clients.c.id.in_(select(tags.c.client_id).where(tags.c.tag == tag)))
    if person is not None:
        found = found.where(
            clients.c.id.in_(select(in_charge.c.client_id).where(in_charge.c.user_id == person))
        )
    return found


def line_of(row: Row[Any], placed: Placed | None) -> Line:
    opens = bool(row.has_figures)
    return Line(row.public_id, row.name, Kind(row.kind) if row.open else None, opens, placed)


def matching(everybody: list[Found], question: PortfolioQuestion) -> list[Found]:
    """A filter by place finds no client whose place may not be known."""
    section, region = question.section, question.region
    if not section and not region:
        return everybody
    return [
        (key, placed)
        for key, placed in everybody
        if placed and section in ("", placed.section) and region in ("", placed.region)
    ]


def in_order(found: list[Found], question: PortfolioQuestion) -> list[Found]:
    """What has no value comes last in both directions; equals stay in the order of their names."""
    if question.sort is Sort.NAME:
        return found[::-1] if question.descending else found
    key, metric = KEYS[question.sort], question.metric
    valued = [(key(one[1], metric) if one[1] else None, one) for one in found]
    known = [pair for pair in valued if pair[0] is not None]
    known.sort(key=VALUE, reverse=question.descending)
    return [one for _value, one in known] + [one for value, one in valued if value is None]


def value_of(placed: Placed, metric: MetricName) -> float | None:
    value = placed.standings[metric].value
    return None if isinstance(value, Missing) else value


KEYS: dict[Sort, Callable[[Placed, MetricName], float | None]] = {
    Sort.CALL: lambda placed, _metric: -placed.score,
    Sort.SIZE: lambda placed, _metric: placed.headcount,
    Sort.VALUE: value_of,
    Sort.DISTANCE: lambda placed, metric: placed.standings[metric].distance,
    Sort.CHANGE: lambda placed, metric: placed.standings[metric].change,
}
