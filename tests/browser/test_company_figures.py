"""My company in figures by keyboard: the address follows the choices, the focus follows the detail."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps

METRIC = "Sickness absence"


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    here.open(f"/clients/{story.client_id}/figures")
    here.sees("Position")
    return here


def test_the_focus_goes_to_the_detail_and_back_to_its_metric(visit):
    visit.activate(METRIC, role="link")
    expect(visit.page.locator("#detail-title")).to_be_focused()

    visit.activate("Close the detail", role="link")
    expect(visit.page.get_by_role("link", name=visit.said(METRIC), exact=True)).to_be_focused()


def test_figures_that_are_awaited_hold_their_place(visit):
    """What stands below them is out of the window before they come, and so does not jump when they do."""
    body = visit.page.locator("#figures-body")

    def held(route):
        if "figures-body" not in route.request.post_data:
            route.continue_()

    visit.page.route("**/_dash-update-component", held)
    visit.page.reload()
    expect(visit.page.locator(".figures-skeleton")).to_be_visible()
    place = body.bounding_box()
    assert place["y"] + place["height"] > visit.page.viewport_size["height"]


def test_back_closes_the_detail_and_forward_opens_it(visit):
    visit.activate(METRIC, role="link")
    expect(visit.page.locator("#detail-title")).to_be_focused()

    visit.page.go_back()
    expect(visit.page.locator("#detail-title")).to_have_count(0)
    visit.page.go_forward()
    expect(visit.page.locator("#detail-title")).to_be_focused()


def test_what_is_chosen_stays_when_the_page_is_loaded_again_or_said_in_another_language(visit):
    visit.choose("Region")
    expect(visit.page).to_have_url(re.compile("compare=region"))
    visit.page.reload()
    expect(radio(visit, "Region")).to_be_checked()

    steps.open_menu(visit, "Language", visit.reader.name)
    visit.keys.activate("Nederlands", role="button")
    expect(visit.page.locator("html")).to_have_attribute("lang", "nl-BE")
    expect(visit.page).to_have_url(re.compile("compare=region"))


def radio(visit, sentence):
    return visit.page.get_by_role("radio", name=visit.said(sentence), exact=True)


def test_back_and_forward_change_the_choices_with_the_address(visit, story):
    visit.open(f"/clients/{story.client_id}/figures?compare=sector")
    visit.sees("Position")
    period, card = visit.page.locator("#figures-period"), visit.page.locator(".peer-card > p")
    newest, other = (period.locator("option").nth(n).get_attribute("value") for n in (0, 2))
    first = card.inner_text()
    visit.activate(METRIC, role="link")
    expect(visit.page.locator("#detail-title")).to_be_focused()
    visit.choose("Region")
    period.select_option(other)
    expect(visit.page).to_have_url(re.compile(f"period={other}&compare=region"))
    expect(card).not_to_have_text(first)

    visit.page.go_back()
    expect(radio(visit, "Sector")).to_be_checked()
    expect(period).to_have_value(newest)
    expect(card).to_have_text(first)
    visit.page.go_forward()
    expect(radio(visit, "Region")).to_be_checked()
    expect(period).to_have_value(other)


def test_a_printed_page_keeps_the_bands_the_data_and_says_that_it_is_invented(visit):
    visit.activate(METRIC, role="link")
    visit.page.emulate_media(media="print")

    visit.sees("All names and figures on these pages are invented.")
    quarter = visit.page.get_by_role("columnheader", name=visit.said("Quarter"), exact=True)
    expect(quarter).to_be_visible()
    expect(visit.page.locator(".strip").first).to_have_css("print-color-adjust", "exact")
    expect(visit.page.get_by_role("link", name=visit.said("Close the detail"))).to_be_hidden()


def test_a_question_opens_its_answer_and_gives_the_focus_back(visit):
    question = "Where does this company stand, all in all?"
    visit.keys.activate(visit.said(question).replace("\xa0", " "), role="link")
    expect(visit.page.locator("#detail-title")).to_be_focused()
    expect(visit.page).to_have_url(re.compile("question=standing"))

    visit.activate("Close the detail", role="link")
    expect(visit.page.get_by_role("link", name=visit.said(question), exact=True)).to_be_focused()


def test_the_comparison_that_was_chosen_is_there_on_the_next_client(visit, story):
    visit.choose("Belgium")
    expect(visit.page.locator("#figures-chooser[data-remembered=belgium]")).to_be_attached()
    visit.open(f"/clients/{story.client_id}/figures")
    expect(radio(visit, "Belgium")).to_be_checked()
    visit.choose("Sector")
    expect(visit.page.locator("#figures-chooser[data-remembered=sector]")).to_be_attached()


def test_a_topic_is_shown_alone_and_stays_in_the_address(visit):
    expect(visit.page.locator("table.strips")).to_have_count(3)
    visit.choose("Health")
    expect(visit.page.locator("table.strips")).to_have_count(1)
    expect(visit.page).to_have_url(re.compile("topic=health"))
