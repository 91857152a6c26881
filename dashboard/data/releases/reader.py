"""Serves an employer's own values and the released figures of its peers; computes nothing about others."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from sqlalchemy import Connection, Row, bindparam, select

from dashboard.data.own_measures import Measures, is_provisional, own_quarters, summed
from dashboard.data.own_series import series_of
from dashboard.data.releases.tables import (
    NO_SPREAD,
    placement_of,
    placements,
    released_groups,
    releases,
    withheld,
)
from dashboard.domain.metrics import BY_NAME, MetricName, value
from dashboard.domain.own_series import Month, Series, months_of
from dashboard.domain.peers import (
    CERTAIN,
    FINE_ENOUGH,
    LADDERS,
    USUAL,
    Band,
    Comparison,
    Figures,
    Mixes,
    NoSpread,
    PeerCard,
    PeerGroup,
    Placement,
    Quantiles,
)
from dashboard.domain.places import PlaceCard, groups_at
from dashboard.domain.workforce import Period, Quarter, Span, Value

# Asked for every page of figures: written once, bound each time.
QUARTERS = select(releases.c.quarter).where(releases.c.active).order_by(releases.c.quarter.desc())
OF_QUARTER = select(releases.c.id, releases.c.built_at).where(
    releases.c.active, releases.c.quarter == bindparam("quarter")
)
PLACEMENT = select(placements).where(
    placements.c.release_id == bindparam("release"), placements.c.employer == bindparam("employer")
)
HIDDEN = select(withheld.c.group_key).where(
    withheld.c.release_id == bindparam("release"), withheld.c.firm_id == bindparam("firm")
)
GROUPS = select(released_groups).where(
    released_groups.c.release_id == bindparam("release"),
    released_groups.c.group_key.in_(bindparam("keys", expanding=True)),
    released_groups.c.group_key.not_in(HIDDEN),
)


@dataclasses.dataclass(frozen=True)
class OwnFigures:
    """An employer's own value of every metric of a period; provisional while its last quarter is in part."""

    values: dict[MetricName, Value]
    is_provisional: bool


class Releases:
    """The active release of each quarter."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters with an active release, newest first."""
        return tuple(Quarter.parse(quarter) for quarter in self._connection.execute(QUARTERS).scalars())

    def built_at(self, quarter: Quarter) -> datetime.datetime | None:
        row = self._of(quarter)
        return row.built_at if row else None

    def committee(self, employer: str) -> str:
        """The joint committee that the newest release has it in; empty where the facts name none."""
        release_id = next((self._active(quarter) for quarter in self.quarters()[:1]), None)
        placement = self._placement(release_id, employer) if release_id else None
        return placement.committee if placement else ""

    def own(self, employer: str, period: Period) -> dict[MetricName, Value]:
        return self.own_figures(employer, period).values

    def own_figures(self, employer: str, period: Period) -> OwnFigures:
        """The employer's own value of every metric offered for the span, or why there is none."""
        by_quarter = own_quarters(self._connection, employer, period.quarters)
        measures = summed(by_quarter, period)
        values = {
            name: value(metric, measures) for name, metric in BY_NAME.items() if period.span in metric.spans
        }
        return OwnFigures(values, is_provisional(by_quarter, period))

    def provisional_series(
        self, employer: str, span: Span, quarters: tuple[Quarter, ...]
    ) -> tuple[bool, ...]:
        by_quarter = own_quarters(self._connection, employer, quarters)
        return tuple(is_provisional(by_quarter, Period(quarter, span)) for quarter in quarters)

    def own_series(
        self, employer: str, metric: MetricName, span: Span, quarters: tuple[Quarter, ...]
    ) -> tuple[Value, ...]:
        needed = {one for quarter in quarters for one in Period(quarter, span).quarters}
        by_quarter = own_quarters(self._connection, employer, needed)
        return tuple(
            value(BY_NAME[metric], summed(by_quarter, Period(quarter, span))) for quarter in quarters
        )

    def measures(self, employer: str, period: Period) -> Measures | None:
        """The employer's own measures of a period, None unless each of its quarters was delivered."""
        return summed(own_quarters(self._connection, employer, period.quarters), period)

    def months(self, employer: str, quarters: tuple[Quarter, ...]) -> tuple[Month, ...]:
        """The employer's own months in the order of the quarters."""
        return months_of(series_of(self._connection, employer, quarters), quarters)

    def series(self, employer: str, quarters: tuple[Quarter, ...]) -> tuple[Series | None, ...]:
        """The employer's own series of each quarter, None where it was not delivered."""
        found = series_of(self._connection, employer, quarters)
        return tuple(found.get(quarter) for quarter in quarters)

    def cards(
        self, employer: str, period: Period, *, firm_id: int, of: Iterable[Comparison] = Comparison
    ) -> dict[Comparison, PeerCard]:
        """The card of each comparison: the finest group of its ladder that the rules allow this firm."""
        release_id = self._active(period.quarter)
        placement = self._placement(release_id, employer) if release_id else None
        if release_id is None or placement is None:
            return {one: PeerCard(one, period, None, None, (), {}) for one in of}
        ladders = {one: tuple(map(placement.group, LADDERS[one])) for one in of}
        keys = {group.key for ladder in ladders.values() for group in ladder}
        found = self._groups(release_id, keys, firm_id=firm_id)
        return {one: card(one, period, ladders[one], found) for one in of}

    def has_committee(self, employer: str, quarter: Quarter) -> bool:
        """Whether the employer can be compared within a joint committee."""
        release_id = self._active(quarter)
        placement = self._placement(release_id, employer) if release_id else None
        return placement is not None and bool(placement.committee)

    def of_places(
        self, employer: str, period: Period, places: tuple[str, ...], *, firm_id: int
    ) -> tuple[PlaceCard, ...]:
        """Employers of the client's class of size in each place, as finely as most are released."""
        release_id = self._active(period.quarter)
        placement = self._placement(release_id, employer) if release_id else None
        if release_id is None or placement is None:
            return ()
        levels = groups_at(placement, places)
        keys = {group.key for groups in levels for group in groups}
        found = self._groups(release_id, keys, firm_id=firm_id)
        chosen_level = max(levels, key=lambda groups: sum(group.key in found for group in groups))
        own = placement.province or placement.region
        return tuple(place_card(group, period, found.get(group.key), own=own) for group in chosen_level)

    def trend(
        self,
        group: PeerGroup,
        metric: MetricName,
        span: Span,
        quarters: tuple[Quarter, ...],
        *,
        firm_id: int,
    ) -> tuple[Quantiles | None, ...]:
        """The same group in each quarter: levels are never mixed, a quarter without it is a gap."""
        hidden = select(withheld.c.release_id).where(
            withheld.c.group_key == group.key, withheld.c.firm_id == firm_id
        )
        question = (
            select(releases.c.quarter, released_groups.c.figures)
            .join(releases)
            .where(releases.c.active, released_groups.c.group_key == group.key, releases.c.id.not_in(hidden))
        )
        found = {row.quarter: figures_of(row.figures, span) for row in self._connection.execute(question)}
        picked = [found.get(str(quarter), {}).get(metric) for quarter in quarters]
        return tuple(one if isinstance(one, Quantiles) else None for one in picked)

    def _of(self, quarter: Quarter) -> Row[Any, Any] | None:
        return self._connection.execute(OF_QUARTER, {"quarter": str(quarter)}).one_or_none()

    def _active(self, quarter: Quarter) -> int | None:
        row = self._of(quarter)
        return row.id if row else None

    def _placement(self, release_id: int, employer: str) -> Placement | None:
        asking = {"release": release_id, "employer": employer}
        row = self._connection.execute(PLACEMENT, asking).one_or_none()
        if row is None:
            return None
        return placement_of(row)

    def _groups(self, release_id: int, keys: set[str], *, firm_id: int) -> dict[str, Row[Any]]:
        asking = {"release": release_id, "firm": firm_id, "keys": sorted(keys)}
        return {row.group_key: row for row in self._connection.execute(GROUPS, asking)}


def card(
    comparison: Comparison, period: Period, ladder: tuple[PeerGroup, ...], found: Mapping[str, Row[Any]]
) -> PeerCard:
    bands = [Band(found[group.key].band) if group.key in found else None for group in ladder]
    place = chosen(bands, FINE_ENOUGH[comparison])
    if place is None:
        return PeerCard(comparison, period, None, None, ladder, {})
    finer = tuple(group for group in ladder[:place] if group.key not in found)
    row = found[ladder[place].key]
    figures, mixes = figures_of(row.figures, period.span), mixes_of(row.shares, period.span)
    return PeerCard(comparison, period, ladder[place], bands[place], finer, figures, mixes)


def place_card(group: PeerGroup, period: Period, row: Row[Any] | None, *, own: str) -> PlaceCard:
    figures = figures_of(row.figures, period.span) if row else {}
    return PlaceCard(group, Band(row.band) if row else None, figures, is_own=group.place == own)


def chosen(bands: list[Band | None], fine_enough: int) -> int | None:
    """The finest group of at least forty down to the fine-enough rung, else of fifteen, else any."""
    rules = ((CERTAIN, fine_enough + 1), (USUAL, len(bands)), (1, len(bands)))
    for least, end in rules:
        for place, one in enumerate(bands[:end]):
            if one is not None and one.least >= least:
                return place
    return None


@functools.lru_cache(maxsize=512)  # what is released never changes, and its words are the same for everybody
def figures_of(blob: bytes, span: Span) -> Figures:
    figures: dict[MetricName, Quantiles | NoSpread] = {}
    for column, found in orjson.loads(blob).items():
        name, of_span = column.split("|")
        if of_span == span:
            figures[MetricName(name)] = read_one(found)
    return figures


def mixes_of(blob: bytes | None, span: Span) -> Mixes:
    """The mixes of a span by their names."""
    named = [(*column.split("|"), shares) for column, shares in orjson.loads(blob or b"{}").items()]
    return {name: shares for name, of_span, shares in named if of_span == span}


def read_one(found: Any) -> Quantiles | NoSpread:  # noqa: ANN401 - JSON of our own making
    if found == NO_SPREAD:
        return NoSpread()
    return Quantiles({float(probability): one for probability, one in found.items()})
