"""The fast release against exact definitions in plain Python, group by group, on small random worlds."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction
from math import isclose

import orjson
import pytest
from hypothesis import Phase, example, given, settings

from dashboard.data.releases.build import drafted
from dashboard.data.releases.kernel import COLUMNS
from dashboard.domain.shares import MIXES, Counted
from dashboard.domain.workforce import Span
from tests.attacks.ground import a_crowd, a_world
from tests.peer_world import QUARTER, RULES
from tests.slow_figures import NO_SPREAD, figures, shift, to_step
from tests.slow_release import release
from tests.slow_shares import shares, tenths, told_together
from tests.slow_worlds import EXACTLY_FIFTY, plans, source_of

CUTS = {10: "10-14", 15: "15-24", 25: "25-39", 40: "40-99", 100: "100+"}
COLUMNS_LOOKED_AT = 5
TINY, TENTH = Fraction(1, 10**12), Fraction(1, 10)
# The last quarter of a year, the first of the next, in which the panel is begun anew, and one that keeps it.
QUARTERS = (QUARTER.minus(2), QUARTER.minus(1), QUARTER)


def fast_and_slow(worlds):
    """Each quarter's draft, and the same release by the definitions."""
    slow, history = None, None
    for world, quarter in zip(worlds, QUARTERS, strict=True):
        slow = release(world, quarter, slow)
        draft = drafted(source_of(world), quarter, rules=RULES, history=history)
        history = draft.history
        yield draft, slow


# A smaller world is seldom a clearer one, and looking for it takes minutes.
@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@example(EXACTLY_FIFTY)
@given(plans())
def test_a_release_after_a_release_says_what_the_definitions_say(plan):
    for draft, slow in fast_and_slow(plan.worlds()):
        bands = {key: band for key, band, _figures in draft.groups}
        assert bands == {key: words(len(inside)) for key, inside in slow.shown.items()}
        told = {key: orjson.loads(figures) for key, _band, figures in draft.groups}
        assert unlike(told, slow, random.Random(plan.seed)) == []  # noqa: S311 - nothing secret
        assert {key: orjson.loads(one) for key, one in draft.shares.items()} == slow_shares(slow)


@pytest.mark.parametrize("nobody", [1, 2])
def test_a_panel_of_nobody_is_followed_by_one_of_somebody(nobody):
    somebody = a_world(a_crowd(30))
    worlds = [a_world(a_crowd(5, people=1))] * nobody + [somebody] * (3 - nobody)
    for draft, slow in fast_and_slow(worlds):
        assert {key for key, _band, _figures in draft.groups} == set(slow.shown)
    assert slow.shown


def words(count):
    return CUTS[max(least for least in CUTS if count >= least)]


def unlike(told, slow, rng):
    """Where figures are there or not against the definitions, and where those of some columns are others."""
    found = [
        (key, column.name)
        for column in COLUMNS
        for key in told
        if (column.name in told[key]) is not (key in slow.shown_with(column.name))
    ]
    for column in rng.sample(COLUMNS, COLUMNS_LOOKED_AT):
        exact = slow_figures(slow, column)
        found += [
            (key, column.name)
            for key in told
            if not alike(told[key].get(column.name), exact.get(key), step=step_of(column))
        ]
    return found


def slow_figures(slow, column):
    """The unrounded figures of a metric in the groups that may show it."""
    return {
        key: figures(
            [slow.values[one][column.name] for one in inside],
            shift(
                RULES.key, slow.shown[key], metric=column.metric.name, period=f"{slow.quarter}|{column.span}"
            ),
            step=step_of(column),
        )
        for key, inside in slow.shown_with(column.name).items()
    }


def slow_shares(slow):
    """Each group's shares that may be told, rounded to a tenth of a per cent."""
    told = {}
    for mix, span in itertools.product(MIXES, Span):
        for key, found in slow_mix(slow, mix, span).items():
            rounded = {part: round(float(to_step(one, TENTH)), 6) for part, one in found.items()}
            told.setdefault(key, {})[f"{mix.name}|{span}"] = rounded
    return told


def slow_mix(slow, mix, span):
    """The exact shares of the groups that tell one mix together, or the tenths of each group's peers."""

    def weighed(names):
        return {
            part: {one: slow.values[one][f"{mix.name}|{span}|{part}"] for one in names}
            for part in (*(part.name for part in mix.parts), "")
        }

    groups = slow.shown_with(f"{mix.name}|{span}|")
    if mix.counted is Counted.PEERS:
        return {key: found for key, inside in groups.items() if (found := tenths(weighed(inside)))}
    alone = {key: found for key, inside in groups.items() if (found := shares(weighed(inside), slow.members))}
    everybody = weighed(frozenset().union(*(groups[key] for key in alone)))
    together = told_together({key: groups[key] for key in alone}, everybody, slow.members)
    return {key: found for key, found in alone.items() if key in together}


def step_of(column):
    return Fraction(str(column.metric.step))


def alike(told, exact, *, step):
    """Equal after rounding; a float may fall on the other side of a half step."""
    if told is None or exact in (None, NO_SPREAD) or told == NO_SPREAD:
        return told == exact
    return [float(share) for share in exact] == [float(share) for share in told] and all(
        any(
            isclose(one, to_step(raw + nudge, step), rel_tol=1e-12)
            for nudge in (0, abs(raw) * TINY, -abs(raw) * TINY)
        )
        for one, raw in zip(told.values(), exact.values(), strict=True)
    )
