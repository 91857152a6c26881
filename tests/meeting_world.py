"""A world with figures in which presentations are prepared and agreements made."""

from __future__ import annotations

import dataclasses
import re

from dashboard.app import create_app
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Choices, Theme

CHOICES = Choices(
    slides=("conversation", "growth:sickness_total", "groups:cost_per_fte"),
    audience="nl",
    comparison=Comparison.SECTOR,
    period="2026Q1-four_quarters",
    theme=Theme.LIGHT,
    names_hidden=True,
    letter_keys=True,
)
FORM = {
    "slides": list(CHOICES.slides),
    "audience": "nl",
    "comparison": "sector",
    "period": CHOICES.period,
    "theme": "light",
    "hide_names": "on",
    "letter_keys": "on",
}


def choices(**changes):
    return dataclasses.replace(CHOICES, **changes)


def browser_of(world, email=""):
    """A client of the world's own server, signed in."""
    browser = create_app(world.settings, store=world.store).server.test_client()
    browser.environ_base["HTTP_ORIGIN"] = "http://localhost"
    browser.post("/sign-in", data={"email": email or world.story.email, "password": world.story.password})
    return browser


def words_of_name(client):
    """The words of a client's name that nothing else on a page would say."""
    entry = client.entry
    named = re.findall(r"[\w-]{5,}", f"{entry.name} {entry.trade_name}")
    return {*named, entry.name, entry.enterprise_number, entry.employer_number} - {None, ""}
