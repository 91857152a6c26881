"""What changed since the release before, and nothing where there is none."""

from __future__ import annotations

import dataclasses

from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.viewmodels.changes import changes, group_change
from dashboard.viewmodels.company_figures import State
from tests.viewmodels.questions.asking import YEAR, subject_of


def test_each_sentence_is_of_a_position_that_moved(figures_world):
    moved = 0
    for client in figures_world.in_state(State.FIGURES):
        with figures_world.workspace().reading() as firm:
            found = changes(subject_of(firm, client))
        assert found.since == "12 months to 31 March 2026"
        told = [sentence for sentence in found.sentences if ", before " in sentence]
        for sentence in told:
            now, then = sentence.split(": ", 1)[1].split(", before ")
            assert now != then.split(" (from ")[0]
        moved += len(told)
    assert moved > 0


def test_before_the_first_release_there_is_nothing_to_look_back_to(figures_world):
    client = figures_world.in_state(State.FIGURES)[0]
    with figures_world.workspace().reading() as firm:
        oldest = firm.releases.quarters()[-1]
        found = changes(subject_of(firm, client, period=Period(oldest, Span.FOUR_QUARTERS)))
    assert (found.since, found.sentences) == ("", ())


def test_a_quarter_looks_back_a_year_and_not_a_season(figures_world):
    client = figures_world.in_state(State.FIGURES)[0]
    with figures_world.workspace().reading() as firm:
        quarters = firm.releases.quarters()
        found = changes(subject_of(firm, client, period=Period(YEAR.quarter, Span.QUARTER)))
    assert bool(found.since) is (Quarter(2025, 2) in quarters)


def test_other_peers_are_told_and_the_same_are_not(figures_world):
    client = figures_world.special()["provisional"]
    with figures_world.workspace().reading() as firm:
        subject = subject_of(firm, client)
        other = dataclasses.replace(subject, comparison=Comparison.BELGIUM)
        assert group_change(subject, subject) == ""
        assert subject.group(subject.card) != other.group(other.card)
        assert group_change(subject, other).startswith(f"Compared with {subject.group(subject.card)}; before")
