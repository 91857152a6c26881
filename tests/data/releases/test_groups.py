"""Groups in integers and firms in columns, against the plain definitions."""

import dataclasses

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.releases.families import within
from dashboard.data.releases.groups import NOWHERE, Groups
from dashboard.data.releases.knowledge import Knowledge
from dashboard.domain import disclosure
from dashboard.domain.peers import COMMITTEE, LEVELS, Placement
from tests.peer_world import RULES

PLACEMENTS = st.builds(
    Placement,
    nace=st.sampled_from(["10711", "10712", "10820", "47111"]),
    section=st.sampled_from(["C", "G"]),
    arrondissement=st.sampled_from(["92000", "21000", "44000"]),
    province=st.sampled_from(["", "90000"]),
    region=st.sampled_from(["03000", "04000"]),
    headcount=st.sampled_from([3.0, 4.5, 5.5, 9.5, 12.0, 49.5, 50.5, 99.5, 250.0]),
    committee=st.sampled_from(["", "118", "200"]),
)


def units_of(placements):
    return pd.DataFrame([dataclasses.asdict(one) for one in placements]).rename(
        columns={"headcount": "people"}
    )


@given(st.lists(PLACEMENTS, min_size=1, max_size=30))
def test_a_row_is_in_the_group_of_its_placement_at_every_level(placements):
    units = units_of(placements)
    groups = Groups.among(units)
    names = groups.keys(units, range(len(groups)))

    for place, level in enumerate(LEVELS):
        for row, placement in enumerate(placements):
            group = groups.of[place, row]
            if level.activity == COMMITTEE and not placement.committee:
                assert group == NOWHERE
            else:
                assert names[group] == placement.group(level).key


@given(st.lists(PLACEMENTS, min_size=1, max_size=30))
def test_groups_have_as_many_members_as_rows_say(placements):
    groups = Groups.among(units_of(placements))

    for group in range(len(groups)):
        rows = np.flatnonzero((groups.of == group).any(axis=0))
        assert groups.sizes[group] == len(rows)
        assert groups.first[group] in rows


def test_an_activity_without_all_digits_has_no_group_at_finer_levels():
    groups = Groups.among(units_of([Placement("47", "G", "21000", "", "04000", 9)]))

    found = {LEVELS[place].activity for place in range(len(LEVELS)) if groups.of[place, 0] != NOWHERE}

    assert found == {"2", "section", "all"}


FIRMS = st.lists(st.sets(st.integers(1, 4), max_size=3), min_size=1, max_size=40)


@given(FIRMS, st.randoms())
def test_firms_hold_what_the_plain_rule_counts(firms, random):
    names = [str(row) for row in range(len(firms))]
    knowledge = Knowledge.of(names, dict(zip(names, firms, strict=True)))
    pairs = [(chosen, row) for chosen in range(3) for row in range(len(firms)) if random.random() < 0.7]
    sets, rows = (np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))

    held = knowledge.held(sets, rows, count=3)

    for chosen in range(3):
        members = {names[row]: firms[row] for one, row in pairs if one == chosen}
        assert held.members[chosen] == len(members)
        assert held.safe(RULES)[chosen] == disclosure.safe_from_coalitions(RULES, members)


def sound(placement):
    """Where each code lies in one of the next coarser, as in the reference tables."""
    section = "C" if placement.nace.startswith("10") else "G"
    region, arrondissement = ("03000", "92000") if placement.province else ("04000", "21000")
    return dataclasses.replace(placement, section=section, region=region, arrondissement=arrondissement)


@given(st.lists(PLACEMENTS, min_size=1, max_size=30, unique=True))
def test_a_level_is_within_another_when_each_of_its_groups_is(placements):
    groups = Groups.among(units_of(map(sound, placements)))

    for fine, inner in enumerate(LEVELS):
        for coarse, outer in enumerate(LEVELS):
            there = groups.of[fine] != NOWHERE
            pairs = set(zip(groups.of[fine][there], groups.of[coarse][there], strict=True))
            if within(inner, outer):
                assert len(pairs) == len({group for group, _outer in pairs})
