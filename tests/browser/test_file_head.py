"""The head of a client's file by keyboard: its star, and its number on the clipboard."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import steps


def test_the_star_stays_and_the_number_is_copied(site, visiting, story):
    visit = visiting(site, code="fr")
    steps.sign_in(visit, story)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open(f"/clients/{story.client_id}/contact")
    star = visit.page.locator("#describe-client-star")
    was = star.get_attribute("aria-pressed")
    visit.activate("Favourite: {name}", name=story.client, role="button")
    expect(star).not_to_have_attribute("aria-pressed", was)
    visit.page.reload()
    expect(star).not_to_have_attribute("aria-pressed", was)

    button = visit.page.locator("[data-copies]")
    visit.keys.activate(button.get_attribute("aria-label"), role="button")
    visit.sees("Copied")
    assert visit.page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-copies")
