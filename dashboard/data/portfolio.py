"""All clients of one firm at once: who is listed, whose figures may be shown, and how each one stands."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, and_, bindparam, case, or_, select

from dashboard.data.client_list import ACTIVE, HAS_FIGURES, LISTED
from dashboard.data.releases.standings import Question, Standings
from dashboard.data.releases.tables import placements, releases
from dashboard.data.schema import clients, entries, tags
from dashboard.domain.clients import Kind
from dashboard.domain.metrics import MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.portfolio_question import PortfolioQuestion, Sort
from dashboard.domain.standing import Placed
from dashboard.domain.workforce import Missing, Period, Quarter, Span

NEWEST = (
    select(releases.c.id, releases.c.quarter)
    .where(releases.c.active)
    .order_by(releases.c.quarter.desc())
    .limit(1)
)
# The number that figures hang on, where the firm may see them.
EMPLOYER = case((and_(entries.c.kind == Kind.EMPLOYER, HAS_FIGURES), entries.c.enterprise_number)).label(
    "employer"
)
LINES = (
    select(
        clients.c.public_id,
        entries.c.name,
        entries.c.kind,
        EMPLOYER,
        or_(HAS_FIGURES, ACTIVE).label("open"),
    )
    .select_from(clients.join(entries))
    .where(LISTED)
    .order_by(clients.c.sort_name, clients.c.id)
)
# Where clients with figures stand, in the newest release.
PLACES = (
    select(placements.c.section, placements.c.region)
    .select_from(clients.join(entries).join(placements, placements.c.employer == entries.c.enterprise_number))
    .where(LISTED, HAS_FIGURES, placements.c.release_id == bindparam("release"))
    .distinct()
)


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

    def found(self, question: PortfolioQuestion) -> tuple[Line, ...]:
        """Every client that the question finds, in its order."""
        lines = self.lines(question.comparison, tag=question.tag)
        return tuple(in_order(matching(lines, question), question))

    def lines(self, comparison: Comparison, *, tag: str = "") -> tuple[Line, ...]:
        tagged = select(tags.c.id).where(tags.c.client_id == clients.c.id, tags.c.tag == tag).exists()
        question = LINES.where(tagged) if tag else LINES
        rows = self._connection.execute(question, self._asking).all()
        placed = self._placed([row.employer for row in rows if row.employer], comparison)
        return tuple(
            Line(public_id, name, Kind(kind) if is_open else None, employer is not None, placed.get(employer))
            for public_id, name, kind, employer, is_open in rows
        )

    def _placed(self, employers: Iterable[str], comparison: Comparison) -> Mapping[str, Placed]:
        found = self._newest()
        if found is None:
            return {}
        question = Question(self._firm_id, comparison, *found)
        return self._standings.of(self._connection, employers, question)

    def _newest(self) -> tuple[int, Period] | None:
        found = self._connection.execute(NEWEST).first()
        return (found.id, Period(Quarter.parse(found.quarter), Span.FOUR_QUARTERS)) if found else None


def matching(lines: Iterable[Line], question: PortfolioQuestion) -> list[Line]:
    """A filter by place finds no client whose place may not be known."""
    wanted = {"section": question.section, "region": question.region}
    asked = {name: value for name, value in wanted.items() if value}
    return [
        line
        for line in lines
        if not asked
        or (line.placed and all(getattr(line.placed, name) == value for name, value in asked.items()))
    ]


def in_order(lines: list[Line], question: PortfolioQuestion) -> list[Line]:
    """What has no value comes last in both directions; equals stay in the order of their names."""
    if question.sort is Sort.NAME:
        return lines[::-1] if question.descending else lines
    known, unknown = [], []
    for line in lines:
        value = KEYS[question.sort](line.placed, question.metric) if line.placed else None
        if value is None:
            unknown.append(line)
        else:
            known.append((value, line))
    known.sort(key=lambda pair: pair[0], reverse=question.descending)
    return [line for _value, line in known] + unknown


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
