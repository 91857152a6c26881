"""The focus is never lost: a banner that closes, an error that is met twice, a refused form."""

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


def test_a_refused_password_leads_to_the_field_that_it_is_about(visit, story):
    visit.open("/account")
    for current, new, field in (
        ("not mine", "a new password", "Current password"),
        (story.password, "x", "New password"),
    ):
        visit.fill("Current password", current)
        visit.fill("New password", new)
        for _ in range(2):
            visit.activate("Change my password", role="button")
            is_refused_at(visit, field)


def test_a_refused_invitation_leads_to_the_field_that_it_is_about(visit):
    visit.open("/team")
    visit.activate("Invite", role="button")
    is_refused_at(visit, "Name")
    visit.keys.type("Odette")
    visit.activate("Invite", role="button")
    is_refused_at(visit, "E-mail address")


def is_refused_at(visit, label):
    """The focus is on the field, which says what is wrong with it."""
    field = visit.page.get_by_label(visit.said(label), exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    error = visit.page.locator("#" + field.get_attribute("aria-describedby").split()[0])
    expect(error).to_be_visible()
    expect(error).not_to_be_empty()
