"""R6: whatever lies between two released groups is empty or safe by itself, metric by metric."""

import dataclasses
import itertools

import numpy as np
import orjson
import pytest

from dashboard.data.releases.build import drafted
from dashboard.data.releases.families import within
from dashboard.data.releases.kernel import COLUMNS
from dashboard.domain.disclosure import frequent_enough, safe_from_coalitions
from dashboard.domain.peers import LEVELS, Placement
from tests.peer_world import ALPHA, BAKERY, BETA, QUARTER, RULES, Crowd, a_source, an_employer, with_measures

WALLONIA = {"arrondissement": "92000", "province": "90000", "region": "03000"}
FLANDERS = {"arrondissement": "44000", "province": "40000", "region": "02000"}
NO_COMMITTEE = dataclasses.replace(BAKERY, committee="")


def at(**places):
    return dataclasses.replace(NO_COMMITTEE, **places)


def released(source):
    """The released groups: key to its figures."""
    return {
        key: orjson.loads(figures) for key, _band, figures in drafted(source, QUARTER, rules=RULES).groups
    }


def shown(keys, **wanted):
    """The keys of groups whose parts are these."""
    names = ("activity", "code", "place", "where", "sizes", "size")
    found = [dict(zip(names, key.split("|"), strict=True)) for key in keys]
    return [one for one in found if wanted.items() <= one.items()]


@pytest.mark.parametrize(("elsewhere", "both"), [(9, False), (10, True), (0, True)])
def test_t7_a_region_and_the_country_are_not_both_shown_when_few_lie_between(elsewhere, both):
    groups = released(a_source(Crowd(30, at(**WALLONIA)), Crowd(elsewhere, at(**FLANDERS))))

    country = shown(groups, activity="2", place="belgium", sizes="fine")
    region = shown(groups, activity="2", place="region", where="03000", sizes="fine")
    assert len(country) == 1
    assert bool(region) is both


@pytest.mark.parametrize(("others", "both"), [(9, False), (10, True)])
def test_t8_a_sector_and_a_region_that_overlap_leave_nobody_alone(others, both):
    """Thirty bakers in Dinant and elsewhere; the grocers of Dinant lie between the two cards."""
    bakers = [Crowd(20, at(**WALLONIA)), Crowd(20, at(**FLANDERS))]
    grocers = Crowd(others, at(nace="47111", section="G", **WALLONIA))
    groups = released(a_source(*bakers, grocers))

    bakers_there = shown(groups, activity="2", code="10", where="03000", sizes="fine")
    everybody_there = shown(groups, activity="all", place="arrondissement", where="92000", sizes="fine")
    assert everybody_there
    assert bool(bakers_there) is both


@pytest.mark.parametrize(("few", "found"), [(8, {"4"}), (10, {"4", "5", "6"})])
def test_t9_a_hidden_size_takes_its_smallest_sibling_with_it(few, found):
    sizes = {70: 35, 150: few, 250: 20}
    groups = released(a_source(*(Crowd(count, at(headcount=size)) for size, count in sizes.items())))

    assert shown(groups, activity="2", place="belgium", sizes="merged")
    assert {one["size"] for one in shown(groups, activity="2", place="belgium", sizes="fine")} == found


@pytest.mark.parametrize(("first", "found"), [(11, True), (10, False)])
def test_r2_fifty_workers_are_fifty_however_they_are_added_up(first, found):
    """Thirds of a worker, which add up to 49.99999999999999 one by one."""
    thirds = (first, 11, 15, 9, 14, 10, 10, 11, 12, 14, 11, 13, 9)
    groups = released(a_source(*(Crowd(1, at(headcount=third / 3)) for third in thirds)))
    assert bool(groups) is found


def test_the_larger_of_two_that_conflict_is_kept():
    crowds = [Crowd(40, at(**WALLONIA)), Crowd(4, at(nace="10712", **WALLONIA))]
    groups = released(a_source(*crowds))

    assert shown(groups, activity="4", code="1071")
    assert not shown(groups, activity="5")


def test_a_difference_that_one_firm_knows_too_well_is_not_left():
    def groups(*firms):
        return released(
            a_source(Crowd(30, at(**WALLONIA)), *(Crowd(6, at(**FLANDERS), firms) for firms in firms))
        )

    assert shown(groups((), ()), activity="2", where="03000")
    assert not shown(groups((ALPHA,), ()), activity="2", where="03000")
    assert not shown(groups((ALPHA,), (BETA,)), activity="2", where="03000")


def test_a_sector_wins_over_a_joint_committee_of_more_employers():
    bakers = [Crowd(30, at(committee="118")), Crowd(5, at(committee="200"))]
    clerks = Crowd(20, at(nace="62100", section="K", committee="200"))
    groups = released(a_source(*bakers, clerks))

    assert shown(groups, activity="2", code="10", place="belgium")
    assert shown(groups, activity="2", code="62", place="belgium")
    assert not shown(groups, activity="committee", code="118")


def a_crowded_source(seed):
    """Some hundred employers over a few trades, places and sizes, half of them known to some of six firms."""
    random = np.random.default_rng(seed)
    trades = [("10711", "C"), ("10712", "C"), ("10820", "C"), ("47111", "G"), ("47112", "G")]
    places = [("92000", "90000", "03000"), ("91000", "90000", "03000"), ("21000", "", "04000")]
    crowds = []
    for _ in range(60):
        trade, place = trades[random.integers(5)], places[random.integers(3)]
        size, committee = random.choice([3.0, 7.0, 12.0, 30.0]), random.choice(["", "118", "200"])
        like = Placement(*trade, *place, size, str(committee))
        firms = tuple({int(one) for one in random.integers(1, 7, random.integers(0, 3))})
        crowds.append(Crowd(int(random.integers(1, 9)), like, firms))
    source = a_source(*crowds, seed=seed)
    for row in random.choice(len(source.employers), 40, replace=False).tolist():
        source = with_measures(source, an_employer(row), year_workers=0)
    return source


class World:
    """The members of each group as plain sets, from the panel alone."""

    def __init__(self, source):
        self.draft = drafted(source, QUARTER, rules=RULES)
        self.source = source
        self.people, self.members = {}, {}
        for row in self.draft.placement_rows:
            names = ("nace", "section", "arrondissement", "province", "region", "headcount", "committee")
            placement = Placement(**{name: row[name] for name in names})
            self.people[row["employer"]] = row["headcount"]
            for level in LEVELS:
                self.members.setdefault(placement.group(level).key, set()).add(row["employer"])
        self.level = {
            key: level for level in LEVELS for key in self.members if key.split("|")[::2] == parts_of(level)
        }

    def safe(self, members):
        known = {one: self.source.known_by.get(one, ()) for one in members}
        return len(members) >= RULES.employers and safe_from_coalitions(RULES, known)

    def having(self, column):
        """Employers that have a value: in this world one metric is missing for some."""
        if not column.startswith("zero_absence"):
            return set(self.people)
        measures = self.source.measures[QUARTER]["year_workers"]
        return set(measures.index[measures > 0])

    def shown(self, column):
        """The members with a value of each group that shows the column."""
        there = self.having(column)
        return {
            key: self.members[key] & there
            for key, _band, figures in self.draft.groups
            if column in orjson.loads(figures)
        }


def parts_of(level):
    return [level.activity, level.place, level.sizes.value]


@pytest.fixture(scope="module", params=range(4))
def crowded(request):
    return World(a_crowded_source(request.param))


@pytest.mark.parametrize("column", ["zero_absence_share|four_quarters", "fte|quarter"])
def test_r6_no_two_released_groups_leave_somebody_exposed(crowded, column):
    shown = crowded.shown(column)

    assert len(shown) > 5
    for one, other in itertools.permutations(shown.values(), 2):
        between = one - other
        assert not between or crowded.safe(between)


@pytest.mark.parametrize("column", ["zero_absence_share|four_quarters", "fte|quarter"])
def test_r6_hidden_children_of_a_released_group_are_safe_together(crowded, column):
    shown = crowded.shown(column)

    for parent, members in shown.items():
        for level in LEVELS:
            if within(level, crowded.level[parent]):
                children = [one for key, one in shown.items() if crowded.level[key] == level]
                rest = members.difference(*children)
                workers = sum(crowded.people[one] for one in rest)
                enough = frequent_enough(RULES, employers=len(rest), workers=workers)
                assert rest in (set(), members) or (enough and crowded.safe(rest))


def test_every_column_is_shown_by_most_released_groups(crowded):
    """Hiding everything would hold every rule and help nobody."""
    assert len(crowded.shown(COLUMNS[0].name)) == len(crowded.draft.groups)
