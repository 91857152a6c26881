"""R4 between groups that tell the same mix, against the definition in loops."""

import random

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dashboard.data.releases.between import told_together
from dashboard.data.releases.build import panel_and_values, question_of
from dashboard.data.releases.choice import ranked
from dashboard.data.releases.weighted import Weighing, amounts_of
from dashboard.domain.shares import Mix, Part
from tests import slow_shares
from tests.attacks.ground import groups_in, members_of, without
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
    dull = rng.choice((0.8, 0.95, 0.99))
    ones, others = (
        {name: usual if rng.random() < dull else rng.choice((0, 5, 30, 60)) for name in having}
        for usual in (rng.choice((0, 6)), 40)
    )
    return {"one": ones, "other": others, "": {name: ones[name] + others[name] for name in having}}


def both_ways(world, seed):
    """Who tells a mix by the columns and by the definition, where most groups of a few would like to."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    source = source_of(world)
    panel, _values = panel_and_values(source, QUARTER, FEW, None)
    question, names = question_of(panel, source, FEW), panel.units["unit"].tolist()
    keys = np.array(question.groups.keys(panel.units, range(len(question.groups))), dtype=np.str_)
    weighed = drawn(names, rng)
    amounts = np.array([[part.get(name, np.nan) for part in weighed.values()] for name in names])
    groups = {key: inside & weighed[""].keys() for key, inside in in_order(groups_in(world)).items()}
    asked = {key: inside for key, inside in groups.items() if len(inside) >= LEAST and rng.random() < 0.6}
    weighing = Weighing(FEW, question.knowledge, amounts, amounts_of([HALF])[:3])
    name = next(weighing.mixes)[0]
    told = {place: {name: {}} for place, key in enumerate(keys) if key in asked}
    rank = ranked(question.groups, keys, np.full(len(keys), fill_value=True))
    found = told_together(question, weighing, told, rank)
    fast = {keys[place].item() for place, shares in found.items() if shares}
    return fast, slow_shares.told_together(asked, weighed, members_of(world), least=LEAST)


@settings(max_examples=60, deadline=None, phases=(Phase.reuse, Phase.generate))
@given(plans(), st.integers(0, 2**32))
def test_groups_tell_a_mix_together_as_the_definition_says(plan, seed):
    world, *_later = plan.worlds()
    if members_of(world):
        fast, slow = both_ways(world, seed)
        assert fast == slow
