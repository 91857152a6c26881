"""The ways to a presentation and to what is agreed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard import ids
from dashboard.viewmodels.company_figures import State
from tests.browser.ways import press

if TYPE_CHECKING:
    from tests.browser.ground import Ground
    from tests.browser.visit import Visit

DRAWN = ".slide:not([hidden]) .view:not([hidden]) .plot[data-drawn] .main-svg"


def start_sheet(visit: Visit, ground: Ground) -> None:
    visit.open(f"/clients/{ground.story.client_id}/present?metric=sickness_total")
    expect(visit.page.locator("h1")).to_be_visible()


def slides(visit: Visit, ground: Ground) -> None:
    """In the same window, where the tests look."""
    start_sheet(visit, ground)
    visit.page.locator("form").evaluate("form => form.removeAttribute('target')")
    visit.page.locator(".btn-primary").click()
    expect(visit.page.locator(DRAWN).first).to_be_visible()


def overview(visit: Visit, ground: Ground) -> None:
    slides(visit, ground)
    visit.page.keyboard.press("o")
    expect(visit.page.locator(".go").first).to_be_focused()


def table(visit: Visit, ground: Ground) -> None:
    slides(visit, ground)
    visit.page.keyboard.press("v")
    visit.page.keyboard.press("t")
    expect(visit.page.locator(".slide:not([hidden]) table").first).to_be_visible()


def speaker(visit: Visit, ground: Ground) -> None:
    slides(visit, ground)
    visit.open(visit.page.url.removeprefix(visit.address) + "/speaker")
    expect(visit.page.locator(DRAWN).first).to_be_visible()


def agreement_refused(visit: Visit, ground: Ground) -> None:
    visit.open(f"/clients/{ground.in_state[State.FIGURES]}/figures")
    visit.page.locator(".meeting summary").first.click()
    visit.page.locator(f"#{ids.Meeting.DECISION}").fill("⟦x⟧")
    visit.page.locator(f"#{ids.Meeting.TARGET}").fill("x")
    press(visit, "Write it down")
    expect(visit.page.locator(f"#{ids.Meeting.TARGET}")).to_have_attribute("aria-invalid", "true")
