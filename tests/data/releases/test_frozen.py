"""R7: a panel that stays as it was for a year, and a rebase that lets no group change by a few."""

import dataclasses

import numpy as np
import pytest

from dashboard.data.releases.build import drafted
from dashboard.data.releases.past import keep, kept
from dashboard.domain.peers import Band
from dashboard.domain.workforce import Quarter
from dashboard.errors import Misconfigured
from tests.peer_world import ALPHA, BAKERY, BETA, RULES, Crowd, a_source, an_employer

FIRST, SECOND, NEXT_YEAR = Quarter(2025, 1), Quarter(2025, 2), Quarter(2026, 1)
AFTER = NEXT_YEAR.minus(-1)
YEARS = [AFTER.minus(back) for back in range(9)]
FINEST = "5|10711|region|03000|fine|2"
GROCER = dataclasses.replace(BAKERY, nace="47111", section="G", committee="202")


def world(*crowds, seed=1):
    return a_source(*crowds, seed=seed, quarters=YEARS)


def without(source, *places):
    """The same world, from whose facts these employers are gone."""
    gone = [an_employer(place) for place in places]
    measures = {quarter: table.drop(gone) for quarter, table in source.measures.items()}
    return dataclasses.replace(source, measures=measures)


def moved_to(source, like, *places):
    """The same world, where these employers stand elsewhere."""
    employers = source.employers.copy()
    for place in places:
        for name in ("nace", "section", "committee", "arrondissement"):
            employers.loc[an_employer(place), name] = getattr(like, name)
    return dataclasses.replace(source, employers=employers)


def draft(source, quarter, history=None):
    return drafted(source, quarter, rules=RULES, history=history)


def members(found, key=FINEST):
    """The employers of a group, read from where each of them stands."""
    units = found.panel.units
    names = found.question.groups.keys(units, range(len(found.question.groups)))
    group = names.index(key)
    rows = (found.question.groups.of == group).any(axis=0)
    return set(units["unit"][rows])


def released(found):
    return {key: band for key, band, _figures in found.groups}


def test_t11_newcomers_wait_and_no_group_changes():
    before = draft(world(Crowd(30)), FIRST)

    after = draft(world(Crowd(33)), SECOND, before.history)

    assert members(after) == members(before)
    assert released(after) == released(before)


def test_a_newcomer_that_waits_has_a_place_and_counts_for_nothing():
    before = draft(world(Crowd(30)), FIRST)

    after = draft(world(Crowd(31)), SECOND, before.history)

    row = next(row for row in after.placement_rows if row["employer"] == an_employer(30))
    assert (row["counts"], row["unit"], row["nace"]) == (False, "", "10711")


@pytest.mark.parametrize(
    ("newcomers", "join"),
    [
        ([Crowd(5)], True),
        ([Crowd(4)], False),
        ([Crowd(4, firms=(ALPHA,)), Crowd(1, firms=(BETA,))], True),
        ([Crowd(5, firms=(ALPHA,))], False),
        ([Crowd(4), Crowd(1, like=GROCER)], False),
        ([Crowd(5), Crowd(3, like=dataclasses.replace(BAKERY, nace="10712"))], True),
    ],
)
def test_newcomers_join_when_five_of_two_firms_enter_every_released_group_together(newcomers, join):
    crowds = (Crowd(30), Crowd(30, like=GROCER), Crowd(20, like=dataclasses.replace(BAKERY, nace="10712")))
    before = draft(world(*crowds), FIRST)

    after = draft(world(*crowds, *newcomers), SECOND, before.history)

    assert (len(members(after)) > 30) is join


def test_t12_who_leaves_stays_with_the_last_value():
    source = world(Crowd(30))
    before = draft(source, FIRST)

    after = draft(without(source, 3, 4), SECOND, before.history)

    assert members(after) == members(before)
    assert np.array_equal(after.history.last[3:5], before.history.last[3:5], equal_nan=True)
    assert not np.array_equal(after.history.last[0], before.history.last[0], equal_nan=True)
    assert len(after.history.last) == 30


def test_t22_who_moves_keeps_activity_place_and_size_until_the_rebase():
    source = world(Crowd(30), Crowd(30, like=GROCER))
    before = draft(source, FIRST)
    recoded = moved_to(source, GROCER, *range(6))

    after = draft(recoded, SECOND, before.history)
    rebased = draft(recoded, NEXT_YEAR, after.history)

    assert members(after) == members(before)
    assert len(members(rebased)) == 24


@pytest.mark.parametrize(("moves", "shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_t12_a_group_that_the_rebase_changes_by_a_few_is_not_shown_that_year(moves, shown):
    source = world(Crowd(30), Crowd(30, like=GROCER))
    before = draft(source, FIRST)
    recoded = moved_to(source, GROCER, *range(moves))

    rebased = draft(recoded, NEXT_YEAR, before.history)
    later = draft(recoded, AFTER, rebased.history)

    for key in (FINEST, "5|47111|region|03000|fine|2"):  # the one that they left, the one that they came to
        assert key in released(before)
        assert (key in released(rebased)) is shown
        assert (key in released(later)) is shown


def test_two_that_change_places_are_a_change_by_a_few():
    source = world(Crowd(30), Crowd(30, like=GROCER))
    before = draft(source, FIRST)
    swapped = moved_to(moved_to(source, GROCER, 0), BAKERY, 30)

    assert FINEST not in released(draft(swapped, NEXT_YEAR, before.history))


def test_a_group_that_was_not_shown_may_change_by_a_few():
    before = draft(world(Crowd(9)), FIRST)

    assert FINEST in released(draft(world(Crowd(12)), NEXT_YEAR, before.history))


@pytest.mark.parametrize(("sizes", "shown"), [((12, 17), False), ((12, 20), True), ((25, 17), True)])
def test_a_group_that_was_too_small_comes_back_at_twenty(sizes, shown):
    then, now = sizes
    crowd = dataclasses.replace(BAKERY, nace="10712")
    before = draft(world(Crowd(then), Crowd(30, like=crowd)), FIRST)
    after = draft(world(Crowd(now), Crowd(30, like=crowd), seed=2), NEXT_YEAR, before.history)
    again = draft(world(Crowd(now), Crowd(30, like=crowd), seed=2), AFTER, after.history)

    assert (FINEST in released(after)) is shown
    assert (FINEST in released(again)) is shown


def test_a_metric_that_nobody_had_begins_for_all_within_the_year():
    """In the first quarter of facts nobody has four quarters yet."""
    source = a_source(Crowd(30), quarters=[Quarter(2025, number) for number in range(1, 5)])
    histories = [None]
    for number in range(1, 5):
        histories.append(draft(source, Quarter(2025, number), histories[-1]).history)

    missing = [int(np.isnan(history.last).all(axis=0).sum()) for history in histories[1:]]

    assert missing[0] == missing[1] == missing[2] > missing[3]


def test_a_metric_that_few_had_not_waits_for_them():
    """Whose first four quarters end within the year has yearly values from the next year on."""
    source = world(Crowd(30))
    late = {
        quarter: table.drop(an_employer(3)) if quarter < FIRST else table
        for quarter, table in source.measures.items()
    }
    source = dataclasses.replace(source, measures=late)
    history, had = None, []
    for quarter in (FIRST, SECOND, Quarter(2025, 4), NEXT_YEAR):
        history = draft(source, quarter, history).history
        had.append(int(np.isnan(history.last[3]).sum()))

    assert had[0] == had[1] == had[2] > had[3]


def test_a_history_is_kept_and_read_again_as_it_was(tmp_path):
    history = draft(world(Crowd(30), Crowd(20, like=GROCER, firms=(ALPHA,))), FIRST).history
    path = tmp_path / "panels" / "2025Q1.npz"

    keep(history, path)
    again = kept(path)

    assert again.panel.year == history.panel.year
    assert again.panel.employers.equals(history.panel.employers[again.panel.employers.columns])
    assert np.array_equal(again.last, history.last, equal_nan=True)
    assert (again.released, again.moved, again.low) == (history.released, history.moved, history.low)
    assert list(path.parent.iterdir()) == [path]


def test_the_next_release_is_the_same_from_a_history_that_was_kept(tmp_path):
    source = world(Crowd(30))
    history = draft(source, FIRST).history
    keep(history, tmp_path / "panel.npz")

    after = draft(without(source, 2), SECOND, kept(tmp_path / "panel.npz"))

    assert after.digest == draft(without(source, 2), SECOND, history).digest


def test_a_broken_panel_is_said_and_a_missing_one_is_none(tmp_path):
    (tmp_path / "panel.npz").write_bytes(b"nothing of the kind")

    assert kept(tmp_path / "none.npz") is None
    with pytest.raises(Misconfigured, match="cannot be read"):
        kept(tmp_path / "panel.npz")


def test_bands_within_a_year_are_those_of_the_panel():
    before = draft(world(Crowd(30)), FIRST)

    assert released(draft(world(Crowd(60)), SECOND, before.history))[FINEST] == Band.FROM_40
    assert released(draft(world(Crowd(34)), SECOND, before.history))[FINEST] == Band.FROM_25
