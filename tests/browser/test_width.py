"""Pages fit their window: a narrow one stacks the cells, and what people wrote in one long word breaks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlalchemy import select, update

from dashboard import pages
from dashboard.data.database import writing
from dashboard.data.schema import clients, entries, tags
from dashboard.data.store import Store
from tests.browser import steps, world
from tests.browser.server import serving
from tests.browser.visit import View

NAME = "Kraftfahrzeughaftpflichtversicherungsgesellschaftsverwaltung " + "W" * 42 + " Établissements SA"
TOWN = "Saint-Jean-Baptiste-de-la-Longue-Montagne-sur-Sambre-" + "l" * 27
TALLEST_HEADER = 100
TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll(".table-holder, dialog[open]")]
  .filter((one) => one.scrollWidth > one.clientWidth)
  .map((one) => `${one.tagName} ${one.className}: ${one.scrollWidth} in ${one.clientWidth}`)"""
NAMED_CELLS = """(tables) => tables.flatMap((table) => [...table.querySelectorAll("td:not(:empty)")])
  .map((cell) => [cell.dataset.column, getComputedStyle(cell, "::before").content])"""

narrow_and_wide = pytest.mark.parametrize("width", [360, 1280])


@pytest.fixture
def address(demo_world, tmp_path, story):
    """A world in which the client of the story has the longest names."""
    folder = world.copy_of(demo_world, tmp_path)
    store = Store.open(world.settings(folder))
    with writing(store.engine) as connection:
        named = select(clients.c.id, clients.c.entry_id).where(clients.c.public_id == story.client_id)
        client, entry = connection.execute(named).one()
        long = {"name": NAME, "trade_name": "T" * 120, "municipality_name": TOWN}
        connection.execute(update(entries).where(entries.c.id == entry).values(long))
        own = {"reference": "R" * 60, "note": "N" * 300, "sort_name": ""}
        connection.execute(update(clients).where(clients.c.id == client).values(own))
        connection.execute(tags.insert().values(client_id=client, tag="t" * 40))
    store.engine.dispose()
    with serving(world.application(folder)) as served:
        yield served


@pytest.fixture
def visit(address, visiting, story, width):
    here = visiting(address, code="fr", view=View(width, 740))
    steps.sign_in(here, story)
    return here


def too_wide(visit):
    visit.page.wait_for_load_state("networkidle")
    return visit.page.evaluate(TOO_WIDE)


@narrow_and_wide
def test_every_page_fits_its_window(visit, story):
    visit.watch.tolerate("404")
    for page in pages.PAGES:
        visit.open(page.path.replace("<client>", story.client_id).replace("<code>", "unknown"))
        expect(visit.page.locator("main h1")).to_be_visible()
        assert (page.name, too_wide(visit)) == (page.name, [])

    visit.open(f"/clients/{story.client_id}/figures?metric=sickness_total")
    visit.sees("Close the detail")
    assert too_wide(visit) == []


@narrow_and_wide
def test_a_long_name_fits_the_dialog_and_the_banner(visit):
    visit.activate("Remove {name} from my list", name=NAME, role="button")
    visit.sees("Remove {name} from your list?", name=NAME)
    assert too_wide(visit) == []

    visit.activate("Remove from list", role="button")
    expect(visit.page.locator("#remove-client-undo")).to_be_visible()
    visit.activate("Removed clients", role="link")
    visit.sees_heading("Removed clients")
    assert too_wide(visit) == []


@pytest.mark.parametrize("width", [360])
def test_a_narrow_window_has_a_low_header_and_cells_that_say_their_column(visit):
    for path in ("/requests", "/audit"):
        visit.open(path)
        expect(visit.page.locator(".stacks td").first).to_be_visible()
        cells = visit.page.locator(".stacks").evaluate_all(NAMED_CELLS)
        assert cells
        assert [cell for cell in cells if not cell[0] or cell[0] not in cell[1]] == []
    assert visit.page.locator(".app-header").bounding_box()["height"] <= TALLEST_HEADER
