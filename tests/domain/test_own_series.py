import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.own_series import (
    GROUPS,
    HOURS_PER_FTE,
    SICKNESS,
    SUMS,
    WAGE_PER_FTE,
    Breakdown,
    Group,
    Series,
    group_over,
    months_of,
    rate,
    shown_groups,
)
from dashboard.domain.workforce import Missing, Quarter, Reason

BLUE, WHITE = GROUPS[Breakdown.STATUS]
AGES = GROUPS[Breakdown.AGE]
A_MONTH = dict(zip(SUMS, (10, 8_000, 3_200_000, 120_000, 100_000, 6_000), strict=True))


def of_ages(*people):
    return {group: 3 * count for group, count in zip(AGES, people, strict=True)}


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        ((10, 10, 10, 10, 10), AGES),
        ((5, 5, 5, 5, 5), AGES),
        # The smallest other group goes with the one that is too small.
        ((4, 10, 7, 8, 9), (AGES[1], AGES[3], AGES[4])),
        # Two small groups are secret together.
        ((3, 4, 7, 8, 9), AGES[2:]),
        # One and two people would be known by a difference: another goes with them.
        ((1, 2, 7, 8, 9), AGES[3:]),
        # A group without anybody hides nobody.
        ((0, 10, 7, 8, 9), AGES[1:]),
        ((0, 0, 0, 0, 9), AGES[4:]),
        ((2, 0, 0, 0, 9), ()),
        ((1, 0, 0, 0, 0), ()),
    ],
)
def test_r12_a_group_under_five_is_hidden_and_no_difference_reveals_it(people, shown):
    assert shown_groups(of_ages(*people), months=3) == set(shown)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5), st.integers(1, 3))
def test_r12_holds_for_any_staff(people, months):
    counts = dict(zip(AGES, people, strict=True))

    shown = shown_groups(counts, months=months)

    hidden = [count for group, count in counts.items() if count and group not in shown]
    assert all(counts[group] >= 5 * months for group in shown)
    assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= 5 * months)


def test_a_rate_is_worked_out_from_its_sums():
    assert rate(SICKNESS, A_MONTH) == 5
    assert rate(WAGE_PER_FTE, A_MONTH) == 4_000
    assert rate(HOURS_PER_FTE, A_MONTH) == 125


@pytest.mark.parametrize(
    ("sums", "reason"),
    [
        (None, Reason.NOT_DELIVERED),
        (A_MONTH | {"hours_sick": None}, Reason.NOT_DELIVERED),
        (A_MONTH | {"headcount": 2}, Reason.TOO_FEW_EMPLOYEES),
        (A_MONTH | {"hours_contracted": 0}, Reason.NOT_APPLICABLE),
    ],
)
def test_a_rate_that_is_missing_says_why(sums, reason):
    assert rate(SICKNESS, sums) == Missing(reason)


def test_a_group_covers_a_year_only_where_each_quarter_shows_it():
    there, hidden = Series({}, {Group.MEN: A_MONTH}), Series({}, {})

    assert group_over([there, there], Group.MEN) == {name: 2 * one for name, one in A_MONTH.items()}
    assert group_over([there, hidden], Group.MEN) is None
    assert group_over([there, None], Group.MEN) is None
    assert group_over([], Group.MEN) is None


def test_a_group_with_hours_not_delivered_in_one_quarter_lacks_them_in_the_year():
    lacking = Series({}, {Group.MEN: A_MONTH | {"hours_sick": None}})

    year = group_over([Series({}, {Group.MEN: A_MONTH}), lacking], Group.MEN)

    assert year["hours_sick"] is None
    assert year["headcount"] == 20


def test_months_of_quarters_are_months_of_the_calendar_and_a_hole_stays_one():
    delivered = {Quarter(2026, 2): Series({1: A_MONTH, 3: A_MONTH}, {})}
    months = months_of(delivered, (Quarter(2026, 1), Quarter(2026, 2)))
    assert [(one.year, one.number) for one in months] == [(2026, number) for number in range(1, 7)]
    assert [one.sums for one in months] == [None, None, None, A_MONTH, None, A_MONTH]
