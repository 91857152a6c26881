"""axe finds nothing on any page, dialog or step, in light and dark, wide and narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import axe, ground, steps, world
from tests.browser.places import PLACES
from tests.browser.server import serving
from tests.browser.visit import View

VIEWS = [
    View(width, height, scheme) for width, height in ((1280, 900), (360, 740)) for scheme in ("light", "dark")
]


@pytest.fixture(scope="module")
def here(demo_world, tmp_path_factory):
    """A world of its own: on the way to a place a client is removed, a request sent."""
    folder = world.copy_of(demo_world, tmp_path_factory.mktemp("places"))
    with serving(world.application(folder)) as address:
        yield ground.Ground(address, world.story(folder), ground.clients_by_state(folder))


@pytest.fixture(scope="module")
def signed_in(here, chromium):
    return steps.session(chromium, here.address, here.story, code="fr")


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_place_is_accessible(here, signed_in, visiting, place):
    visit = visiting(here.address, code="fr", state=signed_in if place.signed_in else None)
    place.go(visit, here)
    stands_at(visit, place)

    assert [line for view in VIEWS for line in seen_as(visit, view)] == []


def stands_at(visit, place):
    """The dialog and the step that the place names are on screen, and no dialog otherwise."""
    opened = visit.page.locator("dialog[open]")
    assert opened.evaluate_all("all => all.map(one => one.id)") == [place.dialog] * bool(place.dialog)
    if place.step:
        expect(visit.page.locator(f"#{place.step}")).to_be_visible()
    visit.page.wait_for_load_state("networkidle")


def seen_as(visit, view):
    visit.page.set_viewport_size({"width": view.width, "height": view.height})
    visit.page.emulate_media(color_scheme=view.scheme)
    visit.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [f"{view.width} {view.scheme}: {line}" for line in axe.violations(visit.page)]
