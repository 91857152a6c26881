"""The way back to the client list leads to the list as it was left, with its words, filters and order."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps

ASKED = re.compile(r"/clients\?q=s&kind=employer&sort=fte&order=down$")


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    here.fill(steps.SEARCH, "s")
    here.page.locator("#client-list-kind").select_option("employer")
    here.activate("FTE", role="button")
    here.keys.press("Enter")
    expect(here.page).to_have_url(ASKED)
    return here


def open_first(visit):
    visit.fill(steps.SEARCH, "s")
    visit.keys.press("ArrowDown", "Enter")
    expect(visit.page.locator(".file-title h1")).to_be_visible()


def test_back_from_a_file_leads_to_the_list_as_it_was_left(visit):
    found = visit.page.locator(".list-count").inner_text()
    open_first(visit)
    steps.open_tab(visit, "Contact")
    visit.page.reload()
    visit.activate("Back to the client list", role="link")

    expect(visit.page).to_have_url(ASKED)
    expect(visit.page.locator(".list-count")).to_have_text(found)
    expect(visit.page.locator("#client-list-kind")).to_have_value("employer")


def test_a_removal_in_the_file_leads_back_there_too(visit):
    open_first(visit)
    name = visit.page.locator(".file-title h1").inner_text()
    steps.remove(visit, name)

    expect(visit.page).to_have_url(ASKED)


def test_a_register_number_is_not_kept(visit, story):
    visit.fill(steps.SEARCH, story.listed_person.number)
    expect(visit.page).to_have_url(re.compile(r"/clients\?kind=employer&sort=fte&order=down$"))
    visit.activate("Import several clients", role="link")
    way = visit.page.locator(".back-link")

    expect(way).to_have_attribute("href", "/clients?kind=employer&sort=fte&order=down")


def test_who_signs_in_next_finds_the_whole_list(visit, story):
    steps.sign_out(visit, story)
    steps.sign_in(visit, story)
    visit.open("/clients/import")

    expect(visit.page.locator(".back-link")).to_have_attribute("href", "/clients")
