"""Funnel limits against what was computed by hand and by drawing lots, and what they say of a position."""

from __future__ import annotations

import math
import random

import pytest

from dashboard.domain.funnel import EVENTS, SHARES, half_width, standing
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import Quantiles, Where
from dashboard.domain.workforce import Missing, Reason, Span

YEAR, QUARTER = Span.FOUR_QUARTERS, Span.QUARTER
WOMEN, SHORT = BY_NAME[MetricName.SHARE_OF_WOMEN], BY_NAME[MetricName.SICKNESS_SHORT]
TURNOVER, COST = BY_NAME[MetricName.TURNOVER_TOTAL], BY_NAME[MetricName.COST_PER_FTE]


# A simulation's standard deviation of a year's short sickness by headcount, at a rate of 3.1%: 1.73 spells a
# year by a gamma-Poisson process, with lognormal lengths.
@pytest.mark.parametrize(
    ("headcount", "deviation"), [(5, 2.1), (10, 1.4), (20, 1.05), (50, 0.65), (100, 0.48), (250, 0.30)]
)
def test_short_sickness_is_as_uncertain_as_was_simulated(headcount, deviation):
    found = half_width(SHORT, 3.1, headcount=headcount, span=YEAR) / 2
    assert found == pytest.approx(deviation, rel=0.12)


def test_the_share_of_women_is_as_uncertain_as_drawn_lots():
    lots = random.Random(1)  # noqa: S311 - no secret
    shares = [100 * sum(lots.random() < 0.4 for _person in range(25)) / 25 for _employer in range(4000)]
    mean = sum(shares) / len(shares)
    deviation = math.sqrt(sum((share - mean) ** 2 for share in shares) / len(shares))
    assert half_width(WOMEN, 40, headcount=25, span=YEAR) / 2 == pytest.approx(deviation, rel=0.06)


def test_a_median_of_zero_promises_no_certainty():
    """One leaver of ten is 10 points: the limits are 2 x the root of 10 x 10 / 2."""
    assert half_width(TURNOVER, 0, headcount=10, span=YEAR) == pytest.approx(2 * math.sqrt(50))


def test_more_people_say_more_and_a_quarter_says_less():
    widths = [half_width(SHORT, 3, headcount=people, span=YEAR) for people in (5, 20, 100)]
    assert widths == sorted(widths, reverse=True)
    assert half_width(SHORT, 3, headcount=20, span=QUARTER) == pytest.approx(2 * widths[1], rel=0.1)


def test_levels_of_pay_have_no_limits_and_an_unknown_headcount_none_either():
    assert half_width(COST, 70_000, headcount=5, span=YEAR) == 0
    assert half_width(WOMEN, 40, headcount=Missing(Reason.NOT_DELIVERED), span=YEAR) == 0


def test_shares_and_events_are_different_metrics_of_this_dictionary():
    assert not SHARES & set(EVENTS)
    assert set(EVENTS) | SHARES <= set(BY_NAME)


@pytest.mark.parametrize(
    ("headcount", "where"), [(10, Where.NOT_DISTINGUISHABLE), (1000, Where.ABOVE_MIDDLE)]
)
def test_the_same_value_says_nothing_of_ten_and_something_of_a_thousand(headcount, where):
    peers = Quantiles({0.25: 30, 0.5: 40, 0.75: 50})
    assert standing(WOMEN, 60, peers, headcount=headcount, span=YEAR).where is where


def test_a_value_at_the_median_is_close_to_it_however_few_they_are():
    peers = Quantiles({0.25: 30, 0.5: 40, 0.75: 50})
    assert standing(WOMEN, 40, peers, headcount=5, span=YEAR).where is Where.CLOSE
