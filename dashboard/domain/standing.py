"""Where an employer stands among its own peers, how far it moved in a year, and who is called first."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.domain.funnel import half_width
from dashboard.domain.metrics import BY_NAME, OVERVIEW, Metric, MetricName, Topic
from dashboard.domain.peers import Band, NoSpread, PeerGroup, Quantiles
from dashboard.domain.workforce import Missing, Span, Value

# A size says who is large and nothing else.
SIZES_OF_STAFF = {MetricName.HEADCOUNT, MetricName.FTE}
SHOWN = {metric.name: metric for metric in OVERVIEW if metric.name not in SIZES_OF_STAFF}
# Who works somewhere is nobody's reason to call.
REASONS_TO_CALL = SHOWN.keys() - {
    MetricName.SHARE_UNDER_25,
    MetricName.SHARE_55_AND_OVER,
    MetricName.SHARE_OF_WOMEN,
    MetricName.PART_TIME_SHARE,
}
MOST = 3.0
# Among fewer, absence and turnover move as far by chance alone.
SETTLED_FTE = 20.0
# The least headcount of a size, and what it weighs.
SIZES = ((50, 2.0), (10, 1.5), (0, 1.0))


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """One metric of one employer beside its own peers.

    `change` is since the same period a year before: 0 where it is too small to be one, None where nobody
    knows. `outside` counts the released quantiles from the quartile on that the value lies above, below if
    negative, and none within `chance` of the median; `distance` from the median and `moved` in a year are in
    widths of the peers' middle half.
    """

    value: Value
    peers: Quantiles | NoSpread | None
    change: float | None = None
    outside: int = 0
    distance: float | None = None
    moved: float = 0.0
    chance: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True)
class Placed:
    """One employer among its own peers: who they are, each metric, and how soon to call about which."""

    headcount: float | None
    section: str
    region: str
    group: PeerGroup | None
    band: Band | None
    is_provisional: bool
    standings: Mapping[MetricName, Standing]
    reason: MetricName | None
    score: float


def standing(  # noqa: PLR0913 what a figure, its peers and its employer's size are
    metric: Metric,
    value: Value,
    before: Value,
    peers: Quantiles | NoSpread | None,
    *,
    fte: float,
    headcount: Value,
    span: Span,
) -> Standing:
    change = change_of(metric, value, before, fte=fte)
    if isinstance(value, Missing) or not isinstance(peers, Quantiles):
        return Standing(value, peers, change=change)
    chance = half_width(metric, peers.median, headcount=headcount, span=span)
    wide = middle_half(peers)
    if not wide:
        return Standing(value, peers, change=change, chance=chance)
    return Standing(
        value,
        peers,
        change=change,
        outside=outside(value, peers) if abs(value - peers.median) > chance else 0,
        distance=(value - peers.median) / wide,
        moved=(change or 0.0) / wide,
        chance=chance,
    )


def change_of(metric: Metric, value: Value, before: Value, *, fte: float) -> float | None:
    """Less than two steps of rounding is none, and so is what few people may do by chance."""
    if isinstance(value, Missing) or isinstance(before, Missing):
        return None
    change = value - before
    return change if abs(change) >= 2 * metric.step and is_settled(metric, fte) else 0.0


def middle_half(peers: Quantiles) -> float | None:
    """How wide it is; None where the quartiles are not released."""
    low, high = peers.at(0.25), peers.at(0.75)
    return None if low is None or high is None else high - low


def outside(value: float, peers: Quantiles) -> int:
    above = sum(edge is not None and value > edge for edge in (peers.at(0.75), peers.at(0.9)))
    below = sum(edge is not None and value < edge for edge in (peers.at(0.25), peers.at(0.1)))
    return above - below


def call(
    standings: Mapping[MetricName, Standing], *, fte: float, headcount: float
) -> tuple[MetricName | None, float]:
    """The figure to call about and the client's score: distance and movement, weighed by size."""
    found = {
        name: min(abs(one.distance or 0.0), MOST) + min(abs(one.moved), MOST)
        for name, one in standings.items()
        if one.outside and name in REASONS_TO_CALL and is_settled(BY_NAME[name], fte)
    }
    if not found:
        return None, 0.0
    reason = max(found, key=lambda name: found[name])
    return reason, found[reason] * next(weight for least, weight in SIZES if headcount >= least)


def is_settled(metric: Metric, fte: float) -> bool:
    return metric.topic is Topic.PAY or fte >= SETTLED_FTE
