"""Like for like by hand, and where groups are too small to say anything."""

from __future__ import annotations

import pytest

from dashboard.domain.like_for_like import like_for_like
from dashboard.domain.own_series import SICKNESS, SUMS, WAGE_PER_FTE, Breakdown, Group, Series

BLUE, WHITE = Group.BLUE_COLLAR, Group.WHITE_COLLAR
HALVES = {"blue_collar": 50.0, "white_collar": 50.0}


def sums(people, *, sick, contracted=1000, gross=3000, fte=1):
    """Of so many people, each with these hours and this pay."""
    each = (1, fte, gross, contracted, contracted - sick, sick)
    return dict(zip(SUMS, (people * one for one in each), strict=True))


def whole_of(*parts):
    return {name: sum(part[name] for part in parts) for name in SUMS}


def a_quarter(groups, *, hidden=()):
    """One month, so that people are people."""
    return Series({1: whole_of(*groups.values(), *hidden)}, groups)


NINE_TO_ONE = a_quarter({BLUE: sums(90, sick=100), WHITE: sums(10, sick=20, gross=5000)})


def test_the_peers_shares_take_the_place_of_the_own_ones():
    assert like_for_like(SICKNESS, [NINE_TO_ONE], Breakdown.STATUS, HALVES) == pytest.approx(6.0)
    assert like_for_like(WAGE_PER_FTE, [NINE_TO_ONE], Breakdown.STATUS, HALVES) == pytest.approx(40_000)


def test_with_the_own_shares_the_figure_is_the_own_one():
    own = {"blue_collar": 90.0, "white_collar": 10.0}
    found = like_for_like(SICKNESS, [NINE_TO_ONE], Breakdown.STATUS, own)
    assert found == pytest.approx(SICKNESS.result(NINE_TO_ONE.months[1]))


def test_people_count_and_not_their_hours():
    part_time = a_quarter({BLUE: sums(50, sick=100), WHITE: sums(50, sick=0, contracted=500, fte=3)})
    found = like_for_like(SICKNESS, [part_time], Breakdown.STATUS, HALVES)
    assert found == pytest.approx(100 * 100 / 1500)


def test_quarters_are_added():
    twice = like_for_like(SICKNESS, [NINE_TO_ONE, NINE_TO_ONE], Breakdown.STATUS, HALVES)
    assert twice == pytest.approx(6.0)


AGES = {
    "under_25": 10.0,
    "from_25_to_34": 20.0,
    "from_35_to_44": 30.0,
    "from_45_to_54": 20.0,
    "from_55": 20.0,
}
OLDER = {
    Group.FROM_35: sums(10, sick=50),
    Group.FROM_45: sums(10, sick=100),
    Group.OVER_55: sums(10, sick=150),
}


def test_groups_that_are_hidden_are_one_group():
    hidden = [sums(4, sick=10), sums(6, sick=20)]
    found = like_for_like(SICKNESS, [a_quarter(OLDER, hidden=hidden)], Breakdown.AGE, AGES)
    assert found == pytest.approx((30 * 1.6 + 30 * 5 + 20 * 10 + 20 * 15) / 100)


def test_few_peers_in_a_group_without_own_people_are_left_out():
    almost = {**AGES, "under_25": 4.0, "from_25_to_34": 6.0, "from_45_to_54": 40.0}
    found = like_for_like(SICKNESS, [a_quarter(OLDER)], Breakdown.AGE, almost)
    assert found == pytest.approx((30 * 5 + 40 * 10 + 20 * 15) / 90)


def test_many_peers_in_a_group_without_own_people_leave_nothing_to_say():
    assert like_for_like(SICKNESS, [a_quarter(OLDER)], Breakdown.AGE, AGES) is None


@pytest.mark.parametrize(
    "quarters",
    [
        [a_quarter({}, hidden=[sums(4, sick=1), sums(20, sick=1)])],
        [a_quarter({BLUE: sums(40, sick=1)})],
        [NINE_TO_ONE, None],
        [None],
    ],
    ids=["all are hidden", "one group alone", "a quarter is missing", "none is delivered"],
)
def test_without_two_groups_in_every_quarter_nothing_is_said(quarters):
    assert like_for_like(SICKNESS, quarters, Breakdown.STATUS, HALVES) is None


def test_a_sum_that_is_not_delivered_leaves_nothing_to_say():
    unpaid = {group: found | {"gross": None} for group, found in NINE_TO_ONE.groups.items()}
    quarter = Series({1: NINE_TO_ONE.months[1] | {"gross": None}}, unpaid)
    assert like_for_like(WAGE_PER_FTE, [quarter], Breakdown.STATUS, HALVES) is None
    assert like_for_like(SICKNESS, [quarter], Breakdown.STATUS, HALVES) == pytest.approx(6.0)
