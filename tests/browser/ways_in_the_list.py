"""The ways to what the list can do beyond one client: saved filters, a selection, own tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard import ids
from tests.browser import ways

if TYPE_CHECKING:
    from tests.browser.ground import Ground
    from tests.browser.visit import Visit

# A name without a word, since nothing that is typed is translated.
A_FILTER = "2025"
CHOSEN = 12


def saved_filters(visit: Visit, _ground: Ground) -> None:
    ways.listed(visit)
    ways.press(visit, "Save or edit filters")
    expect(visit.page.locator(f"#{ids.SavedFilters.NAME}")).to_be_focused()


def filter_kept(visit: Visit, ground: Ground) -> None:
    saved_filters(visit, ground)
    place = visit.page.locator(f"#{ids.SavedFilters.NAME}")
    place.fill(f"{A_FILTER} {ground.unknown_number()[-3:]}")
    visit.page.locator(f"#{ids.SavedFilters.SAVE}").click()
    expect(visit.page.locator(f"#{ids.SavedFilters.CHOSEN}")).to_be_visible()
    expect(visit.page.locator(f"#{ids.SavedFilters.ANSWER}")).not_to_be_empty()


def filter_refused(visit: Visit, ground: Ground) -> None:
    """Neither a filter is chosen nor a name given."""
    filter_kept(visit, ground)
    visit.page.locator(f"#{ids.SavedFilters.RENAME}").click()
    expect(visit.page.locator(f"#{ids.SavedFilters.CHOSEN} input").first).to_be_focused()
    visit.page.locator(f"#{ids.SavedFilters.NAME}").fill("")
    visit.page.locator(f"#{ids.SavedFilters.SAVE}").click()
    expect(visit.page.locator(f"#{ids.SavedFilters.NAME}")).to_be_focused()


def selection(visit: Visit, _ground: Ground) -> None:
    ways.listed(visit)
    ways.press(visit, "Select clients")
    boxes = visit.page.locator(".client-box")
    for place in range(CHOSEN):
        boxes.nth(place).check()


def selection_refused(visit: Visit, ground: Ground) -> None:
    selection(visit, ground)
    ways.press(visit, "Add these tags")
    expect(visit.page.locator(f"#{ids.ListSelection.ANSWER} .error")).to_be_visible()


def selection_removal(visit: Visit, ground: Ground) -> None:
    selection(visit, ground)
    ways.press(visit, "Remove from my list")
    expect(visit.page.locator(f"#{ids.RemoveClient.NAMES} li")).to_have_count(11)


def own_tags(visit: Visit, ground: Ground) -> None:
    ways.tab("applications")(visit, ground)
    visit.page.get_by_text(visit.said("Edit my own tags")).click()
    expect(visit.page.locator(f"#{ids.DescribeClient.OWN_TAGS}")).to_be_visible()
