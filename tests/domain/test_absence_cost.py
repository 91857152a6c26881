"""The cost of absence, worked out by hand, and ranges that hold whatever the spells were."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.absence_cost import (
    Absence,
    Range,
    absence_of,
    cost,
    hours_of_day,
    hours_of_fte,
    paid_share,
    solidarity,
)
from dashboard.domain.legal_parameters import law_on

LAW = law_on(datetime.date(2026, 11, 24))
# Half blue-collar, a fifth of 55 or more, 20 euros an hour, a quarter of contributions on top.
HALF = Absence(100_000, 5_000, 2_000, 600, 20.0, 0.25, 60.0, 0.5, 0.2)
MEASURES = {
    "months": 12,
    "headcount": 720,
    "blue_collar": 360,
    "over_55": 144,
    "gross": 200_000_000,
    "hours_paid": 10_000_000,
    "contributions": 50_000_000,
    "hours_contracted": 10_000_000,
    "sick_short": 150_000,
    "sick_medium": 250_000,
    "sick_long": 100_000,
    "sick_guaranteed": 200_000,
    "sick_to_day_90": 60_000,
}


def test_measures_become_hours_euros_and_shares():
    assert absence_of(MEASURES) == HALF


@pytest.mark.parametrize("name", MEASURES)
def test_without_one_of_the_measures_there_is_no_cost(name):
    assert absence_of(MEASURES | {name: None}) is None


@pytest.mark.parametrize("name", ["gross", "hours_paid", "headcount"])
def test_where_nobody_is_paid_there_is_no_cost(name):
    assert absence_of(MEASURES | {name: 0}) is None


def test_guaranteed_pay_of_white_collar_workers_is_their_whole_cost():
    white = Absence(100_000, 5_000, 2_000, 0, 20.0, 0.25, 10.0, 0.0, 0.2)
    assert cost(white, LAW).guaranteed == Range(50_000, 50_000)


def test_guaranteed_pay_of_blue_collar_workers_by_hand():
    # A whole month: 7 days at 1.25, 7 at 0.8588 and 16 at 0.2588, over 30.
    month = (7 * 1.25 + 7 * 0.8588 + 16 * 0.2588) / 30
    assert paid_share(HALF, LAW).low == pytest.approx((1.25 + month) / 2)
    assert cost(HALF, LAW).guaranteed.low == pytest.approx(2_000 * 20 * (1.25 + month) / 2)
    assert cost(HALF, LAW).guaranteed.high == pytest.approx(2_000 * 20 * 1.25)


def test_the_solidarity_contribution_by_hand():
    # 600 hours at 20 euros, 60 % of it as benefit and 30 % of that; four fifths are under 55.
    found = solidarity(HALF, LAW)
    assert (found.low, found.high) == (pytest.approx(1_728), pytest.approx(2_160))
    assert cost(HALF, LAW).total.high == pytest.approx(52_160)


def test_pay_above_the_ceiling_does_not_raise_the_low_end():
    rich = Absence(100_000, 5_000, 2_000, 600, 80.0, 0.25, 60.0, 0.5, 0.0)
    found = solidarity(rich, LAW)
    assert found.low == pytest.approx(600 * 4_668.30 * 12 / (38 * 52) * 0.18)
    assert found.high == pytest.approx(600 * 80 * 0.18)


@pytest.mark.parametrize(("staff", "due"), [(49.9, False), (50.0, True)])
def test_smaller_employers_owe_no_solidarity_contribution(staff, due):
    small = Absence(100_000, 5_000, 2_000, 600, 20.0, 0.25, staff, 0.5, 0.2)
    assert (solidarity(small, LAW) is not None) is due
    assert (cost(small, LAW).solidarity != Range(0, 0)) is due


def test_a_week_of_38_hours_makes_days_and_full_time_equivalents():
    assert (hours_of_day(LAW), hours_of_fte(LAW)) == (7.6, 1976)


@given(
    st.lists(st.tuples(st.integers(1, 400), st.booleans()), min_size=1, max_size=30),
    st.floats(0, 0.5),
)
def test_what_is_paid_of_any_spells_lies_in_the_range(spells, contributions):
    """Day by day, an hour a day and a euro an hour, with contributions on all but the last part."""
    blue = sum(min(length, 30) for length, is_blue in spells if is_blue)
    days = sum(min(length, 30) for length, _is_blue in spells)
    paid = sum(
        day_pay(day, is_blue, contributions)
        for length, is_blue in spells
        for day in range(1, min(length, 30) + 1)
    )
    absence = Absence(1e6, 1e4, days, 0, 1.0, contributions, 10.0, blue / days, 0.0)
    found = cost(absence, LAW).guaranteed
    assert found.low - 1e-9 <= paid <= found.high + 1e-9


def day_pay(day, is_blue, contributions):
    if not is_blue or day <= 7:
        return 1 + contributions
    return 0.8588 if day <= 14 else 0.2588
