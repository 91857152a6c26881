"""What the list can do beyond one client, with the keyboard alone: saved filters, a selection, own tags."""

from __future__ import annotations

import dataclasses
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser import axe, steps


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    return here


def count(visit):
    expect(visit.page.locator(".client-name").first).to_be_visible()
    return visit.page.locator(".list-count").inner_text()


def search_for(visit, word):
    """The count of the whole word: the first letters find more."""
    with visit.page.expect_response(lambda answer: f"q={word}" in unquote(answer.url)):
        visit.fill(steps.SEARCH, word)
    visit.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return count(visit)


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
    found = search_for(visit, story.client.split()[0])
    assert found != whole
    save(visit, "Mes chantiers")
    visit.fill(steps.SEARCH, "")
    expect(visit.page.locator(".list-count")).to_have_text(whole)
    visit.keys.activate("Mes chantiers", role="link")
    expect(visit.page.locator(".list-count")).to_have_text(found)
    expect(visit.page.locator(".saved-filter[aria-current]")).to_have_text("Mes chantiers")


def test_the_palette_asks_the_list_for_a_saved_filter(visit, story):
    whole = count(visit)
    found = search_for(visit, story.client.split()[0])
    save(visit, "Mes chantiers")
    visit.fill(steps.SEARCH, "")
    expect(visit.page.locator(".list-count")).to_have_text(whole)

    for place in ("/clients", "/requests"):
        visit.open(place)
        expect(visit.page.locator("h1")).to_be_visible()
        visit.keys.press("Control+k")
        visit.keys.type("chantiers")
        expect(visit.page.get_by_role("option", name="Mes chantiers")).to_be_visible()
        visit.keys.press("Enter")
        expect(visit.page.locator(".list-count")).to_have_text(found)


def test_enter_in_the_palette_waits_for_the_clients_of_the_words_before_it(visit, story):
    visit.page.route("**/api/clients?*", lambda route: (visit.page.wait_for_timeout(300), route.continue_()))
    visit.keys.press("Control+k")
    expect(visit.page.locator("#palette .palette-option").first).to_be_visible()
    visit.keys.type(story.client)
    visit.keys.press("Enter")

    expect(visit.page.locator(".file-title h1")).to_have_text(story.client)


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


def selecting(visit):
    visit.activate("Select clients", role="button")
    visit.page.locator("#selection-bar").wait_for()
    expect(visit.page.locator("#selection-open")).to_have_attribute("aria-pressed", "true")
    expect(visit.page.locator(".client-box").first).to_be_visible()


def says_selected(visit, n):
    expect(visit.page.locator(".selection-count")).to_have_text(visit.said("Selected clients: {n}", n=n))


def test_clients_are_selected_with_space_and_shift_and_tagged(visit):
    selecting(visit)
    visit.fill(steps.SEARCH, "")
    visit.keys.press("ArrowDown", "Space", "Shift+ArrowDown", "Shift+ArrowDown")
    says_selected(visit, 3)
    visit.keys.press("Space")
    says_selected(visit, 2)
    assert axe.violations(visit.page) == []
    visit.fill("Tags", "à revoir bientôt")
    visit.keys.press("Enter")
    visit.sees("The tags are added.")
    expect(visit.page.locator(".badge", has_text="à revoir bientôt")).to_have_count(2)
    says_selected(visit, 2)
    visit.activate("End the selection", role="button")
    expect(visit.page.locator(".client-box")).to_have_count(0)


def test_all_that_are_found_are_removed_by_name_and_brought_back_at_once(visit):
    whole = count(visit)
    selecting(visit)
    visit.activate("Select all that are found", role="button")
    total = int(whole.split()[0])
    says_selected(visit, total)
    visit.activate("Remove from my list", role="button")
    visit.page.locator("#remove-client[open]").wait_for()
    expect(visit.page.locator("#remove-client .cancel")).to_be_focused()
    assert axe.violations(visit.page) == []
    visit.activate("Remove from list", role="button")
    expect(visit.page.locator("#remove-client-undo")).to_be_focused()
    expect(visit.page.locator("#client-list-rows tr")).to_have_count(0)
    says_selected(visit, 0)
    visit.keys.press("Enter")
    expect(visit.page.locator(".list-count")).to_have_text(whole)


def test_a_selection_is_saved_as_a_workbook(visit):
    selecting(visit)
    visit.activate("Export to Excel", role="button")
    visit.sees("Select at least one client.")
    visit.activate("Select all that are found", role="button")
    with visit.page.expect_download() as received:
        visit.activate("Export to Excel", role="button")
    assert received.value.suggested_filename.endswith(".xlsx")


def test_own_tags_are_found_by_their_person_alone(visit, visiting, site, story):
    selecting(visit)
    visit.fill(steps.SEARCH, "")
    visit.keys.press("ArrowDown", "Space")
    visit.fill("Tags", "confidentiel")
    visit.keys.focus_on(visit.said("Seen by"), role="combobox")
    visit.keys.press("ArrowDown")
    visit.activate("Add these tags", role="button")
    expect(visit.page.locator(".badge.own")).to_have_text("Mon étiquette confidentiel")
    assert axe.violations(visit.page) == []
    visit.fill(steps.SEARCH, "confid")
    expect(visit.page.locator("#client-list-rows tr")).to_have_count(1)
    colleague = visiting(site, code="fr")
    steps.sign_in(colleague, dataclasses.replace(story, email="reader@lumiere.example"))
    colleague.fill(steps.SEARCH, "confid")
    colleague.sees("No client matches “{query}”.", query="confid")
