"""Chromium, a real server with the demo world, and the people who use it by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright

from bench.chromium import launch
from dashboard import i18n
from tests.browser import world
from tests.browser.keyboard import Keys
from tests.browser.server import serving
from tests.browser.visit import View, Visit
from tests.browser.watch import Watch

PATIENCE_MS = 10_000


VIEWS = [
    pytest.param(View(width, height, scheme), id=f"{width} {scheme}")
    for width, height in ((1280, 900), (360, 740))
    for scheme in ("light", "dark")
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_world(tmp_path_factory, worker_id):
    base = tmp_path_factory.getbasetemp()
    return world.build_once(base if worker_id == "master" else base.parent)


@pytest.fixture(scope="session")
def story(demo_world):
    return world.story(demo_world)


@pytest.fixture(scope="session")
def standing_site(demo_world, tmp_path_factory):
    """A server for tests that only look."""
    folder = world.copy_of(demo_world, tmp_path_factory.mktemp("standing"))
    with serving(world.application(folder)) as address:
        yield address


@pytest.fixture
def site(demo_world, tmp_path):
    """A server with a world of its own, for a test that changes it."""
    with serving(world.application(world.copy_of(demo_world, tmp_path))) as address:
        yield address


@pytest.fixture
def visiting(chromium):
    """Open windows: `visiting(address, code="nl", state=signed_in)`; any fault of a page fails the test."""
    contexts = []
    watches = []

    def visit(address, *, code="en", view=None, state=None):
        seen = view or View()
        reader = i18n.language(code)
        context = chromium.new_context(
            locale=reader.tag,
            timezone_id="Europe/Brussels",
            viewport={"width": seen.width, "height": seen.height},
            color_scheme=seen.scheme,
            reduced_motion="reduce",
            accept_downloads=True,
            storage_state=state,
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        watches.append(Watch(context, origin=address))
        page = context.new_page()
        return Visit(page=page, keys=Keys(page), watch=watches[-1], reader=reader, address=address)

    yield visit
    for context in contexts:
        context.close()
    faults = [fault for watch in watches for fault in watch.intolerable]
    assert faults == [], "the browser reported faults"


@pytest.fixture(params=VIEWS)
def view(request):
    return request.param


@pytest.fixture(params=i18n.LANGUAGES)
def code(request):
    return request.param
