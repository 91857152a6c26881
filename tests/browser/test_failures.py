"""When the server does not answer, or the session has ended, the page says so and keeps what it shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps, world


@pytest.fixture
def story(demo_world):
    return world.story(demo_world)


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="nl")
    steps.sign_in(here, story)
    here.open(f"/clients/{story.client_id}/figures")
    here.sees("Position")
    return here


def test_a_server_that_does_not_answer_is_said_and_the_figures_stay(visit):
    for fault in ("ERR_INTERNET_DISCONNECTED", "did not respond"):
        visit.watch.tolerate(fault)
    visit.page.context.set_offline(True)
    visit.choose("Region")

    visit.sees("The server did not answer. Nothing on this page has changed.")
    visit.sees("Position")

    visit.page.context.set_offline(False)
    visit.activate("Load this page again", role="link")
    expect(visit.page.locator("#message")).to_be_empty()


def test_an_ended_session_is_said_with_the_way_back(visit, story):
    for fault in ("401", "already read"):  # Dash reads a refusal twice
        visit.watch.tolerate(fault)
    visit.page.evaluate("fetch('/sign-out', {method: 'POST'})")
    visit.choose("Region")
    visit.sees("You are signed out. Sign in again.")

    visit.activate("Load this page again", role="link")
    visit.sees_heading("Sign in")
    visit.fill("E-mail address", story.email)
    visit.fill("Password", story.password)
    visit.keys.press("Enter")
    expect(visit.page).to_have_url(re.compile("/figures.*compare=region"))
    visit.sees("Position")
