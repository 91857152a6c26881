"""Shares of a group's totals as a way to its largest: T5, T6, T21."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import orjson
import pytest

from dashboard.data.releases import weighted
from dashboard.data.releases.build import drafted
from dashboard.domain.shares import MIXES
from dashboard.domain.workforce import Span
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of
from tests.peer_world import QUARTER, RULES
from tests.slow_shares import can_be_guessed, held_by_few
from tests.slow_worlds import source_of

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
        for mix in MIXES:
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
# One with six in ten of all workers.
ONE_LARGE = with_told(FIFTY, 0, headcount=55_000, headcount_open=30_000, women=20_000, part_time=9_000)
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


def between(world, shown):
    """Pairs of groups that tell the same mix, one within the other, where few hold what lies between them.

    Whoever knows how many people work in both can subtract them.
    """
    groups, members = groups_in(world), members_of(world)
    found = []
    for one, other in itertools.permutations(shown, 2):
        rest = {name: members[name] for name in groups[other] - groups[one]}
        if rest and groups[one] < groups[other] and shown[one].keys() & shown[other].keys():
            whole = amounts_of(MIXES[0].whole, rest)
            found += [(one, other)] * (held_by_few(whole, rest) or bool(can_be_guessed(whole, rest)))
    return found


ONE_BETWEEN = a_world(
    a_crowd(45, people=30), a_crowd(14, people=4, nace="10910"), a_crowd(1, people=450, nace="10910")
)


@pytest.mark.xfail(reason="R4 is asked of each group and not yet of what lies between two", strict=True)
def test_t6_no_two_groups_tell_the_share_of_one_between_them():
    shown = told_shares(ONE_BETWEEN)
    assert between(ONE_BETWEEN, shown) == []
