"""The test bed itself: it sees what it claims to see, on a page of its own."""

from __future__ import annotations

import pytest
from flask import Flask, request

from tests.browser import axe
from tests.browser.server import serving

PAGE = """<!doctype html><html lang="en"><head><title>Bed</title><link rel="icon" href="data:,">
<style>button, input { min-height: 2rem; min-width: 2rem }</style></head><body><main>
<h1>Bed</h1><form action="/sent">
<label>Number <input name="number" aria-describedby="hint"></label><p id="hint">Ten digits</p>
<fieldset><legend>Kind</legend>
<label><input type="radio" name="kind" value="employer">Employer</label>
<label><input type="radio" name="kind" value="company">Company</label></fieldset>
<button aria-label="Remove   Dupont">x</button><button>Check</button></form>{more}</main></body></html>"""
POLICY = {"Content-Security-Policy": "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:"}


@pytest.fixture(scope="module")
def bed():
    server = Flask(__name__)

    @server.get("/")
    def page():
        return PAGE.replace("{more}", request.args.get("more", "")), POLICY

    @server.get("/sent")
    def sent():
        return f"<!doctype html><link rel=icon href=data:,><title>Sent</title><p>{request.args}</p>", POLICY

    @server.get("/broken")
    def broken():
        return "broken", 500

    with serving(server) as address:
        yield address


def test_a_form_is_filled_in_and_sent_with_the_keyboard(bed, visiting):
    visit = visiting(bed)
    visit.open()

    visit.keys.fill("Number", "0403.019.261")
    visit.keys.choose("Company")
    visit.keys.activate("Check", role="button")

    visit.page.wait_for_url("**/sent?number=0403.019.261&kind=company")


def test_the_name_is_the_one_a_screen_reader_says(bed, visiting):
    visit = visiting(bed)
    visit.open()

    assert visit.keys.focus_on("Remove Dupont").role == "button"


def test_a_name_that_cannot_be_reached_says_what_was_passed(bed, visiting):
    visit = visiting(bed)
    visit.open()

    with pytest.raises(AssertionError, match="button 'Remove Dupont'"):
        visit.keys.focus_on("Undo")
    with pytest.raises(AssertionError, match="Freelancer"):
        visit.keys.choose("Freelancer")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("<script>document.title = 'run'</script>", "content security policy: script-src-elem inline"),
        ("<img alt='' src='http://localhost:9/logo.png'>", "another origin"),
    ],
)
def test_a_blocked_script_and_a_stranger_are_noticed(bed, visiting, more, fault):
    visit = visiting(bed)
    visit.page.goto(f"{bed}/?more={more}")
    visit.page.wait_for_load_state("networkidle")

    assert any(fault in found for found in visit.watch.faults)
    visit.watch.tolerate("")


def test_a_failing_answer_is_noticed(bed, visiting):
    visit = visiting(bed)
    visit.open("/broken")

    assert f"answer 500: {bed}/broken" in visit.watch.faults
    visit.watch.tolerate("500")
    assert [fault for fault in visit.watch.intolerable if "favicon" not in fault] == []
    visit.watch.tolerate("404")


def test_axe_names_what_is_wrong_and_accepts_what_is_right(bed, visiting, view):
    visit = visiting(bed, view=view)
    visit.open()

    assert axe.violations(visit.page) == []

    visit.page.goto(f"{bed}/?more=<input>")
    assert [line.split(":")[0] for line in axe.violations(visit.page)] == ["label"]


def test_the_window_has_the_size_and_the_colours_asked_for(bed, visiting, view):
    visit = visiting(bed, view=view)
    visit.open()

    assert visit.page.evaluate("innerWidth") == view.width
    assert visit.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (
        view.scheme == "dark"
    )


def test_the_browser_asks_for_the_readers_language(bed, visiting, code):
    visit = visiting(bed, code=code)
    visit.open()

    assert visit.page.evaluate("navigator.language") == visit.reader.tag
