"""Shares of a group's totals as a way to its largest: T5, T6, T21."""

from __future__ import annotations

import dataclasses

import numpy as np
import orjson
import pytest

from dashboard.data.releases import build, weighted
from dashboard.data.releases.build import drafted
from dashboard.domain.shares import MIXES, Counted
from dashboard.domain.workforce import Span
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of
from tests.peer_world import QUARTER, RULES
from tests.slow_shares import can_be_guessed, held_by_few, may_be_told, rests_of
from tests.slow_worlds import source_of

OF_TOTALS = [mix for mix in MIXES if mix.counted is Counted.TOTALS]
FINEST = "5|10711|region|03000|fine|6"


def told_shares(world):
    draft = drafted(source_of(world), QUARTER, rules=RULES)
    return {key: orjson.loads(shares) for key, shares in draft.shares.items()}


def with_told(world, place, **changed):
    """The same world, where one employer has other measures."""
    one = world[place]
    told = {quarter: {**measures, **changed} for quarter, measures in one.measures.items()}
    return (*world[:place], dataclasses.replace(one, measures=told), *world[place + 1 :])


def amounts_of(weights, members):
    told = {name: one.measures(str(QUARTER)) for name, one in members.items()}
    return {
        name: sum(weight * one[measure] for measure, weight in weights.items()) for name, one in told.items()
    }


def guessed(world, shown):
    """Told parts and wholes of which some firm can work out the largest contributor's to within a tenth."""
    groups, members = groups_in(world), members_of(world)
    found = []
    for key, shares in shown.items():
        inside = {name: members[name] for name in groups[key]}
        for mix in OF_TOTALS:
            if f"{mix.name}|{Span.QUARTER}" not in shares:
                continue
            weighed = {part.name: amounts_of(part.measures, inside) for part in mix.parts}
            weighed["whole"] = amounts_of(mix.whole, inside)
            found += [(key, mix.name, part) for part, one in weighed.items() if can_be_guessed(one, inside)]
            found += [(key, mix.name, "held") for one in [weighed["whole"]] if held_by_few(one, inside)]
    return found


def without_r4(monkeypatch):
    for rule in ("evenly_held", "hard_to_guess"):
        monkeypatch.setattr(
            weighted, rule, lambda _rules, holders, _amounts: np.full(holders.count, fill_value=True)
        )


FIFTY = a_world(a_crowd(50, people=250))
# One with six in ten of all workers, in each age and contract too, and of all cost.
LARGE = dict.fromkeys(("headcount", "from_25", "open_ordinary"), 55_000)
ONE_LARGE = with_told(FIFTY, 0, **LARGE, cost=10**11, women=20_000, part_time=9_000, blue_collar=9_000)
# Two with nearly all women: the second subtracts its own and knows the first.
TWO_WITH_WOMEN = tuple(
    dataclasses.replace(
        one,
        measures={quarter: {**told, "women": women} for quarter, told in one.measures.items()},
    )
    for one, women in zip(FIFTY, (700, 600, *[1] * 48), strict=True)
)
# All men at one employer: what is told of women tells of them.
MEN_AT_ONE = tuple(
    dataclasses.replace(
        one,
        measures={
            quarter: {**told, "women": told["headcount"] - men} for quarter, told in one.measures.items()
        },
    )
    for one, men in zip(FIFTY, (500, *[1] * 49), strict=True)
)


def test_shares_are_told_where_nobody_is_large():
    assert FINEST in told_shares(FIFTY)
    assert guessed(FIFTY, told_shares(FIFTY)) == []


def test_t5_one_employer_with_most_workers_takes_the_shares_away_and_leaves_the_quartiles():
    assert told_shares(ONE_LARGE) == {}
    assert {"0.25", "0.75"} <= set(release_of(ONE_LARGE)[FINEST].figures["cost_per_fte|quarter"])


@pytest.mark.parametrize("world", [TWO_WITH_WOMEN, MEN_AT_ONE], ids=["T6", "T21"])
def test_t6_t21_no_firm_works_out_the_largest_from_a_part_or_from_what_is_left(world):
    shown = told_shares(world)
    assert "working_time|quarter" in shown[FINEST]
    assert guessed(world, shown) == []


@pytest.mark.parametrize(
    ("world", "found"),
    [
        (ONE_LARGE, (FINEST, "sex", "held")),
        (TWO_WITH_WOMEN, (FINEST, "sex", "women")),
        (MEN_AT_ONE, (FINEST, "sex", "men")),
    ],
    ids=["T5", "T6", "T21"],
)
def test_t5_t6_t21_find_it_where_dominance_is_not_asked(world, found, monkeypatch):
    without_r4(monkeypatch)
    assert found in guessed(world, told_shares(world))


def of_a_rest(world, shown):
    """Groups whose totals less those of told groups of one rung within them are some few's, or nearly.

    Whoever knows how many people work in all of them can subtract them.
    """
    groups, members = groups_in(world), members_of(world)
    found = set()
    for mix in OF_TOTALS:
        telling = {key: groups[key] for key in shown if f"{mix.name}|{Span.QUARTER}" in shown[key]}
        for rest, taken in rests_of(telling):
            weights = (*(part.measures for part in mix.parts), mix.whole)
            inside = {name: members[name] for name in rest}
            weighed = {place: amounts_of(one, inside) for place, one in enumerate(weights)}
            if rest and not may_be_told(weighed, inside):
                found.add((mix.name, *taken))
    return found


def with_each_group_alone(monkeypatch):
    monkeypatch.setattr(build, "told_together", lambda _question, _weighing, told, _rank: told)


CHEESE = {"nace": "10510"}
ONE_BETWEEN = a_world(
    a_crowd(60, people=30), a_crowd(59, people=4, **CHEESE), a_crowd(1, people=450, **CHEESE)
)
# Two sizes of one class tell shares and the third does not: one of it has most of its workers.
SIZES = a_world(*(a_crowd(50, people=people) for people in (12, 30, 70)), a_crowd(1, people=95))
SIZES = with_told(SIZES, 150, headcount=4_500, headcount_open=4_000, women=2_000, part_time=1_000)
BETWEEN = {"pair": ONE_BETWEEN, "rest": SIZES}


@pytest.mark.parametrize("world", BETWEEN.values(), ids=BETWEEN)
def test_t6_no_groups_tell_the_share_of_one_between_them(world):
    shown = told_shares(world)
    assert any("sex|quarter" in shares for shares in shown.values())
    assert of_a_rest(world, shown) == set()


@pytest.mark.parametrize(
    ("world", "taken"),
    [
        (ONE_BETWEEN, ("2|10|belgium||fine|3",)),
        (SIZES, ("2|10|belgium||fine|2", "2|10|belgium||fine|3")),
    ],
    ids=BETWEEN,
)
def test_t6_finds_it_where_each_group_is_asked_alone(world, taken, monkeypatch):
    with_each_group_alone(monkeypatch)
    assert ("sex", *taken) in of_a_rest(world, told_shares(world))
