"""The addresses of a presentation: a sheet, slides without a name, the name on request, and the way back."""

from __future__ import annotations

import html
import re

import pytest

from dashboard import theme
from tests.meeting_world import FORM, browser_of, words_of_name


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path / "copy")
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    return world.special()["provisional"]


@pytest.fixture
def browser(world):
    return browser_of(world)


def prepare(browser, client, **changes):
    answer = browser.post(f"/clients/{client.id}/present", data={**FORM, **changes})
    assert answer.status_code == 303
    return answer.location


def test_the_sheet_names_the_client_so_that_nobody_presents_another(browser, client):
    answer = browser.get(f"/clients/{client.id}/present?metric=sickness_total")
    assert answer.status_code == 200
    assert html.escape(client.entry.name) in answer.text
    assert len(re.findall(r'name="slides"[^>]* checked', answer.text)) == 3


def test_slides_hold_charts_and_no_name(browser, client):
    page = browser.get(prepare(browser, client)).text
    assert page.count('<section class="slide"') == 3
    assert page.count('class="plot" data-figure') >= 3
    assert [word for word in words_of_name(client) if word in html.unescape(page)] == []
    assert '<html lang="nl-BE" data-theme="light">' in page


def test_the_speakers_window_names_nobody_either(browser, client):
    page = browser.get(prepare(browser, client) + "/speaker").text
    assert page.count("speaker-notes") == 3
    assert [word for word in words_of_name(client) if word in html.unescape(page)] == []


def test_the_name_is_on_the_slides_where_it_was_not_to_be_hidden(browser, client):
    shown = {name: value for name, value in FORM.items() if name != "hide_names"}
    answer = browser.post(f"/clients/{client.id}/present", data=shown)
    assert html.escape(client.entry.name) in browser.get(answer.location).text


def test_the_name_comes_when_it_is_asked_for(browser, client):
    assert browser.get(prepare(browser, client) + "/name").json == {"name": client.entry.name}


def test_leaving_leads_to_the_figures(browser, client):
    answer = browser.get(prepare(browser, client) + "/leave")
    assert answer.location == f"/clients/{client.id}/figures?period={FORM['period']}&compare=sector"


@pytest.mark.parametrize(
    "odd",
    [
        {"slides": []},
        {"audience": "la"},
        {"comparison": "moon"},
        {"theme": "pink"},
        {"period": "<script>"},
        {"audience": ""},
    ],
)
def test_a_sheet_that_nobody_could_send_is_refused_and_nothing_is_prepared(browser, client, odd):
    answer = browser.post(f"/clients/{client.id}/present", data={**FORM, **odd})
    assert answer.status_code == 400


def test_every_colour_of_a_slides_chart_has_a_dark_twin(browser, client):
    page = html.unescape(browser.get(prepare(browser, client)).text)
    drawn = set(re.findall(r"#[0-9a-f]{6}", "".join(re.findall(r'data-figure="(.*?)">', page, re.DOTALL))))
    assert drawn
    assert drawn - set(theme.DARK) == set()
