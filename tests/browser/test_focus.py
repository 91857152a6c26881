"""The focus is never lost: a banner that closes, an error that is met twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import steps


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="nl")
    steps.sign_in(here, story)
    return here


def test_closing_the_banner_of_a_removal_leads_to_the_search_field(visit, story):
    steps.find(visit, story.client)
    steps.remove(visit, story.client)
    visit.activate("Close", role="button")

    expect(visit.page.locator("#client-list-search")).to_be_focused()


def test_the_same_error_leads_to_its_field_each_time(visit, story):
    steps.start_adding(visit, story.unknown_person.number)
    visit.keys.press("Enter")
    visit.choose("Affiliate this client")
    visit.activate("Continue", role="button")
    for _ in range(2):
        visit.sees("Client's name")
        visit.activate("Continue", role="button")
        visit.sees("Enter the client's name")
        expect(visit.page.get_by_label(visit.said("Client's name"))).to_be_focused()
