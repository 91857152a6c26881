"""Agreements, talking points and prepared presentations on both databases: kept, and never another firm's."""

from __future__ import annotations

import datetime

import pytest

from dashboard.domain.agreements import Agreement
from dashboard.domain.metrics import MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Choices, Theme
from dashboard.errors import NotFound
from tests.cast import BETA_EDITOR, EDITOR, NOON, READER

BAKERY = "Boulangerie Noël SRL"
DUE = datetime.date(2027, 3, 31)
MADE = Agreement(
    "", NOON.date(), "Call the absent", MetricName.SICKNESS_TOTAL, target=5.0, value_then=8.1, due=DUE
)
CHOICES = Choices(
    ("conversation", "growth:cost_per_fte"),
    "nl",
    Comparison.REGION,
    "2026Q2-quarter",
    Theme.DARK,
    names_hidden=True,
    letter_keys=False,
)


@pytest.fixture
def client(world):
    return world.client(EDITOR, BAKERY).id


def agreed(world, email, client):
    with world.store.reading(world.actor(email)) as firm:
        return firm.meetings.agreed(client)


def test_an_agreement_keeps_what_was_said_and_the_whole_firm_reads_it(world, client):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.meetings.agree(client, MADE)
    (kept,) = agreed(world, READER, client)
    assert kept == Agreement(
        kept.id,
        NOON.date(),
        "Call the absent",
        MetricName.SICKNESS_TOTAL,
        target=5.0,
        value_then=8.1,
        due=DUE,
    )


def test_talking_points_take_the_place_of_the_earlier_ones(world, client):
    for words in ("Absence", "Pay"):
        with world.store.changing(world.actor(EDITOR)) as firm:
            firm.meetings.keep_points(client, words)
    with world.store.reading(world.actor(READER)) as firm:
        assert firm.meetings.points(client) == "Pay"


def test_another_firm_neither_reads_nor_drops_an_agreement(world, client):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.meetings.agree(client, MADE)
        firm.meetings.keep_points(client, "Absence")
    (kept,) = agreed(world, EDITOR, client)
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        assert (firm.meetings.agreed(client), firm.meetings.points(client)) == ((), None)
        with pytest.raises(NotFound):
            firm.meetings.drop(client, kept.id)
    assert agreed(world, EDITOR, client) == (kept,)


def test_an_agreement_is_dropped_once(world, client):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.meetings.agree(client, MADE)
        (kept,) = firm.meetings.agreed(client)
        firm.meetings.drop(client, kept.id)
        with pytest.raises(NotFound, match="no longer there"):
            firm.meetings.drop(client, kept.id)


def prepared(world, client):
    with world.store.changing(world.actor(EDITOR)) as firm:
        return firm.presentations.keep(client, CHOICES)


def test_a_presentation_is_found_as_it_was_chosen(world, client):
    key = prepared(world, client)
    with world.store.reading(world.actor(EDITOR)) as firm:
        kept = firm.presentations.one(key)
    assert (kept.client_id, kept.choices) == (client, CHOICES)


@pytest.mark.parametrize("email", [READER, BETA_EDITOR])
def test_a_presentation_is_its_persons_own(world, client, email):
    key = prepared(world, client)
    with world.store.reading(world.actor(email)) as firm, pytest.raises(NotFound):
        firm.presentations.one(key)


def test_a_presentation_is_forgotten_after_a_day(world, client):
    key = prepared(world, client)
    world.store.clock = lambda: NOON + datetime.timedelta(days=1)
    with world.store.changing(world.actor(EDITOR)) as firm:
        with pytest.raises(NotFound, match="Prepare it again"):
            firm.presentations.one(key)
        firm.presentations.keep(client, CHOICES)
        world.store.clock = lambda: NOON
    with world.store.reading(world.actor(EDITOR)) as firm, pytest.raises(NotFound):
        firm.presentations.one(key)
