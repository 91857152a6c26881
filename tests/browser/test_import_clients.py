"""A pasted list is completed line by line with the keyboard alone, and outlives a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import axe, steps


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="fr")
    steps.sign_in(here, story)
    return here


def test_a_list_is_completed_line_by_line(visit, story):
    person, employer, other = story.known_person, story.known_employer, story.importable[-1]
    check_in(visit, f"{steps.with_wrong_check(person.number)}\n{employer.number}\n{other.number}")
    correct_first(visit, steps.with_wrong_check(person.number), person)
    steps.say_how_affiliated(visit, employer)
    visit.sees("{name}: ready", name=employer.name)
    leave_out(visit, other, ready=2)
    visit.page.reload()
    visit.sees("{name}: ready", name=employer.name)
    expect(box_of(visit, other)).not_to_be_checked()
    steps.add_ready(visit, 2)
    visit.sees("{name}: in your list now", name=person.name)
    discard(visit)


def check_in(visit, lines):
    visit.open("/clients/import")
    visit.keys.focus_on(visit.said("Paste a list of numbers, one per line"))
    visit.keys.paste(lines)
    visit.activate("Check", role="button")
    visit.sees_heading("Result of the check")


def correct_first(visit, wrong, person):
    """What was typed is masked, and comes back in the field of its line."""
    assert wrong not in visit.page.locator("main").inner_text()
    visit.activate("Correct line {line}", line=1, role="button")
    field = visit.page.get_by_label(visit.said("Number of line {line}", line=1))
    expect(field).to_be_focused()
    expect(field).to_have_value(wrong)
    assert axe.violations(visit.page) == []
    visit.keys.replace(person.number)
    visit.keys.press("Enter")
    visit.sees("{name}: ready", name=person.name)
    expect(box_of(visit, person)).to_be_focused()


def box_of(visit, line):
    return visit.page.get_by_role("checkbox", name=visit.said("Add {name}", name=line.name))


def leave_out(visit, line, *, ready):
    visit.keys.toggle(visit.said("Add {name}", name=line.name), role="checkbox")
    label = visit.reader.plural("Add {n} ready client", "Add {n} ready clients", ready)
    expect(visit.page.get_by_role("button", name=label)).to_be_visible()


def discard(visit):
    visit.activate("Discard this list", role="button")
    expect(visit.page.get_by_label(visit.said("Paste a list of numbers, one per line"))).to_be_focused()
    heading = visit.page.get_by_role("heading", name=visit.said("Result of the check"))
    expect(heading).to_have_count(0)
