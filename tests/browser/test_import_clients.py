"""A pasted list is completed line by line with the keyboard alone, and outlives a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import steps, world


@pytest.fixture
def story(demo_world):
    return world.story(demo_world)


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    return here


def test_a_list_is_completed_line_by_line(visit, story):
    person, employer, other = story.known_person, story.known_employer, story.importable[-1]
    wrong = steps.with_wrong_check(person.number)
    visit.open("/clients/import")
    visit.keys.focus_on(visit.said("Paste a list of numbers, one per line"))
    visit.keys.paste("\n".join((wrong, employer.number, other.number)))
    visit.activate("Check", role="button")
    visit.sees_heading("Result of the check")
    assert wrong not in visit.page.locator("main").inner_text(), "a wrong register number is masked"

    visit.activate("Correct line {line}", line=1, role="button")
    field = visit.page.get_by_label(visit.said("Number of line {line}", line=1))
    expect(field).to_be_focused()
    expect(field).to_have_value(wrong)
    visit.keys.replace(person.number)
    visit.keys.press("Enter")
    visit.sees("{name}: ready", name=person.name)
    expect(
        visit.page.get_by_role("checkbox", name=visit.said("Add {name}", name=person.name))
    ).to_be_focused()

    steps.say_how_affiliated(visit, employer)
    visit.sees("{name}: ready", name=employer.name)
    visit.keys.toggle(visit.said("Add {name}", name=other.name), role="checkbox")
    ready = visit.reader.plural("Add {n} ready client", "Add {n} ready clients", 2)
    expect(visit.page.get_by_role("button", name=ready)).to_be_visible()

    visit.page.reload()
    visit.sees("{name}: ready", name=employer.name)
    expect(
        visit.page.get_by_role("checkbox", name=visit.said("Add {name}", name=other.name))
    ).not_to_be_checked()
    steps.add_ready(visit, 2)
    visit.sees("{name}: in your list now", name=person.name)
    visit.activate("Discard this list", role="button")
    expect(visit.page.get_by_label(visit.said("Paste a list of numbers, one per line"))).to_be_focused()
    expect(visit.page.get_by_role("heading", name=visit.said("Result of the check"))).to_have_count(0)
