"""Groups that tell of each other: T7, T8, T9."""

import pytest

from dashboard.data.releases import choice
from tests.attacks.ground import a_crowd, a_world, groups_in, members_of, release_of
from tests.slow_groups import FAMILIES, outstanding, unsafe_pairs

FLANDERS = {"arrondissement": "44000", "province": "40000", "region": "02000"}
BRUSSELS = {"arrondissement": "21000", "province": "", "region": "04000"}
WALLONIA = {"arrondissement": "92000", "province": "90000", "region": "03000"}


def telling_pairs(world, shown):
    """Pairs of shown groups with some members in common, and too few that are in one of them only."""
    groups = groups_in(world)
    return unsafe_pairs({key: groups[key] for key in shown}, members_of(world))


def telling_rests(world, shown):
    """Rungs of which the shown groups leave too few others in a shown group above them."""
    groups, members = groups_in(world), members_of(world)
    inside = {key: groups[key] for key in shown}
    return [
        (parent, child)
        for parent, child in FAMILIES
        if outstanding(inside, members, parent=parent, child=child)
    ]


FEW_ELSEWHERE = a_world(
    a_crowd(30, **FLANDERS),
    a_crowd(2, **BRUSSELS),
    a_crowd(2, **WALLONIA),
    a_crowd(30, nace="62010", section="J"),
)
ONE_BETWEEN = a_world(a_crowd(30, **WALLONIA), a_crowd(1, nace="10712", **WALLONIA))
SIZES = a_world(a_crowd(15, people=3), a_crowd(15, people=7), a_crowd(15, people=15), a_crowd(4, people=30))


WORLDS = {"T7": FEW_ELSEWHERE, "T8": ONE_BETWEEN, "T9": SIZES}


@pytest.mark.parametrize("world", WORLDS.values(), ids=WORLDS)
def test_t7_t8_t9_no_two_groups_tell_of_a_few(world):
    shown = release_of(world)
    assert len(shown) > 1
    assert telling_pairs(world, shown) == []
    assert telling_rests(world, shown) == []


def with_all_that_are_safe_alone(monkeypatch):
    monkeypatch.setattr(choice, "without_conflicts", lambda candidates, _rank, **_: candidates)
    monkeypatch.setattr(choice, "with_hidden_siblings", lambda _question, chosen, _rank: chosen)


def test_t7_finds_four_employers_outside_flanders(monkeypatch):
    with_all_that_are_safe_alone(monkeypatch)
    found = telling_pairs(FEW_ELSEWHERE, release_of(FEW_ELSEWHERE))
    assert ("2|10|belgium||fine|2", "2|10|region|02000|fine|2") in found


def test_t8_finds_one_employer_between_a_sector_and_a_region(monkeypatch):
    with_all_that_are_safe_alone(monkeypatch)
    found = telling_pairs(ONE_BETWEEN, release_of(ONE_BETWEEN))
    assert ("5|10711|region|03000|fine|2", "all||arrondissement|92000|fine|2") in found


def test_t9_finds_the_one_size_that_is_not_shown(monkeypatch):
    monkeypatch.setattr(choice, "with_hidden_siblings", lambda _question, chosen, _rank: chosen)
    found = telling_rests(SIZES, release_of(SIZES))
    assert (("5", "region", "merged"), ("5", "region", "fine")) in found
