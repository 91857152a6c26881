"""Each state of the tab, and a strip that says no more than its data."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest
from sqlalchemy import delete

from dashboard.data.database import writing
from dashboard.data.own_measures import own_measures
from dashboard.data.releases.tables import released_groups, releases
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import Band, Comparison, NoSpread, PeerCard, Quantiles
from dashboard.domain.workforce import Missing, Period, Quarter, Reason, Span
from dashboard.errors import NotFound
from dashboard.i18n import language
from dashboard.viewmodels import company_figures as tab
from dashboard.viewmodels.company_figures import State, company_figures, strip
from dashboard.viewmodels.periods import periods
from dashboard.viewmodels.strip_places import extent, places

ENGLISH = language("en")
COST = BY_NAME[MetricName.COST_PER_FTE]
YEAR = Period(Quarter(2026, 2), Span.FOUR_QUARTERS)
DECILES = Quantiles({0.1: 50_000, 0.25: 60_000, 0.5: 70_000, 0.75: 80_000, 0.9: 90_000})


def figures_of(world, client, *, workspace=None, period="", comparison="sector"):
    return company_figures(workspace or world.workspace(), client.id, period=period, comparison=comparison)


def strips_of(view):
    return [one for _topic, _title, strips in view.topics for one in strips]


def card_with(peers):
    return PeerCard(Comparison.SECTOR, YEAR, None, None, (), {COST.name: peers} if peers else {})


def own(value):
    return {COST.name: value, MetricName.HEADCOUNT: 30.0}


@pytest.fixture
def special(figures_world):
    return figures_world.special()


def test_a_usual_client_has_strips_by_topic_with_group_band_and_source(figures_world, special):
    view = figures_of(figures_world, special["provisional"], period="2026Q1-four_quarters")
    assert view.state is State.FIGURES
    assert [title for _topic, title, _strips in view.topics] == ["Pay", "Health", "Workforce"]
    assert "Belgium" in view.card.group
    assert "employers" in view.card.band
    assert "24 November 2026" in view.source
    assert (view.provisional, view.stale) == ("", "")
    assert any(one.places for one in strips_of(view))


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_shows_nothing_of_them(figures_world, state):
    view = figures_of(figures_world, figures_world.in_state(state)[0])
    assert (view.state, view.topics, view.card) == (state, (), None)


def test_a_mandate_for_the_fund_alone_opens_no_figures(special):
    client = dataclasses.replace(special["provisional"], mandates=frozenset({"fund"}))
    assert tab.state_of(client, (YEAR.quarter,)) is State.NO_MANDATE
    assert tab.state_of(special["provisional"], ()) is State.NO_RELEASE


def test_without_a_release_the_tab_says_so(figures_world, special, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(releases.update().values(active=False))
    assert figures_of(world, special["provisional"]).state is State.NO_RELEASE
    world.store.engine.dispose()


def test_without_data_every_value_is_missing_with_its_reason(figures_world, special):
    found = strips_of(figures_of(figures_world, special["no_data"]))
    assert {(one.value, one.missing) for one in found} == {("", "No data for this period")}


def test_a_period_without_data_points_to_the_nearest_that_has_some(figures_world, special, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    client = special["provisional"]
    assert figures_of(world, client, period="2026Q1-quarter").nearest is None
    with writing(world.store.engine) as connection:
        gone = own_measures.c.quarter.in_(["2026Q2", "2026Q1"])
        connection.execute(delete(own_measures).where(gone))
    nearest = figures_of(world, client, period="2026Q2-quarter").nearest
    assert (nearest.key, nearest.label) == ("2025Q4-quarter", "Q4 2025")
    world.store.engine.dispose()


def test_without_any_data_no_period_is_nearest(figures_world, special):
    assert figures_of(figures_world, special["no_data"]).nearest is None


def test_with_two_staff_no_ratio_is_shown(figures_world, special):
    found = strips_of(figures_of(figures_world, special["two_staff"]))
    assert {one.value for one in found} == {""}
    assert "Too few employees to show this figure" in {one.missing for one in found}


def test_a_quarter_in_part_is_called_provisional(figures_world, special):
    assert figures_of(figures_world, special["provisional"]).provisional.startswith("Provisional")


def test_without_released_groups_there_are_too_few_peers_and_no_strip(figures_world, special, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    view = figures_of(world, special["provisional"])
    assert (view.card.group, view.card.band, view.card.small) == ("Too few peers to compare", "", "")
    assert {(one.places, one.note) for one in strips_of(view)} == {(None, "Too few peers to compare")}
    world.store.engine.dispose()


@pytest.mark.parametrize(
    ("band", "small"),
    [(Band.FROM_10, True), (Band.FROM_15, True), (Band.FROM_25, False), (Band.FROM_100, False)],
)
def test_groups_under_twenty_five_carry_a_warning(figures_world, special, tmp_path, band, small):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(released_groups.update().values(band=band.value))
    assert bool(figures_of(world, special["provisional"]).card.small) is small
    world.store.engine.dispose()


@pytest.mark.parametrize(("days", "stale"), [(99, False), (102, True)])
def test_peer_figures_of_more_than_100_days_are_called_old(figures_world, special, days, stale):
    workspace = figures_world.workspace()
    later = figures_world.store.clock() + datetime.timedelta(days=days)
    aged = type(workspace.store)(workspace.store.engine, settings=workspace.settings, clock=lambda: later)
    view = figures_of(figures_world, special["no_data"], workspace=dataclasses.replace(workspace, store=aged))
    assert bool(view.stale) is stale


def test_an_unknown_period_or_comparison_falls_back_to_the_newest_year_and_the_sector(figures_world, special):
    client = special["provisional"]
    odd = figures_of(figures_world, client, period="1066Q1-century", comparison="moon")
    assert odd == figures_of(figures_world, client)
    assert odd.period == "12 months to 30 June 2026"


def test_another_firm_does_not_find_the_client(figures_world, special):
    with pytest.raises(NotFound):
        figures_of(
            figures_world, special["no_data"], workspace=figures_world.workspace("editor@brabo.example")
        )


def test_peers_who_hardly_differ_give_a_note_and_no_strip():
    found = strip(COST, own(70_000.0), card_with(NoSpread()), ENGLISH)
    assert (found.places, found.position) == (None, "")
    assert found.note == "The peers hardly differ: no usable spread"


def test_a_missing_value_keeps_the_peers_median_and_draws_no_strip():
    found = strip(COST, own(Missing(Reason.TOO_FEW_EMPLOYEES)), card_with(DECILES), ENGLISH)
    assert (found.places, found.position, found.value) == (None, "", "")
    assert found.median == "€70,000"
    assert "Too few employees" in found.description


@pytest.mark.parametrize(
    ("value", "overflow", "at"), [(1_000_000.0, "right", 100), (1.0, "left", 0), (70_000.0, "", 50)]
)
def test_a_value_outside_the_strip_stands_at_its_edge(value, overflow, at):
    found = places(value, DECILES, step=COST.step)
    assert (found.overflow, found.client) == (overflow, at)


def test_a_target_stands_on_the_same_scale_as_the_client():
    found = places(70_000.0, DECILES, step=COST.step, target=70_000.0)
    assert found.target == found.client
    assert places(70_000.0, DECILES, step=COST.step).target is None


def test_quantiles_that_are_not_released_are_not_drawn():
    found = places(70_000.0, Quantiles({0.25: 60_000, 0.5: 70_000, 0.75: 80_000}), step=COST.step)
    assert found.outer is None
    assert found.inner is not None
    low, high = extent(Quantiles({0.5: 70_000}), step=COST.step)
    assert low < 70_000 < high


def test_every_number_in_a_description_is_in_the_strip(figures_world):
    numbers = re.compile(r"\d[\d,.]*\d|\d")
    looked_at = 0
    for client in figures_world.in_state(State.FIGURES)[:20]:
        for one in strips_of(figures_of(figures_world, client)):
            shown = f"{one.label} {one.value} {one.missing} {one.median} {one.position} {one.note}"
            assert set(numbers.findall(one.description)) <= set(numbers.findall(shown))
            looked_at += 1
    assert looked_at > 100


def test_a_quarter_offers_its_year_and_itself():
    keys = {choice.key for choice in periods((YEAR.quarter,), ENGLISH)}
    assert keys == {"2026Q2-four_quarters", "2026Q2-quarter"}
