"""The ways through the dialog that adds a client, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from dashboard import ids
from tests.browser import steps
from tests.browser.ways import listed, press

if TYPE_CHECKING:
    from tests.browser.ground import Ground
    from tests.browser.visit import Visit

A_COMPANY = "Lambert SRL"


def add(visit: Visit, _ground: Ground) -> None:
    listed(visit)
    press(visit, "Add a client")
    expect(visit.page.locator(f"#{ids.AddClient.NUMBER}")).to_be_focused()


def asked(visit: Visit, ground: Ground, number: str, *, choose: str = "") -> None:
    add(visit, ground)
    visit.page.locator(f"#{ids.AddClient.NUMBER}").fill(number)
    if choose:
        visit.page.get_by_label(visit.said(choose)).check()
    press(visit, "Check")


def add_wrong(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.wrong_number, choose=steps.EMPLOYER)
    visit.sees("The check digits do not match. Check the number and try again.")


def add_listed(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.story.listed_person.number)
    visit.sees("Open the client's file")


def add_person(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.story.known_person.number)
    visit.sees("Client found")


def add_employer(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.story.known_employer.number, choose=steps.EMPLOYER)
    visit.sees("Client found")


def add_company(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.story.known_company.number, choose=steps.EMPLOYER)
    visit.sees("Client found")


def offer(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.unknown_number(), choose=steps.EMPLOYER)
    visit.sees("Not affiliated yet")


def affiliate(visit: Visit, ground: Ground) -> None:
    offer(visit, ground)
    press(visit, "Continue")
    expect(visit.page.locator(f"#{ids.AddClient.NAME}")).to_be_visible()


def form_refused(visit: Visit, ground: Ground) -> None:
    affiliate(visit, ground)
    visit.page.locator(f"#{ids.AddClient.EFFECTIVE}").fill("31/02/2025")
    press(visit, "Continue")
    expect(visit.page.locator(f"#{ids.AddClient.EFFECTIVE}")).to_have_attribute("aria-invalid", "true")


def transfer(visit: Visit, ground: Ground) -> None:
    asked(visit, ground, ground.story.unknown_person.number)
    visit.page.locator(f"#{ids.AddClient.ACTION} input").last.check()
    press(visit, "Continue")
    expect(visit.page.locator(f"#{ids.AddClient.NAME}")).to_be_visible()


def summary(visit: Visit, ground: Ground) -> None:
    affiliate(visit, ground)
    visit.page.locator(f"#{ids.AddClient.NAME}").fill(A_COMPANY)
    press(visit, "Continue")
    visit.sees("Check your request")


def sent(visit: Visit, ground: Ground) -> None:
    summary(visit, ground)
    press(visit, "Submit the request")
    visit.sees("Request submitted")
