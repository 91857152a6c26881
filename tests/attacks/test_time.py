"""A release against the one before: who came, who went, who moved: T10, T11, T12, T22."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from sqlalchemy import select

from dashboard.data.releases import verdicts
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import activate, write
from dashboard.data.releases.tables import releases
from tests.attacks.ground import a_crowd, a_world
from tests.peer_world import NOW, QUARTER, RULES, an_empty_store, stored_groups
from tests.slow_groups import groups_of
from tests.slow_panel import Employer, Member
from tests.slow_worlds import source_of

# The last quarter of a year, the first of the next, and the one after it.
AUTUMN, WINTER, SPRING = (QUARTER.minus(back) for back in (2, 1, 0))
PLACES = ("nace", "section", "arrondissement", "province", "region", "committee")
EVERYBODY = a_world(a_crowd(31), a_crowd(20, nace="10712"))
BUT_ONE = EVERYBODY[1:]
RECODED = (dataclasses.replace(EVERYBODY[0], nace="10712"), *EVERYBODY[1:])
MOVED = (
    dataclasses.replace(EVERYBODY[0], arrondissement="21000", province="", region="04000"),
    *EVERYBODY[1:],
)
CHANGES = {
    "T11 comes": (BUT_ONE, EVERYBODY),
    "T12 goes": (EVERYBODY, BUT_ONE),
    "T22 recoded": (EVERYBODY, RECODED),
    "T22 moved": (EVERYBODY, MOVED),
}


def built(world, quarter, before=None):
    return drafted(source_of(world), quarter, rules=RULES, history=before and before.history)


def inside(draft):
    """Who is in each shown group, from where the panel has everybody stand."""
    units = draft.panel.units
    members = [
        Member(row.unit, Employer("", *(getattr(row, name) for name in PLACES)), row.people, frozenset(), ())
        for row in units.itertuples()
    ]
    groups = groups_of(members)
    return {key: groups[key] for key, _band, _figures in draft.groups}


def told_by_time(before, after):
    """Groups shown in both, of which one to four members came or went: their quantiles tell of those few."""
    then, now = inside(before), inside(after)
    return [key for key in then.keys() & now.keys() if 0 < len(then[key] ^ now[key]) < 5]


def test_t10_a_quarter_built_again_with_one_more_client_says_the_same():
    before = built(BUT_ONE, WINTER)
    assert built(BUT_ONE, SPRING, before).groups == built(EVERYBODY, SPRING, before).groups != ()


def test_t10_finds_a_newcomer_where_the_panel_is_not_frozen():
    assert built(BUT_ONE, SPRING).groups != built(EVERYBODY, SPRING).groups


def test_t10_what_is_published_stays_as_it_was_when_the_quarter_is_built_again():
    with an_empty_store().begin() as connection:
        first = write(connection, built(BUT_ONE, WINTER), now=NOW)
        activate(connection, first)
        published = stored_groups(connection, first)
        write(connection, built(EVERYBODY, WINTER), now=NOW)
        assert stored_groups(connection, first) == published != {}
        assert connection.execute(select(releases.c.version).where(releases.c.active)).scalars().all() == [1]


@pytest.mark.parametrize(("then", "now"), CHANGES.values(), ids=CHANGES)
def test_t11_t12_t22_nobody_comes_goes_or_moves_within_the_year(then, now):
    before = built(then, WINTER)
    after = built(now, SPRING, before)
    assert inside(before)
    assert inside(after) == inside(before)


@pytest.mark.parametrize(("then", "now"), CHANGES.values(), ids=CHANGES)
def test_t11_t12_t22_find_the_one_where_the_panel_is_not_frozen(then, now):
    assert told_by_time(built(then, WINTER), built(now, SPRING))


@pytest.mark.parametrize(("then", "now"), CHANGES.values(), ids=CHANGES)
def test_t12_t22_a_group_that_the_new_year_changes_by_a_few_is_hidden_all_year(then, now):
    before = built(then, AUTUMN)
    after = built(now, WINTER, before)
    assert told_by_time(before, after) == []
    assert told_by_time(before, built(now, SPRING, after)) == []


@pytest.mark.parametrize(("then", "now"), CHANGES.values(), ids=CHANGES)
def test_t12_t22_find_a_new_year_that_hides_nothing(then, now, monkeypatch):
    monkeypatch.setattr(verdicts, "moved", lambda _history, keys, *_, **__: np.zeros(len(keys), bool))
    before = built(then, AUTUMN)
    assert told_by_time(before, built(now, WINTER, before))
