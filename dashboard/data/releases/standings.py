"""Where many employers stand among their own peers: read in a few queries, kept until something changes."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from dashboard.data.own_measures import Measures, edition_of, is_provisional, quarters_of_many, summed
from dashboard.data.releases.reader import HIDDEN, chosen, figures_of
from dashboard.data.releases.tables import placement_of, placements, released_groups
from dashboard.domain.metrics import BY_NAME, MetricName, value
from dashboard.domain.peers import FINE_ENOUGH, LADDERS, Band, Comparison, Figures, PeerGroup, Placement
from dashboard.domain.standing import SHOWN, Placed, call, standing
from dashboard.domain.workforce import QUARTERS, Missing, Period, Quarter, Value

AT_ONCE = 1000
# Answers that one process keeps: of one firm beside one comparison each.
KEPT = 12
NEEDED = {name: BY_NAME[name] for name in (*SHOWN, MetricName.HEADCOUNT, MetricName.FTE)}

PLACEMENTS = select(placements).where(
    placements.c.release_id == bindparam("release"),
    placements.c.employer.in_(bindparam("employers", expanding=True)),
)
SHOWN_TO_FIRM = (
    released_groups.c.release_id == bindparam("release"),
    released_groups.c.group_key.not_in(HIDDEN),
)
BANDS = select(released_groups.c.group_key, released_groups.c.band).where(*SHOWN_TO_FIRM)
FIGURES = select(released_groups.c.group_key, released_groups.c.figures).where(
    *SHOWN_TO_FIRM, released_groups.c.group_key.in_(bindparam("keys", expanding=True))
)


@dataclasses.dataclass(frozen=True)
class Question:
    """Whose view, beside what, of which release and period."""

    firm_id: int
    comparison: Comparison
    release_id: int
    period: Period

    @property
    def bound(self) -> dict[str, int]:
        return {"release": self.release_id, "firm": self.firm_id}


@dataclasses.dataclass(frozen=True)
class Edition:
    """All that an answer is made of: as long as these are the same, so is the answer."""

    question: Question
    hidden: frozenset[str]
    measures: tuple[tuple[str, int], ...]


@dataclasses.dataclass(frozen=True)
class Peers:
    """Whom one employer is compared with, where there is a group for it."""

    group: PeerGroup | None
    band: Band | None
    figures: Figures


class Standings:
    """What one process has worked out, by edition and employer."""

    def __init__(self) -> None:
        self._of = functools.lru_cache(maxsize=KEPT)(nobody_yet)

    def of(
        self, connection: Connection, employers: Iterable[str], question: Question
    ) -> Mapping[str, Placed]:
        """At least these employers; whoever was asked of before in this edition is not read again."""
        hidden = frozenset(connection.execute(HIDDEN, question.bound).scalars())
        known = self._of(Edition(question, hidden, edition_of(connection)))
        for part in batches(sorted(one for one in set(employers) if one not in known)):
            known.update(read(connection, part, question))
        return known


def nobody_yet(_edition: Edition) -> dict[str, Placed]:
    return {}


def batches(employers: Sequence[str]) -> Iterator[Sequence[str]]:
    """What a query can name at once."""
    return (employers[start : start + AT_ONCE] for start in range(0, len(employers), AT_ONCE))


def read(connection: Connection, employers: Sequence[str], question: Question) -> dict[str, Placed]:
    asking = {"release": question.release_id, "employers": employers}
    where = {row.employer: placement_of(row) for row in connection.execute(PLACEMENTS, asking)}
    peers = peers_of(connection, where, question)
    quarters = question.period.quarters
    both = (*(one.minus(QUARTERS) for one in quarters), *quarters)
    measures = quarters_of_many(connection, employers, dict.fromkeys(both))
    return {
        employer: placed(
            where.get(employer),
            peers.get(employer, Peers(None, None, {})),
            measures.get(employer, {}),
            question.period,
        )
        for employer in employers
    }


def peers_of(connection: Connection, where: Mapping[str, Placement], question: Question) -> dict[str, Peers]:
    """The finest group of each ladder that the rules allow this firm, as on the card of one client."""
    bands = {key: Band(band) for key, band in connection.execute(BANDS, question.bound)}
    found = {
        employer: group
        for employer, placement in where.items()
        if (group := finest(placement, bands, question.comparison))
    }
    keys = sorted({group.key for group in found.values()})
    figures = {
        key: figures_of(blob, question.period.span)
        for key, blob in connection.execute(FIGURES, {**question.bound, "keys": keys})
    }
    return {employer: Peers(group, bands[group.key], figures[group.key]) for employer, group in found.items()}


def finest(placement: Placement, bands: Mapping[str, Band], comparison: Comparison) -> PeerGroup | None:
    ladder = [placement.group(level) for level in LADDERS[comparison]]
    place = chosen([bands.get(group.key) for group in ladder], FINE_ENOUGH[comparison])
    return None if place is None else ladder[place]


def placed(
    placement: Placement | None, peers: Peers, by_quarter: Mapping[Quarter, Measures], period: Period
) -> Placed:
    now, before = (values(summed(by_quarter, one)) for one in (period, a_year_before(period)))
    headcount, fte = number(now[MetricName.HEADCOUNT]), number(now[MetricName.FTE]) or 0.0
    told = functools.partial(standing, fte=fte, headcount=now[MetricName.HEADCOUNT], span=period.span)
    standings = {
        name: told(metric, now[name], before[name], peers.figures.get(name)) for name, metric in SHOWN.items()
    }
    reason, score = call(standings, fte=fte, headcount=headcount or 0.0)
    return Placed(
        headcount=headcount,
        section=placement.section if placement else "",
        region=placement.region if placement else "",
        group=peers.group,
        band=peers.band,
        is_provisional=is_provisional(by_quarter, period),
        standings=standings,
        reason=reason,
        score=score,
    )


def a_year_before(period: Period) -> Period:
    return dataclasses.replace(period, quarter=period.quarter.minus(QUARTERS))


def values(measures: Measures | None) -> dict[MetricName, Value]:
    return {name: value(metric, measures) for name, metric in NEEDED.items()}


def number(found: Value) -> float | None:
    return None if isinstance(found, Missing) else found
