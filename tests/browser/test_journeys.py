"""The main job, from sign-in to sign-out, with the keyboard alone, in each language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard import i18n
from tests.browser import steps


@pytest.fixture
def visit(site, visiting, story, code):
    here = visiting(site, code=code)
    steps.sign_in(here, story)
    return here


def test_a_client_is_found_and_every_tab_read(visit, story):
    steps.open_found(visit, story.client)
    steps.open_application(visit, story)
    assert steps.take_two_documents(visit).endswith(".zip")
    steps.read_figures(visit)
    assert steps.take_contact(visit).endswith(".vcf")


def test_a_person_is_added_by_register_number(visit, story):
    steps.start_adding(visit, story.known_person.number)
    steps.add_known(visit, story.known_person)
    steps.start_adding(visit, steps.with_wrong_check(story.known_person.number))
    steps.is_told(visit, "The check digits do not match. Check the number and try again.")
    steps.start_adding(visit, story.listed_person.number)
    steps.is_told(visit, "{name} is already in your list", name=story.listed_person.name)
    steps.start_adding(visit, story.unknown_person.number)
    steps.ask_to_affiliate(visit)


def test_an_employer_is_added_by_enterprise_number(visit, story):
    steps.start_adding(visit, story.known_employer.number)
    visit.choose(steps.EMPLOYER)
    steps.add_known(visit, story.known_employer)
    steps.start_adding(visit, steps.with_wrong_check(story.known_employer.number))
    steps.is_told(visit, "The check digits do not match. Check the number and try again.")
    steps.start_adding(visit, story.listed_employer.number)
    visit.choose(steps.EMPLOYER)
    steps.is_told(visit, "{name} is already in your list", name=story.listed_employer.name)
    steps.start_adding(visit, story.unknown_employer.number)
    visit.choose(steps.EMPLOYER)
    steps.ask_to_affiliate(visit)
    steps.follow_request(visit)


def test_a_list_is_pasted(visit, story):
    steps.paste_a_list(visit, story)


def test_a_client_is_removed_and_brought_back(visit, story):
    steps.find(visit, story.client)
    steps.remove(visit, story.client)
    steps.undo(visit, story.client)


def test_the_language_changes_and_the_page_stays(visit, site, visiting, code):
    other = "nl" if code == "fr" else "fr"
    steps.speak(visit, visiting(site, code=other))
    expect(visit.page.get_by_role("heading", name=i18n.language(other).text("Clients"))).to_be_visible()


def test_signing_out_ends_the_session(visit, story):
    steps.sign_out(visit, story)
    visit.open("/clients")
    visit.sees_heading("Sign in")
