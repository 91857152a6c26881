"""The ways to files of a client's figures, and to what is frozen of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard.ids import Exports

if TYPE_CHECKING:
    from tests.browser.ground import Ground
    from tests.browser.visit import Visit


def export_menu(visit: Visit, ground: Ground) -> None:
    visit.open(f"/clients/{ground.story.client_id}/figures")
    menu = visit.page.locator(".export-menu")
    menu.locator("summary").click()
    expect(menu.get_by_role("button", name=visit.said("Export"), exact=True)).to_be_visible()


def export_begun(visit: Visit, ground: Ground) -> None:
    export_menu(visit, ground)
    visit.page.locator(".export-menu select[name=format]").select_option("pdf")
    visit.page.locator(".export-menu").get_by_role("button", name=visit.said("Export"), exact=True).click()
    expect(visit.page.locator(f"#{Exports.LINES} table")).to_be_visible()


def snapshot(visit: Visit, ground: Ground) -> None:
    export_menu(visit, ground)
    visit.page.get_by_role("button", name=visit.said("Take a snapshot"), exact=True).click()
    visit.page.wait_for_url("**/snapshot/*")
    expect(visit.page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
