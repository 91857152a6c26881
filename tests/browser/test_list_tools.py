"""What the list can do beyond one client, with the keyboard alone: saved filters."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import axe, steps, world


@pytest.fixture
def story(demo_world):
    return world.story(demo_world)


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    return here


def count(visit):
    return visit.page.locator(".list-count").inner_text()


def open_filters(visit):
    visit.activate("Save or edit filters", role="button")
    visit.page.locator("#saved-filters[open]").wait_for()


def save(visit, name):
    open_filters(visit)
    visit.keys.type(name)
    visit.keys.press("Enter")
    visit.sees("{name} is saved.", name=name)
    assert axe.violations(visit.page) == []
    visit.keys.press("Escape")


def test_a_filter_is_saved_and_applied(visit, story):
    whole = count(visit)
    visit.fill(steps.SEARCH, story.client.split()[0])
    expect(visit.page.locator(".list-count")).not_to_have_text(whole)
    found = count(visit)
    save(visit, "Mes chantiers")
    visit.fill(steps.SEARCH, "")
    expect(visit.page.locator(".list-count")).to_have_text(whole)
    visit.keys.activate("Mes chantiers", role="link")
    expect(visit.page.locator(".list-count")).to_have_text(found)
    expect(visit.page.locator(".saved-filter[aria-current]")).to_have_text("Mes chantiers")


def test_a_filter_is_renamed_and_deleted(visit):
    save(visit, "Mes chantiers")
    open_filters(visit)
    visit.keys.choose("Mes chantiers")
    visit.fill("New name", "Chantiers")
    visit.keys.press("Enter")
    visit.sees("{name} is saved.", name="Chantiers")
    visit.keys.choose("Chantiers")
    visit.activate("Delete the filter", role="button")
    visit.sees("{name} is deleted.", name="Chantiers")
    expect(visit.page.locator(".saved-filter")).to_have_count(0)
    expect(visit.page.locator("#saved-filters-name")).to_be_focused()
