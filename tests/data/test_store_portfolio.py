"""The portfolio on both databases: whose figures are shown, the same as one by one, and until when kept."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import insert

from dashboard.data.database import writing
from dashboard.data.facts.own import store_own
from dashboard.data.releases.history import activate
from dashboard.data.releases.tables import withheld
from dashboard.domain.clients import Service
from dashboard.domain.metrics import MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.portfolio_question import PortfolioQuestion, Sort
from dashboard.domain.standing import SHOWN
from dashboard.domain.workforce import Quarter
from tests.cast import BETA_EDITOR, EDITOR, PENDING, number_of
from tests.peer_world import BAKERY as TRADE
from tests.peer_world import QUARTER, YEAR, Crowd, a_source, an_employer, build_now

BAKERY, ROADS, PERSON, GARAGE = (
    "Boulangerie Noël SRL",
    "Straßenbau Weiß GmbH",
    "Dupuis, Anne",
    "Garage Peeters BV",
)
TWO_YEARS = tuple(QUARTER.minus(back) for back in range(8))


@pytest.fixture
def released(world):
    """The same world with peer figures, and own measures of two years; the bakery is one of the peers."""
    assert number_of(BAKERY).digits == an_employer(1)
    source = a_source(Crowd(60, like=TRADE), quarters=TWO_YEARS)
    with writing(world.store.engine) as connection:
        for quarter, measures in source.measures.items():
            store_own(connection, quarter, measures)
        year = {quarter: source.measures[quarter] for quarter in YEAR.quarters}
        activate(connection, build_now(connection, dataclasses.replace(source, measures=year)))
    return world


def lines(world, email=EDITOR, **question):
    with world.store.reading(world.actor(email)) as firm:
        found = firm.portfolio.found(PortfolioQuestion(**question))
        return {line.name: line for line in firm.portfolio.lines(found)}


def test_each_firm_has_its_own_clients_by_name(released):
    assert list(lines(released, sort=Sort.NAME)) == [BAKERY, PERSON, ROADS]
    assert list(lines(released, sort=Sort.NAME, descending=True)) == [ROADS, PERSON, BAKERY]
    assert list(lines(released, BETA_EDITOR)) == [GARAGE]


def test_only_employers_whose_payroll_is_open_are_placed(released):
    assert {name for name, line in lines(released).items() if line.placed} == {BAKERY}


def test_a_company_that_employs_nobody_has_no_figures_whatever_its_mandate(released):
    with released.store.changing(released.actor(EDITOR)) as firm:
        firm.mandates.grant(released.entries[ROADS], Service.SECRETARIAT, source="institution")
    line = lines(released)[ROADS]
    assert (line.kind, line.placed) == ("company", None)


def test_a_pending_client_has_a_name_and_nothing_else(released):
    assert lines(released, BETA_EDITOR)[GARAGE].placed is not None
    line = lines(released, PENDING)[GARAGE]
    assert (line.kind, line.opens_figures, line.placed) == (None, False, None)


@pytest.mark.parametrize("place", [{"section": "C"}, {"region": "03000"}])
def test_a_filter_by_place_finds_no_client_that_waits(released, place):
    assert list(lines(released, BETA_EDITOR, **place)) == [GARAGE]
    assert list(lines(released, PENDING, **place)) == []
    assert list(lines(released, BETA_EDITOR, **dict.fromkeys(place, "Z"))) == []


def test_places_are_those_of_clients_whose_figures_are_open(released):
    for email, places in ((BETA_EDITOR, {("C", "03000")}), (PENDING, set())):
        with released.store.reading(released.actor(email)) as firm:
            assert firm.portfolio.places() == places


def test_figures_close_with_the_mandate(released):
    assert lines(released)[BAKERY].placed
    with released.store.changing(released.actor(EDITOR)) as firm:
        firm.mandates.end(released.entries[BAKERY], Service.SECRETARIAT)
    line = lines(released)[BAKERY]
    assert (line.kind, line.placed, line.opens_figures) == ("employer", None, False)


def test_a_removed_client_is_not_in_the_portfolio(released):
    with released.store.changing(released.actor(EDITOR)) as firm:
        firm.selections.remove([released.client(EDITOR, BAKERY).id])
    assert BAKERY not in lines(released)


def test_a_tag_keeps_its_clients(released):
    with released.store.changing(released.actor(EDITOR)) as firm:
        firm.clients.describe(released.client(EDITOR, ROADS).id, reference="", note="", tag_names=("x",))
    assert list(lines(released, tag="x")) == [ROADS]


@pytest.mark.parametrize("comparison", Comparison)
def test_a_client_stands_here_as_on_its_own_page(released, comparison):
    """Values, group and quantiles are those that are read for one client."""
    placed = lines(released, comparison=comparison)[BAKERY].placed
    with released.store.reading(released.actor(EDITOR)) as firm:
        card = firm.releases.cards(an_employer(1), YEAR, firm_id=firm.actor.firm_id)[comparison]
        own = firm.releases.own(an_employer(1), YEAR)
    assert (placed.group, placed.band) == (card.group, card.band)
    assert {name: one.value for name, one in placed.standings.items()} == {name: own[name] for name in SHOWN}
    assert {name: one.peers for name, one in placed.standings.items()} == {
        name: card.figures.get(name) for name in SHOWN
    }


def test_the_change_is_since_the_same_period_a_year_before(released):
    cost = lines(released)[BAKERY].placed.standings[MetricName.COST_PER_FTE]
    with released.store.reading(released.actor(EDITOR)) as firm:
        before = dataclasses.replace(YEAR, quarter=Quarter(2025, 2))
        then = firm.releases.own(an_employer(1), before)[MetricName.COST_PER_FTE]
    assert abs(cost.value - then) > 200
    assert cost.change == pytest.approx(cost.value - then)


def test_a_group_that_is_closed_to_a_firm_is_closed_here_at_once(released):
    before = lines(released)[BAKERY].placed
    row = {"group_key": before.group.key, "firm_id": released.firms["Alpha"]}
    with writing(released.store.engine) as connection:
        release = connection.execute(withheld.metadata.tables["releases"].select()).one()
        connection.execute(insert(withheld).values(release_id=release.id, **row))
    assert lines(released)[BAKERY].placed.group not in {before.group, None}
    assert lines(released, BETA_EDITOR)[GARAGE].placed.group == before.group


def test_corrected_measures_are_shown_at_once(released):
    before = lines(released)[BAKERY].placed
    other = a_source(Crowd(60, like=TRADE), seed=9).measures
    with writing(released.store.engine) as connection:
        store_own(connection, QUARTER, other[QUARTER])
    after = lines(released)[BAKERY].placed
    assert after.standings[MetricName.COST_PER_FTE].value != before.standings[MetricName.COST_PER_FTE].value


def test_a_later_release_is_shown_at_once(released):
    before = lines(released)[BAKERY].placed
    with writing(released.store.engine) as connection:
        activate(connection, build_now(connection, a_source(Crowd(60, like=TRADE), seed=4)))
    after = lines(released)[BAKERY].placed
    assert after.standings[MetricName.COST_PER_FTE].peers != before.standings[MetricName.COST_PER_FTE].peers


def test_without_a_release_nobody_is_placed(world):
    assert [line.placed for line in lines(world).values()] == [None] * 3
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert (firm.portfolio.period(), firm.portfolio.places()) == (None, frozenset())


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("descending", [False, True])
def test_whoever_has_no_figure_comes_last_in_every_order(released, sort, descending):
    with released.store.changing(released.actor(EDITOR)) as firm:
        firm.clients.add(released.entries[GARAGE])
    found = list(lines(released, sort=sort, descending=descending))
    assert sorted(found) == sorted([BAKERY, PERSON, ROADS, GARAGE])
    assert sort is Sort.NAME or found[0] == BAKERY


def test_a_person_in_charge_keeps_their_clients(released):
    mine, somebody = released.actor(EDITOR), released.actor(BETA_EDITOR)
    with released.store.changing(mine) as firm:
        firm.clients.put_in_charge(released.client(EDITOR, ROADS).id, mine.user_id)
        assert [one.id for one in firm.portfolio.in_charge()] == [mine.user_id]
    assert list(lines(released, in_charge=mine.user_id)) == [ROADS]
    assert list(lines(released, in_charge=somebody.user_id)) == []
    assert list(lines(released, BETA_EDITOR, in_charge=mine.user_id)) == []
