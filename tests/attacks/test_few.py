"""Groups of too few: T1, T4, T18, T19."""

import dataclasses

import numpy as np

from dashboard.data.releases import build, kernel, panel
from dashboard.domain.peers import Band
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of, without
from tests.slow_figures import NO_SPREAD

FINEST = "5|10711|region|03000|fine|2"
PARENT = "4|1071|region|03000|fine|2"


def too_small(world, shown):
    """Shown groups that have fewer than ten contributors or fifty workers."""
    groups = groups_in(world)
    members = members_of(world)
    return [
        key
        for key in shown
        if len(groups.get(key, ())) < 10 or sum(members[name].workers for name in groups[key]) < 50
    ]


NINE = a_world(a_crowd(9), a_crowd(12, nace="10712"))


def test_t1_nine_employers_are_not_in_the_store_and_the_wider_group_serves():
    shown = release_of(NINE)
    assert FINEST not in shown
    assert PARENT in shown
    assert too_small(NINE, shown) == []


def test_t1_finds_nine_where_nine_are_enough(monkeypatch):
    monkeypatch.setattr(build, "band", lambda _count: Band.FROM_10)
    assert FINEST in too_small(NINE, release_of(NINE, rules=without(employers=9)))


def holding(count):
    """Employers of which two belong to one enterprise group."""
    return a_world(a_crowd(count - 2), a_crowd(2, group="holding"))


def test_t4_two_numbers_of_one_group_count_once():
    assert release_of(holding(11))
    assert release_of(holding(10)) == {}


def test_t4_finds_groups_that_are_not_merged():
    world = holding(10)
    apart = tuple(dataclasses.replace(one, group="") for one in world)
    assert FINEST in too_small(world, release_of(apart))


ONE_WORKER = a_world(a_crowd(60, people=1))


def test_t19_employers_of_one_worker_contribute_nothing():
    assert release_of(ONE_WORKER) == {}
    mixed = a_world(a_crowd(9, people=9), a_crowd(30, people=1))
    assert too_small(mixed, release_of(mixed)) == []


def test_t19_finds_them_where_they_count(monkeypatch):
    monkeypatch.setattr(panel, "SMALLEST_MEMBER", 1)
    assert too_small(ONE_WORKER, release_of(ONE_WORKER))


def all_alike(world, shown, metric="accident_frequency|four_quarters"):
    """Shown groups whose figures tell that nine in ten have the same number of accidents."""
    still = {name for name, one in members_of(world).items() if not accidents(one)}
    groups = groups_in(world)
    return [
        key
        for key, group in shown.items()
        if len(groups[key] & still) > 0.9 * len(groups[key]) and metric in group.figures
        if group.figures[metric] != NO_SPREAD
    ]


def accidents(member):
    return sum(told["accidents"] for one in member.employers for told in one.measures.values())


def without_accidents(world):
    return tuple(
        dataclasses.replace(
            one, measures={quarter: {**told, "accidents": 0} for quarter, told in one.measures.items()}
        )
        for one in world
    )


SAFE = without_accidents(a_world(a_crowd(30)))


def test_t18_a_group_without_accidents_says_that_it_has_no_spread():
    shown = release_of(SAFE)
    assert shown[FINEST].figures["accident_frequency|four_quarters"] == NO_SPREAD
    assert all_alike(SAFE, shown) == []


def test_t18_finds_figures_that_nearly_all_share(monkeypatch):
    monkeypatch.setattr(kernel, "useless", lambda ordered, *_: np.zeros(len(ordered.counts), bool))
    assert FINEST in all_alike(SAFE, release_of(SAFE))
