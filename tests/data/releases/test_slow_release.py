"""The fast release against exact definitions in plain Python, group by group, on small random worlds."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isclose

import orjson
from hypothesis import Phase, given, settings

from dashboard.data.releases.build import drafted
from dashboard.data.releases.kernel import COLUMNS
from dashboard.domain.metrics import YEARLY, value
from dashboard.domain.workforce import Missing, Period
from tests.peer_world import QUARTER, RULES
from tests.slow_figures import NO_SPREAD, figures, shift, to_step
from tests.slow_groups import decided, groups_of, in_order
from tests.slow_panel import contributors
from tests.slow_worlds import plans, source_of

CUTS = {10: "10-14", 15: "15-24", 25: "25-39", 40: "40-99", 100: "100+"}
COLUMNS_LOOKED_AT = 5
TINY = Fraction(1, 10**12)


# A smaller world is seldom a clearer one, and looking for it takes minutes.
# A smaller world is seldom a clearer one, and looking for it takes minutes.
@settings(max_examples=40, deadline=None, phases=(Phase.reuse, Phase.generate))
@given(plans())
def test_a_release_says_what_the_definitions_say(plan):
    world = plan.world()
    members = contributors(world, str(QUARTER))
    slow = decided(in_order(groups_of(members.values())), members)

    groups = drafted(source_of(world), QUARTER, rules=RULES).groups
    fast = {key: orjson.loads(figures) for key, _band, figures in groups}

    assert {key: band for key, band, _figures in groups} == {key: words(len(slow[key])) for key in slow}
    for column in random.Random(plan.seed).sample(COLUMNS, COLUMNS_LOOKED_AT):  # noqa: S311 - nothing secret
        exact = slow_figures(slow, members, column)
        told = {key: found[column.name] for key, found in fast.items() if column.name in found}
        assert told.keys() == exact.keys()
        assert [key for key in told if not alike(told[key], exact[key], step=step_of(column))] == []


def words(count):
    return CUTS[max(least for least in CUTS if count >= least)]


def slow_figures(groups, members, column):
    """The unrounded figures of a metric in the groups whose members with a value are safe in turn."""
    values = {name: value_of(one, column) for name, one in members.items()}
    with_value = {
        key: frozenset(one for one in inside if values[one] is not None) for key, inside in groups.items()
    }
    shown = decided(with_value, members)
    period = f"{QUARTER}|{column.span}"
    return {
        key: figures(
            [values[one] for one in inside],
            shift(RULES.key, groups[key], metric=column.metric.name, period=period),
            step=step_of(column),
        )
        for key, inside in shown.items()
    }


def step_of(column):
    return Fraction(str(column.metric.step))


def value_of(member, column):
    """The metric of a contributor over the whole period; None where a quarter or a base is missing."""
    told = [member.measures(str(quarter)) for quarter in Period(QUARTER, column.span).quarters]
    if any(one is None for one in told):
        return None
    sums = {name: sum(one[name] for one in told) for name in told[0]}
    sums |= {name: told[-1][name] for name in YEARLY}
    found = value(column.metric, sums)
    return None if isinstance(found, Missing) else Fraction(found)


def alike(told, exact, *, step):
    """Equal after rounding; a float may fall on the other side of a half step."""
    if exact == NO_SPREAD or isinstance(told, str):
        return told == exact
    return [float(share) for share in exact] == [float(share) for share in told] and all(
        any(
            isclose(one, to_step(raw + nudge, step), rel_tol=1e-12)
            for nudge in (0, abs(raw) * TINY, -abs(raw) * TINY)
        )
        for one, raw in zip(told.values(), exact.values(), strict=True)
    )
