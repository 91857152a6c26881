"""What a card says of its peers together, and when it says nothing."""

import dataclasses

import pytest

from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import activate
from dashboard.data.releases.reader import Releases
from dashboard.domain.peers import Comparison
from dashboard.domain.shares import MixName
from dashboard.domain.workforce import Period, Span
from tests.peer_world import (
    ALPHA,
    BAKERY,
    QUARTER,
    RULES,
    YEAR,
    Crowd,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    with_measures,
)

OF_TOTALS = set(MixName) - {MixName.BENEFITS}


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


def the_cards(connection, source, *, employer=1, period=YEAR):
    """The cards of an employer once the source is published."""
    activate(connection, build_now(connection, source))
    return Releases(connection).cards(an_employer(employer), period, firm_id=ALPHA)


def test_a_card_says_what_its_peers_are_made_of(connection):
    source = a_source(Crowd(50), quarters=[QUARTER])

    card, year = (
        the_cards(connection, source, period=Period(QUARTER, span))[Comparison.SECTOR]
        for span in (Span.QUARTER, Span.FOUR_QUARTERS)
    )

    measures = source.measures[QUARTER]
    women = 100 * measures["women"].sum() / measures["headcount"].sum()
    assert card.mixes["sex"]["women"] == pytest.approx(women, abs=0.0501)
    granted = card.mixes["benefits"].values()
    assert all(0 < tenths < 10 and tenths == round(tenths) for tenths in granted)
    totals = {name: round(sum(parts.values())) for name, parts in card.mixes.items() if name in OF_TOTALS}
    assert totals == dict.fromkeys(OF_TOTALS, 100)
    assert year.mixes == {}  # there are no four quarters yet


def test_t5_a_large_employer_takes_the_shares_away_and_leaves_the_quartiles(connection):
    source = a_source(Crowd(60, like=dataclasses.replace(BAKERY, headcount=250)))
    large = dict.fromkeys(("headcount", "from_25", "open_ordinary"), 60_000)
    source = with_measures(source, an_employer(0), **large, cost=10**11)

    for card in the_cards(connection, source).values():
        assert {0.25, 0.75} <= set(card.figures["cost_per_fte"].values)
        assert card.mixes == {}


def test_shares_wait_for_forty_peers(connection):
    cards = the_cards(connection, a_source(Crowd(39)))

    assert all(card.figures and card.mixes == {} for card in cards.values())


@pytest.mark.parametrize(("clients", "told"), [(12, True), (13, False)])
def test_a_firm_that_has_a_quarter_of_the_staff_hides_the_shares(clients, told):
    source = a_source(Crowd(clients, firms=(ALPHA,)), Crowd(50 - clients))

    shares = b"".join(drafted(source, QUARTER, rules=RULES).shares.values())

    assert (b'"sex|quarter"' in shares) is told


def test_r7_who_leaves_stays_in_the_shares_with_the_last_amounts():
    source = a_source(Crowd(50))
    before = drafted(source, QUARTER, rules=RULES)
    gone = {quarter: table.drop(an_employer(3)) for quarter, table in source.measures.items()}

    after = drafted(dataclasses.replace(source, measures=gone), QUARTER, rules=RULES, history=before.history)

    assert after.shares == before.shares
    assert after.digest == before.digest
