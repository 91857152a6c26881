"""On paper: what was asked and what was found, without the controls that ask."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.visit import View

PAPER = View(720, 1020)


@pytest.fixture
def visit(standing_site, visiting, story):
    here = visiting(standing_site, code="fr", view=PAPER)
    steps.sign_in(here, story)
    return here


def test_a_printed_list_says_what_was_asked_and_leaves_the_controls_out(visit):
    visit.open("/clients?q=s&kind=employer")
    expect(visit.page.locator(".client-name").first).to_be_visible()
    visit.page.emulate_media(media="print")

    for shown in ("#client-list-search", "#client-list-kind", ".list-count", ".column-number"):
        expect(visit.page.locator(shown).first).to_be_visible()
    for left_out in ("#client-list-tag", ".client-star", ".client-remove", ".list-recent", ".saved-filters"):
        expect(visit.page.locator(left_out).first).to_be_hidden()
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_printed_figures_leave_the_choices_and_forms_out(visit, story):
    visit.open(f"/clients/{story.client_id}/figures")
    expect(visit.page.locator(".strips").first).to_be_visible()
    visit.page.emulate_media(media="print")

    expect(visit.page.locator(".peer-card").first).to_be_visible()
    for left_out in ("#figures-period", "#figures-comparison", "#describe-client-note", "main textarea"):
        expect(visit.page.locator(left_out).first).to_be_hidden()
