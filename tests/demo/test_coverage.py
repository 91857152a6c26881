"""At its usual size the invented world compares most clients finely, and leaves half of all in no list."""

from __future__ import annotations

from collections import Counter

import pytest

from dashboard.data.facts.measures import employer_quarter, employers
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import activate, write
from dashboard.data.releases.panel import Source
from dashboard.data.releases.reader import Releases
from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import invent_facts
from dashboard.demo.firms import invent_firms, special_states
from dashboard.demo.size import EMPLOYERS, SEED
from dashboard.domain.peers import FINE_ENOUGH, LADDERS, Comparison
from dashboard.domain.workforce import Period, Quarter, Span
from tests.peer_world import NOW, RULES, an_empty_store

NEWEST = Quarter(2026, 2)
YEAR = Period(NEWEST, Span.FOUR_QUARTERS)
FIRST = 0
LARGE_ENOUGH = 5


@pytest.fixture(scope="module")
def frame():
    return invent_employers(EMPLOYERS, seed=SEED)


@pytest.fixture(scope="module")
def listed(frame):
    return invent_firms(frame, seed=SEED)


@pytest.fixture(scope="module")
def cards(frame, listed, tmp_path_factory):
    """The year's cards of each client of the first firm that has five staff or more."""
    folder = tmp_path_factory.mktemp("facts")
    ours = listed[listed["firm"] == FIRST]["employer"].tolist()
    special = special_states(frame, ours)
    invent_facts(frame, seed=SEED, folder=folder, quarters=4, last=str(NEWEST), special=special)
    known = listed.groupby("employer")["firm"].agg(set).to_dict()
    measures = {quarter: employer_quarter(folder, quarter) for quarter in YEAR.quarters}
    large = frame[frame["employer"].isin(ours) & (frame["headcount"] >= LARGE_ENOUGH)]["employer"]
    with an_empty_store().begin() as connection:
        source = Source(measures, employers(folder), known)
        activate(connection, write(connection, drafted(source, NEWEST, rules=RULES), now=NOW))
        released = Releases(connection)
        return [released.cards(one, YEAR, firm_id=FIRST) for one in large]


def test_the_first_firm_has_at_least_150_clients_of_five_staff_or_more(cards):
    assert len(cards) >= 150


@pytest.mark.parametrize(
    "comparison", [Comparison.SECTOR, Comparison.REGION], ids=["section_by_size", "province"]
)
def test_four_in_five_of_them_get_a_fine_enough_card(cards, comparison):
    fine = LADDERS[comparison][: FINE_ENOUGH[comparison] + 1]
    groups = [found[comparison].group for found in cards]
    counted = Counter(group is not None and group.level in fine for group in groups)
    assert counted[True] >= 0.8 * len(cards)


def test_the_largest_firm_lists_at_most_a_tenth_of_all_employers(listed):
    assert listed.groupby("firm")["employer"].nunique().max() <= EMPLOYERS / 10


def test_about_half_of_the_employers_are_in_no_list(listed):
    assert 0.4 <= 1 - listed["employer"].nunique() / EMPLOYERS <= 0.6
