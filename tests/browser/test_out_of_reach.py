"""When the server does not answer, people are told where they look, lose nothing, and go on afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps

SENTENCE = "The service is not responding. What you entered is kept."


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="de")
    steps.sign_in(here, story)
    here.watch.tolerate("Failed to load resource")
    return here


def cut(visit):
    visit.page.context.set_offline(True)


def mend(visit):
    visit.page.context.set_offline(False)


def is_told(visit, place):
    expect(visit.page.locator(place)).to_contain_text(visit.said(SENTENCE))


def is_told_no_more(visit):
    expect(visit.page.get_by_text(visit.said(SENTENCE)).filter(visible=True)).to_have_count(0)


def confirm_removal(visit, name):
    steps.find(visit, name)
    visit.activate("Remove {name} from my list", name=name, role="button")
    visit.sees("Remove {name} from your list?", name=name)
    cut(visit)
    visit.activate("Remove from list", role="button")
    is_told(visit, "#remove-client")


def test_a_number_that_is_being_added_is_kept_and_asked_again(visit, story):
    steps.start_adding(visit, story.known_person.number)
    cut(visit)
    visit.keys.press("Enter")
    is_told(visit, "#add-client")
    expect(visit.page.locator("#add-client-number")).to_have_value(story.known_person.number)

    mend(visit)
    visit.activate("Try again", role="button")
    visit.sees("Client found")
    is_told_no_more(visit)


def test_a_removal_can_be_confirmed_once_more(visit, story):
    confirm_removal(visit, story.client)

    mend(visit)
    visit.activate("Remove from list", role="button")
    visit.sees("{name} was removed from your list", name=story.client)
    is_told_no_more(visit)


def test_a_removal_that_was_cancelled_does_not_happen_later(visit, story):
    confirm_removal(visit, story.client)
    visit.activate("Cancel", role="button")
    visit.activate("Removed clients", role="link")
    is_told(visit, "#message")

    mend(visit)
    visit.activate("Try again", role="button")
    visit.sees_heading("Removed clients")
    visit.activate("Back to the client list", role="link")
    visit.fill(steps.SEARCH, story.client)
    expect(visit.page.get_by_role("link", name=story.client)).to_be_visible()
    expect(visit.page.locator("#remove-client-banner")).to_be_empty()


def test_a_page_comes_when_the_server_is_back(visit):
    cut(visit)
    visit.activate("Requests", role="link")
    is_told(visit, "#message")

    mend(visit)
    visit.activate("Try again", role="button")
    visit.sees_heading("Requests")
    is_told_no_more(visit)


def test_another_page_takes_the_place_of_the_one_that_did_not_come(visit):
    cut(visit)
    visit.activate("Requests", role="link")
    is_told(visit, "#message")

    mend(visit)
    visit.activate("Team", role="link")
    visit.sees_heading("Team")
    is_told_no_more(visit)


def test_the_list_keeps_the_search(visit, story):
    cut(visit)
    visit.fill(steps.SEARCH, story.client)
    visit.sees("The list could not be loaded. Try again.")

    mend(visit)
    visit.activate("Try again", role="button")
    visit.sees_name(story.client)
    expect(visit.page.locator("#client-list-search")).to_have_value(story.client)
    expect(visit.page.locator(".list-failure")).to_be_hidden()


def test_the_palette_says_that_clients_could_not_be_searched(visit, story):
    cut(visit)
    visit.keys.press("Control+k")
    visit.keys.type(story.client)
    visit.sees("The clients could not be searched: the service is not responding.")

    mend(visit)
    visit.keys.press("Backspace")
    expect(visit.page.get_by_role("option", name=story.client)).to_be_visible()


def test_an_ended_session_is_said_with_the_way_back(visit, story):
    visit.open(f"/clients/{story.client_id}/figures")
    visit.sees("Position")
    visit.page.evaluate("fetch('/sign-out', {method: 'POST'})")
    visit.choose("Region")
    visit.sees("You are signed out. Sign in again.")

    visit.activate("Try again", role="button")
    visit.sees_heading("Sign in")
    visit.fill("E-mail address", story.email)
    visit.fill("Password", story.password)
    visit.keys.press("Enter")
    expect(visit.page).to_have_url(re.compile("/figures.*compare=region"))
    visit.sees("Position")


def test_figures_that_did_not_come_leave_those_that_are_there(visit, story):
    visit.open(f"/clients/{story.client_id}/figures")
    visit.sees("Position")
    cut(visit)
    visit.choose("Region")
    is_told(visit, "#message")
    visit.sees("Position")
