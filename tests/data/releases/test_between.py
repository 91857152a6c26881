"""R4 between groups that tell the same mix, against the definition in loops."""

import random

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dashboard.data.releases.between import told_together
from dashboard.data.releases.build import panel_and_values, question_of
from dashboard.data.releases.choice import ranked
from dashboard.data.releases.weighted import Weighing, amounts_of
from dashboard.domain.shares import Mix, Part
from tests import slow_shares
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, without
from tests.peer_world import QUARTER
from tests.slow_groups import in_order
from tests.slow_worlds import plans, source_of

LEAST = 4
# So few that groups within groups within groups tell a mix in a world of some dozen employers.
FEW = without(for_shares=LEAST)
HALF = Mix(
    "half", (Part("one", {"women": 1}), Part("other", {"headcount": 1, "women": -1})), {"headcount": 1}
)


def drawn(names, rng):
    """Amounts of which most are alike and a few are not; of some contributors there are none."""
    having = [name for name in names if rng.random() < 0.95]
    dull = rng.choice((0.8, 0.95, 0.98))
    ones, others = (
        {name: usual if rng.random() < dull else rng.choice((5, 30, 60)) for name in having}
        for usual in (rng.choice((0, 6)), 40)
    )
    return {"one": ones, "other": others, "": {name: ones[name] + others[name] for name in having}}


def telling(world, weighed, asked):
    """Who tells a mix by the columns, and who by the definition, of groups that would like to."""
    source = source_of(world)
    panel, _values = panel_and_values(source, QUARTER, FEW, None)
    question, names = question_of(panel, source, FEW), panel.units["unit"].tolist()
    keys = np.array(question.groups.keys(panel.units, range(len(question.groups))), dtype=np.str_)
    amounts = np.array([[part.get(name, np.nan) for part in weighed.values()] for name in names])
    weighing = Weighing(FEW, question.knowledge, amounts, amounts_of([HALF])[:3])
    name = next(weighing.mixes)[0]
    told = {place: {name: {}} for place, key in enumerate(keys) if key in asked}
    rank = ranked(question.groups, keys, np.full(len(keys), fill_value=True))
    found = told_together(question, weighing, told, rank)
    fast = {keys[place].item() for place, shares in found.items() if shares}
    return fast, slow_shares.told_together(asked, weighed, members_of(world), least=LEAST)


def groups_with(world, weighed):
    """Who of each group has amounts, in the order of decision."""
    groups = {key: inside & weighed[""].keys() for key, inside in in_order(groups_in(world)).items()}
    return {key: inside for key, inside in groups.items() if len(inside) >= LEAST}


@settings(max_examples=60, deadline=None, phases=(Phase.reuse, Phase.generate))
@given(plans(), st.integers(0, 2**32))
def test_groups_tell_a_mix_together_as_the_definition_says(plan, seed):
    world, rng = plan.worlds()[0], random.Random(seed)  # noqa: S311 - nothing secret
    weighed = drawn(members_of(world), rng)
    asked = {key: inside for key, inside in groups_with(world, weighed).items() if rng.random() < 0.6}
    if weighed[""]:
        fast, slow = telling(world, weighed, asked)
        assert fast == slow


@pytest.mark.parametrize(("second", "third", "is_told"), [(30, 0, False), (30, 5, False), (30, 6, True)])
def test_of_the_two_in_a_rest_that_have_most_of_a_part_the_second_cannot_guess_the_first(
    second, third, is_told
):
    small, large = "5|10711|region|03000|fine|2", "5|10711|region|03000|merged|1"
    world = a_world(a_crowd(20, people=10), a_crowd(20, people=30))
    names = sorted(members_of(world))
    ones = dict.fromkeys(names, 0) | dict.fromkeys(names[:20], 6)
    ones |= dict(zip(names[20:], (60, second, third), strict=False))
    others = dict.fromkeys(names, 40)
    weighed = {"one": ones, "other": others, "": {name: ones[name] + 40 for name in names}}
    groups = groups_with(world, weighed)

    fast, slow = telling(world, weighed, {key: groups[key] for key in (large, small)})

    assert fast == slow == ({large, small} if is_told else {large})
