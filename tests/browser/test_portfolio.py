"""The portfolio by keyboard: sort it, open whom to call first, come back to the same order, take it along."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import steps


@pytest.fixture
def visit(site, visiting, story):
    here = visiting(site, code="nl")
    steps.sign_in(here, story)
    here.activate("Portfolio", role="link")
    here.sees_heading("Portfolio")
    expect(rows(here).first).to_be_visible()
    return here


def rows(visit):
    return visit.page.locator("#portfolio-rows tr:not(.skeleton-row)")


def names(visit):
    return visit.page.locator("#portfolio-rows .client-name")


def heading(visit, label):
    return visit.page.locator("thead th", has_text=visit.said(label))


def test_the_first_to_call_is_opened_at_the_figure_to_call_about(visit):
    first = visit.page.locator(".first-calls-list a").first
    name = first.inner_text()
    expect(names(visit).first).to_have_text(name)
    visit.keys.activate(name, role="link")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(visit.page.locator("#detail-title")).to_be_visible()


def test_a_heading_sorts_keeps_the_focus_and_the_way_back_keeps_the_order(visit):
    in_order_of_calls = names(visit).all_inner_texts()
    visit.activate("Employees", role="button")
    expect(heading(visit, "Employees")).to_have_attribute("aria-sort", "descending")
    assert visit.keys.focus.name == visit.said("Employees")
    by_size = names(visit).all_inner_texts()
    assert by_size != in_order_of_calls

    visit.page.reload()
    expect(heading(visit, "Employees")).to_have_attribute("aria-sort", "descending")
    assert names(visit).all_inner_texts() == by_size
    visit.activate("In the order of calls", role="button")
    expect(names(visit).first).to_have_text(in_order_of_calls[0])


def test_the_map_has_words_in_every_tinted_cell(visit):
    visit.page.get_by_label(visit.said("Show"), exact=True).select_option("map")
    expect(visit.page.locator(".portfolio-table.is-map .tinted").first).to_be_visible()
    expect(visit.page).to_have_url(re.compile("view=map"))
    tinted = visit.page.locator("td.tinted:not([data-tint='0'])")
    assert tinted.count() > 0
    assert all(len(words.split("\n")) > 1 for words in tinted.all_inner_texts())


def test_more_clients_are_shown_and_the_first_of_them_has_the_focus(visit):
    before = names(visit).count()
    visit.page.locator(".list-more").press("Enter")
    expect(names(visit).nth(before)).to_be_focused()


def test_the_file_is_what_the_screen_asks(visit):
    visit.activate("Employees", role="button")
    with visit.page.expect_download() as received:
        visit.activate("Export as CSV", role="button")
    lines = received.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].split(";")[0] == names(visit).first.inner_text()
