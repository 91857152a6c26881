"""What the firm that knows most of a released group learns of the others: T17."""

from __future__ import annotations

import numpy as np
import pytest

from tests.attacks.coalition import Target, learnt, remaining, targets
from tests.attacks.demo_world import a_demo_world
from tests.attacks.ground import a_crowd, a_world, release_of, without


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return a_demo_world(tmp_path_factory.mktemp("facts"))


def test_t17_no_firm_learns_much_of_any_employer_in_the_demo(demo):
    attacked = list(targets(*demo))
    assert len(attacked) > 100
    assert learnt(attacked) == {}


def all_but(unknown):
    """Twenty employers of which one firm knows all but a few."""
    others = (a_crowd(1, firms=frozenset({firm})) for firm in range(2, 2 + unknown))
    return a_world(a_crowd(20 - unknown, firms=frozenset({1})), *others)


def test_t17_finds_a_firm_that_knows_all_but_two():
    world = all_but(2)
    assert learnt(targets(world, release_of(world, rules=without(outside_firm=1))))


def test_t17_finds_nothing_at_the_reserve_where_it_found_much_below():
    world = all_but(7)
    assert learnt(targets(world, release_of(world))) == {}


@pytest.mark.parametrize(("unknown", "left"), [(1, 0.32), (2, 0.63), (3, 0.76), (5, 0.9)])
def test_t17_the_attack_is_as_strong_as_the_published_one(unknown, left):
    """Mean 6 and spread 4 among fifteen; the published numbers know of no shift, which leaves more."""
    rng = np.random.default_rng(7)
    rates = rng.gamma(2.25, 16 / 6, 4000)
    found = [
        remaining(
            Target(rates[start : start + 15 - unknown], unknown, rates, (0.25, 0.5, 0.75), 0.1), rng=rng
        )
        for start in range(0, 180, 30)
    ]
    assert left - 0.05 < np.mean(found) < left + 0.15
