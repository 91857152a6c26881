"""A client's own figures as an oracle for its peers': T13."""

from __future__ import annotations

import itertools

import orjson
import pandas as pd
import pytest
from sqlalchemy import select

from dashboard.data.database import writing
from dashboard.data.facts.own import store_own
from dashboard.data.own_measures import own_measures
from dashboard.domain.funnel import half_width
from dashboard.domain.metrics import BY_NAME, MEASURES, MetricName
from dashboard.domain.peers import Comparison, Quantiles
from dashboard.domain.workforce import Missing, Period, Quarter, Span
from dashboard.viewmodels import company_figures as tab

YEAR = Period(Quarter(2026, 1), Span.FOUR_QUARTERS)
KEY = "2026Q1-four_quarters"
SICKNESS = BY_NAME[MetricName.SICKNESS_TOTAL]
EDITS = 100


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path / "copy")
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    """One with enough people for positions, whose sickness absence stands beside released quartiles."""
    for one in world.in_state(tab.State.FIGURES):
        peers = peers_of(world, one)
        if isinstance(peers, Quantiles) and len(peers.values) > 2 and people_of(world, one) >= 50:
            return one
    pytest.fail("no large client of the invented world has quartiles of sickness beside it")


def people_of(world, client):
    with world.workspace().reading() as firm:
        found = firm.releases.own(client.entry.employer_number, YEAR)[MetricName.HEADCOUNT]
    return 0 if isinstance(found, Missing) else found


def peers_of(world, client):
    with world.workspace().reading() as firm:
        cards = firm.releases.cards(client.entry.employer_number, YEAR, firm_id=firm.actor.firm_id)
    return cards[Comparison.SECTOR].figures.get(SICKNESS.name)


def released_to(world, client):
    """The released quantiles, and the funnel limits that follow from the median and the own headcount."""
    peers = peers_of(world, client)
    chance = half_width(SICKNESS, peers.median, headcount=people_of(world, client), span=YEAR.span)
    return [*peers.values.values(), peers.median - chance, peers.median + chance]  # noqa: PD011 - no DataFrame


def view_of(world, client):
    return tab.company_figures(world.workspace(), client.id, period=KEY, comparison="sector")


def strip_of(world, client):
    strips = (one for _topic, _title, strips in view_of(world, client).topics for one in strips)
    return next(one for one in strips if one.metric == SICKNESS.name)


def edit(world, employer, *, sick):
    """Replace the employer's short sickness by this share of its contractual hours, and drop the longer."""
    kept = own_measures.c.employer == employer
    with writing(world.store.engine) as connection:
        for quarter, told in connection.execute(
            select(own_measures.c.quarter, own_measures.c.measures).where(kept)
        ).all():
            measures = dict(zip(MEASURES, orjson.loads(told), strict=True))
            measures |= {
                "sick_short": int(sick * measures["hours_contracted"]),
                "sick_medium": 0,
                "sick_long": 0,
            }
            store_own(
                connection, Quarter.parse(quarter), pd.DataFrame([measures], index=[employer])[list(MEASURES)]
            )


def watched(world, client):
    """After each of a hundred edits: the client's value, its position, all that is said of peers."""
    seen = []
    for place in range(EDITS):
        edit(world, client.entry.employer_number, sick=place / 500)
        strip = strip_of(world, client)
        with world.workspace().reading() as firm:
            value = firm.releases.own(client.entry.employer_number, YEAR)[SICKNESS.name]
        view = view_of(world, client)
        seen.append(
            (
                value,
                strip.position,
                (view.card.group, view.card.band, strip.median, strip.middle_half, strip.note),
            )
        )
    return seen


def told_by_edits(seen, quantiles):
    """What the edits taught: peers that moved, and positions that changed where no released quantile lies."""
    moved = {peers for _value, _position, peers in seen[1:]} - {seen[0][2]}
    steps = [
        (one[0], other[0])
        for one, other in itertools.pairwise(seen)
        if one[1] != other[1] and not any(near(one[0], other[0], released) for released in quantiles)
    ]
    return [*moved, *steps]


def near(low, high, released):
    """A value within half a step of the median is called close to it."""
    return low - SICKNESS.step / 2 <= released <= high + SICKNESS.step / 2


def test_t13_a_hundred_edits_of_the_own_absence_move_no_peer_and_ask_for_no_rank(world, client):
    seen = watched(world, client)
    assert told_by_edits(seen, released_to(world, client)) == []
    assert len({position for _value, position, _peers in seen}) > 2


def test_t13_finds_a_rank_between_the_released_quantiles(world, client, monkeypatch):
    monkeypatch.setattr(
        tab, "place_in_words", lambda metric, own, _card, _language: f"rank {own[metric.name]}"
    )
    assert told_by_edits(watched(world, client), released_to(world, client))


def test_t13_finds_peers_that_follow_the_client(world, client, monkeypatch):
    monkeypatch.setattr(tab, "middle_half", lambda _metric, _peers, _language: str(next(counted)))
    counted = itertools.count()
    assert told_by_edits(watched(world, client), released_to(world, client))
