"""Firms that put together what they know: T2, T3, T23."""

import pytest

from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of, without
from tests.slow_groups import outside_every_firm

FINEST = "5|10711|region|03000|fine|2"
LEFT = 5


def known_too_well(world, shown):
    """Shown groups of which some firm knows all but four, or that fewer than three firms share."""
    groups, members = groups_in(world), members_of(world)
    told = {key: outside_every_firm(groups[key], members) for key in shown}
    return [key for key, (firms, outside) in told.items() if firms < 3 or outside < LEFT]


def of_firms(*counts):
    return a_world(*(a_crowd(count, firms=frozenset({firm})) for firm, count in enumerate(counts, start=1)))


TEN_OF_FOURTEEN = of_firms(10, 2, 2)
TWO_FIRMS = of_firms(6, 6)


@pytest.mark.parametrize("world", [TEN_OF_FOURTEEN, TWO_FIRMS, of_firms(20), of_firms(9, 4, 2)])
def test_t2_t3_a_group_that_a_firm_knows_too_well_is_shown_to_nobody(world):
    assert release_of(world) == {}


def test_t2_finds_ten_of_fourteen_where_no_reserve_is_kept():
    assert FINEST in known_too_well(
        TEN_OF_FOURTEEN, release_of(TEN_OF_FOURTEEN, rules=without(outside_firm=0))
    )


def test_t3_finds_two_firms_where_two_are_enough():
    rules = without(firms=2, outside_firm=6)
    assert FINEST in known_too_well(TWO_FIRMS, release_of(TWO_FIRMS, rules=rules))


@pytest.mark.parametrize(("firms", "shown"), [((7, 4, 3), True), ((8, 4, 3), True), ((8, 4, 2), False)])
def test_t2_seven_outside_every_firm_are_enough(firms, shown):
    world = of_firms(*firms)
    assert (FINEST in release_of(world)) is shown
    assert known_too_well(world, release_of(world)) == []


def told_by_two(world, shown):
    """Shown groups of which the two firms with most clients together know all but two: a warning, no rule."""
    groups, members = groups_in(world), members_of(world)
    return [key for key in shown if outside_two(groups[key], members) < 3]


def outside_two(names, members):
    """Members that the two largest firms leave, if they put together what they know."""
    lists = {}
    for name in names:
        for firm in members[name].firms or (name,):
            lists.setdefault(firm, set()).add(name)
    first, second = sorted(lists.values(), key=len)[-2:]
    return len(names - first - second)


TWO_LARGE = of_firms(8, 8, 1)


def test_t23_two_firms_together_leave_at_least_three_where_many_firms_share():
    world = of_firms(5, 4, 4, 3, 2)
    shown = release_of(world)
    assert shown
    assert told_by_two(world, shown) == []


def test_t23_finds_two_firms_that_know_nearly_all():
    assert FINEST in told_by_two(TWO_LARGE, release_of(TWO_LARGE))
