"""A presentation: the audience's language, every comparison at once, notes for the speaker, and no name."""

from __future__ import annotations

import pytest

from dashboard.commands.prepare_presentation import prepare_presentation
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import MOST_SLIDES, chosen_slides
from dashboard.errors import Incomplete, NoMandate, NotFound
from dashboard.i18n import language
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.presentation import name_of, slides_of, start_sheet, way_back
from tests.meeting_world import CHOICES, choices, words_of_name


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path / "copy")
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    return world.special()["provisional"]


def prepared(world, client, **changes):
    key = prepare_presentation(world.workspace(), client.id, choices(**changes))
    return slides_of(world.workspace(), key)


def test_the_sheet_ticks_what_the_tab_had_opened_and_speaks_the_clients_language(world, client):
    sheet = start_sheet(world.workspace(), client.id, opened="cost_per_fte", period="", comparison="region")
    keys = [one.key for one in sheet.offers]
    assert len(keys) == len(set(keys)) > 20
    assert {"growth:cost_per_fte", "groups:cost_per_fte", "unusual:cost_per_fte"} <= sheet.ticked & {*keys}
    assert (sheet.comparison, sheet.audience) == ("region", client.entry.language)
    asked = start_sheet(world.workspace(), client.id, opened="conversation", period="", comparison="")
    assert "conversation" in asked.ticked


def test_every_offered_chart_can_be_shown(world, client):
    sheet = start_sheet(world.workspace(), client.id, opened="", period=CHOICES.period, comparison="")
    keys = tuple(one.key for one in sheet.offers)
    shown = prepared(world, client, slides=keys)
    assert len(shown.slides) == len(keys)


def test_slides_come_in_the_chosen_order_in_the_audiences_language(world, client):
    shown = prepared(world, client)
    titles = [one.views[0].answer.title for one in shown.slides]
    backwards = prepared(world, client, slides=CHOICES.slides[::-1])
    assert [one.views[0].answer.title for one in backwards.slides] == titles[::-1]
    assert language("nl").text("Median of the peers") in str(shown.slides)
    assert "Median of the peers" not in str([one.views for one in shown.slides])


def test_all_comparisons_travel_with_the_slide_the_chosen_one_first(world, client):
    trend = prepared(world, client, comparison=Comparison.REGION).slides[1]
    found = [view.comparison for view in trend.views]
    assert found[0] is Comparison.REGION
    assert len(found) == len(set(found)) > 1


def test_a_slide_that_already_shows_all_groups_has_one_view(world, client):
    assert len(prepared(world, client).slides[2].views) == 1


def test_notes_are_in_the_speakers_language(world, client):
    notes = " ".join(prepared(world, client).slides[1].notes)
    assert "peers" in notes
    assert notes not in str([one.views for one in prepared(world, client).slides])


def test_no_slide_and_no_note_names_the_client(world, client):
    said = str(prepared(world, client))
    assert [word for word in words_of_name(client) if word in said] == []


def test_what_cannot_be_shown_is_left_out(world, client):
    shown = prepared(world, client, slides=("nonsense", "growth:nonsense", "growth:sickness_total"))
    assert len(shown.slides) == 1


def test_the_name_is_told_to_who_asks_and_the_way_back_keeps_the_choices(world, client):
    key = prepare_presentation(world.workspace(), client.id, CHOICES)
    assert name_of(world.workspace(), key) == client.entry.name
    chosen = {"period": CHOICES.period, "compare": "sector"}
    assert way_back(world.workspace(), key) == (f"/clients/{client.id}/figures", chosen)


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_cannot_be_presented(world, state):
    client = world.in_state(state)[0]
    with pytest.raises(NotFound, match="no figures"):
        start_sheet(world.workspace(), client.id, opened="", period="", comparison="")
    if state is State.PENDING:
        with pytest.raises(NoMandate):
            prepare_presentation(world.workspace(), client.id, CHOICES)


def test_another_firm_neither_prepares_nor_sees(world, client):
    key = prepare_presentation(world.workspace(), client.id, CHOICES)
    stranger = world.workspace("editor@brabo.example")
    for ask in (
        lambda: prepare_presentation(stranger, client.id, CHOICES),
        lambda: slides_of(stranger, key),
        lambda: name_of(stranger, key),
        lambda: way_back(stranger, key),
    ):
        with pytest.raises(NotFound):
            ask()


def test_at_least_one_slide_and_not_too_many_each_once():
    assert chosen_slides(["b", "a", "b", "<script>"]) == ("b", "a")
    with pytest.raises(Incomplete, match="at least one"):
        chosen_slides(["<script>"])
    with pytest.raises(Incomplete):
        chosen_slides([f"growth:m{place}" for place in range(MOST_SLIDES + 1)])
