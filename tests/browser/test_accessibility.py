"""axe finds nothing on any page or dialog, in light and dark, wide and narrow."""

from __future__ import annotations

import pytest

from tests.browser import axe, steps, world

PATHS = ("/clients", "/clients/removed", "/clients/import", "/requests", "/account", "/team", "/audit")
TABS = ("applications", "documents", "figures", "contact")


@pytest.fixture
def story(demo_world):
    return world.story(demo_world)


@pytest.fixture
def visit(standing_site, visiting, story, view):
    here = visiting(standing_site, code="fr", view=view)
    steps.sign_in(here, story)
    return here


def settled(visit):
    visit.page.wait_for_load_state("networkidle")
    return axe.violations(visit.page)


def test_the_sign_in_page_is_accessible(standing_site, visiting, view):
    visit = visiting(standing_site, view=view)
    visit.open("/sign-in")

    assert settled(visit) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible(visit, path):
    visit.open(path)

    assert settled(visit) == []


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_is_accessible(visit, story, tab):
    visit.open(f"/clients/{story.client_id}/{tab}")

    assert settled(visit) == []


def test_the_steps_of_adding_a_client_are_accessible(visit, story):
    steps.start_adding(visit, story.known_employer.number)
    assert settled(visit) == []

    visit.choose(steps.EMPLOYER)
    visit.keys.press("Enter")
    visit.sees("Client found")
    assert settled(visit) == []


def test_the_question_before_a_removal_is_accessible(visit, story):
    steps.find(visit, story.client)
    visit.activate("Remove {name} from my list", name=story.client, role="button")
    visit.sees("Remove {name} from your list?", name=story.client)

    assert settled(visit) == []


def test_the_palette_is_accessible(visit):
    visit.keys.press("Control+k")
    visit.page.get_by_role("dialog").wait_for()

    assert settled(visit) == []


def test_the_shortcuts_are_accessible(visit):
    visit.activate("Keyboard shortcuts", role="button")
    visit.page.get_by_role("dialog").wait_for()

    assert settled(visit) == []
