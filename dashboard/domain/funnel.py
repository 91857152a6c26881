"""Funnel limits: how far chance alone moves the figure of an employer with few people.

A figure that counts people or events is as uncertain as its count is small. Around the peers' median m its
standard deviation is the root of u (m + u/2): u is what one person or event adds to the figure of this
employer, and half an event keeps a median of zero from promising certainty. Shares of the staff are binomial:
there m (100 - m) / 100 stands for m. Spells of sickness are a compound Poisson process, in which u is the
part of a working year that a spell takes, weighed by its own length. Within two standard deviations a value
cannot be told from the median (Spiegelhalter 2005, doi 10.1002/sim.1970). Levels of pay count nothing: they
have no limits.
"""

from __future__ import annotations

import math

from dashboard.domain.metrics import Metric, MetricName
from dashboard.domain.peers import Position, Quantiles, position
from dashboard.domain.workforce import QUARTERS, Missing, Span, Value

DEVIATIONS = 2
WHOLE = 100

# Shares of the staff: one person is 100 / headcount points.
SHARES = frozenset(
    {
        MetricName.ZERO_ABSENCE_SHARE,
        MetricName.SHARE_UNDER_25,
        MetricName.SHARE_25_TO_34,
        MetricName.SHARE_35_TO_44,
        MetricName.SHARE_45_TO_54,
        MetricName.SHARE_55_AND_OVER,
        MetricName.SHARE_OF_WOMEN,
        MetricName.PART_TIME_SHARE,
        MetricName.PART_TIME_UNDER_HALF,
        MetricName.PART_TIME_HALF,
        MetricName.PART_TIME_FOUR_FIFTHS,
        MetricName.SHARE_OPEN_ENDED,
        MetricName.SHARE_FIXED_TERM,
        MetricName.SHARE_STUDENTS,
        MetricName.SHARE_FLEXI_JOBS,
    }
)
# What one event adds in a year to the figure of an employer with one worker, in the metric's unit. Sickness:
# size-biased lengths of spells of up to 30 days, of 31 to 365 and of more. Accidents: a year of 1,740 hours.
EVENTS = {
    MetricName.SICKNESS_SHORT: 7,
    MetricName.SICKNESS_GUARANTEED: 7,
    MetricName.SICKNESS_MEDIUM: 50,
    MetricName.SICKNESS_TO_DAY_90: 16,
    MetricName.SICKNESS_LONG: 100,
    MetricName.SICKNESS_TOTAL: 54,
    MetricName.SICKNESS_FREQUENCY: 1,
    MetricName.ACCIDENT_FREQUENCY: 575,
    MetricName.TURNOVER_TOTAL: 100,
    MetricName.TURNOVER_VOLUNTARY: 100,
    MetricName.TURNOVER_INVOLUNTARY: 100,
}


def standing(metric: Metric, value: float, peers: Quantiles, *, headcount: Value, span: Span) -> Position:
    """Where a value stands among the released quantiles, or that chance alone may have put it there."""
    return position(
        value,
        peers,
        step=metric.step,
        chance=half_width(metric, peers.median, headcount=headcount, span=span),
    )


def half_width(metric: Metric, median: float, *, headcount: Value, span: Span) -> float:
    """How far from the median chance reaches, in the metric's unit; 0 where the figure counts nothing."""
    if isinstance(headcount, Missing) or headcount <= 0:
        return 0.0
    if metric.name in SHARES:
        one = WHOLE / headcount
        return DEVIATIONS * math.sqrt(one * (median * (WHOLE - median) / WHOLE + one / 2))
    one = in_span(EVENTS.get(metric.name, 0), span) / headcount
    return DEVIATIONS * math.sqrt(one * (max(median, 0.0) + one / 2))


def in_span(yearly: float, span: Span) -> float:
    """An event weighs four times as much in a quarter, but no spell takes more than all of it."""
    return yearly if span is Span.FOUR_QUARTERS else min(QUARTERS * yearly, max(yearly, WHOLE))
