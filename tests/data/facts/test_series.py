"""Own series against the slow computation, and what is never stored."""

import numpy as np
import pytest

from dashboard.data.facts.series import employer_series, packed_series, store_series
from dashboard.data.own_series import packed, series_of
from dashboard.domain.own_series import SUMS, Group, Series
from tests.data.facts.fact_worlds import EMPLOYERS, IN_PART, UNPAID, YEAR, a_world, write_world
from tests.peer_world import QUARTER, an_empty_store

LARGEST = EMPLOYERS[-1]
BELONGS = {
    Group.BLUE_COLLAR: lambda row: row["blue_collar"],
    Group.WHITE_COLLAR: lambda row: not row["blue_collar"],
    Group.UNDER_25: lambda row: age(row) < 25,
    Group.FROM_25: lambda row: 25 <= age(row) < 35,
    Group.FROM_35: lambda row: 35 <= age(row) < 45,
    Group.FROM_45: lambda row: 45 <= age(row) < 55,
    Group.OVER_55: lambda row: age(row) >= 55,
    Group.MEN: lambda row: row["sex"] == 1,
    Group.WOMEN: lambda row: row["sex"] == 2,
}


def age(row):
    return QUARTER.year - row["birth_year"]


@pytest.fixture(scope="module")
def world():
    return a_world(np.random.default_rng(8))


@pytest.fixture(scope="module")
def facts(world, tmp_path_factory):
    return write_world(tmp_path_factory.mktemp("it's facts"), world)


@pytest.fixture(scope="module")
def series(facts):
    return dict(employer_series(facts, QUARTER))


def staff(world, employer):
    return [row for row in world[-1]["worker_months"] if row["employer"] == employer]


def sums(rows):
    return {"headcount": len(rows)} | {name: sum(row[name] for row in rows) for name in SUMS[1:]}


@pytest.mark.parametrize("employer", EMPLOYERS)
def test_every_month_and_every_group_shown_equals_the_slow_computation(world, series, employer):
    rows = staff(world, employer)
    months = {row["month"] for row in rows}
    if len(rows) < 3 * len(months) or not rows:
        assert employer not in series
        return

    found = series[employer]

    assert found.months == {month: sums([row for row in rows if row["month"] == month]) for month in months}
    for group, one in found.groups.items():
        assert one == sums([row for row in rows if BELONGS[group](row)])


def test_large_groups_are_there_and_small_ones_are_not(world, series):
    rows = staff(world, LARGEST)
    large = {group for group, belongs in BELONGS.items() if len([*filter(belongs, rows)]) >= 15}

    assert {Group.MEN, Group.WOMEN} <= set(series[LARGEST].groups) <= large
    assert series[UNPAID].groups == {}


def test_an_employer_in_part_has_the_months_it_delivered(series):
    assert sorted(series[IN_PART].months) == [1, 2]


def test_hours_of_sickness_that_were_not_delivered_are_missing(world, tmp_path):
    write_world(tmp_path, world, omitted={"hours_sick"})

    found = dict(employer_series(tmp_path, QUARTER))[LARGEST]

    assert {one["hours_sick"] for one in (*found.months.values(), *found.groups.values())} == {None}
    assert found.groups[Group.MEN]["gross"] > 0


def test_a_series_is_read_as_it_was_stored_and_replaced_for_the_given_employers_only(facts, series):
    changed = Series({1: dict.fromkeys(SUMS, 1)}, {})
    with an_empty_store().begin() as connection:
        store_series(connection, QUARTER, [(one, packed(told)) for one, told in series.items()])
        store_series(connection, YEAR[0], packed_series(facts, YEAR[0]))
        assert series_of(connection, LARGEST, [QUARTER]) == {QUARTER: series[LARGEST]}

        store_series(connection, QUARTER, [(IN_PART, packed(changed))])

        assert series_of(connection, IN_PART, [QUARTER]) == {QUARTER: changed}
        assert series_of(connection, LARGEST, YEAR).keys() == {YEAR[0], QUARTER}
        assert series_of(connection, LARGEST, YEAR)[QUARTER] == series[LARGEST]
