"""A whole meeting by keyboard, in French for a client who reads Dutch: no name until it is asked for."""

from __future__ import annotations

import dataclasses

import pytest
from playwright.sync_api import expect

from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.i18n import language
from tests.browser import axe, steps
from tests.browser.keyboard import Keys
from tests.browser.visit import View

ABSENCE = MetricName.SICKNESS_TOTAL
CHARTS = (
    ("{metric} over time", MetricName.COST_PER_FTE),
    ("{metric} over time", ABSENCE),
    ("{metric} among the peers", ABSENCE),
)
DRAWN = ".slide:not([hidden]) .view:not([hidden]) .plot[data-drawn] .main-svg"
EVERYWHERE = """() => JSON.stringify([
  document.documentElement.outerHTML, document.title, location.href, history.state,
  {...localStorage}, {...sessionStorage}, document.cookie, document.referrer,
])"""


@pytest.fixture(params=[(1280, 720), (1920, 1080)], ids=str)
def visit(site, visiting, story, request):
    here = visiting(site, code="fr", view=View(*request.param))
    steps.sign_in(here, story)
    here.open(f"/clients/{story.client_id}/figures")
    here.sees("Position")
    return here


@pytest.fixture
def heard(visit):
    """The body of everything that a window receives from now on, by its address."""
    bodies = []

    def hear(response):
        if "/present/" in response.url and response.ok:
            bodies.append((response.url, response.text()))

    visit.page.context.on("response", hear)
    return bodies


def start(visit, *, charts=3):
    """Tick charts on the start sheet, choose Dutch, and go; gives the window of the slides."""
    visit.activate("Present", role="link")
    visit.sees_heading("Prepare a presentation")
    for sentence, metric in CHARTS[:charts]:
        label = visit.said(sentence, metric=visit.said(BY_NAME[metric].label))
        visit.keys.toggle(label, role="checkbox")
    visit.keys.choose("Nederlands")
    with visit.page.context.expect_page() as opened:
        visit.activate("Start the presentation in a new window", role="button")
    shown = dataclasses.replace(visit, page=opened.value, keys=Keys(opened.value), reader=language("nl"))
    expect(shown.page.locator(DRAWN).first).to_be_visible()
    return shown


def at(shown, place, total=3):
    """Which slide is on screen, as a screen reader hears it."""
    text = shown.said("Slide {place} of {total}", place=place, total=total)
    expect(shown.page.locator(".slide:not([hidden])")).to_have_attribute("aria-label", text)


def named(visit, story, heard):
    """Where the client's name is found; the words are those of no other text."""
    said = visit.page.evaluate(EVERYWHERE) + str(heard)
    return [word for word in story.client.split() if len(word) > 4 and word in said]


def test_a_meeting_by_keyboard_without_a_name(visit, story, heard):
    shown = start(visit)
    at(shown, 1)
    shown.keys.press("PageDown")
    at(shown, 2)
    shown.keys.press("c")
    expect(shown.page.locator("[data-compare=region]")).to_have_attribute("aria-pressed", "true")
    shown.keys.press("b")
    expect(shown.page.locator("#black")).to_be_visible()
    shown.keys.press("b", "o", "ArrowRight", "Enter")
    at(shown, 3)
    reads(shown)
    assert named(shown, story, heard) == []
    assert heard
    leave(shown, story)
    set_a_target(dataclasses.replace(shown, reader=visit.reader))


def reads(shown):
    """Values, then the table."""
    view = shown.page.locator(".slide:not([hidden]) .view:not([hidden])")
    shown.keys.press("v")
    expect(view.locator(".values")).to_be_visible()
    shown.keys.press("t")
    expect(view.locator("table")).to_be_visible()


def leave(shown, story):
    """Only on purpose: the table closes first, then a question is asked, and answered with no."""
    question = shown.page.locator("#ask-leave")
    shown.keys.press("Escape", "Escape")
    expect(question).to_be_visible()
    shown.keys.press("Escape")
    expect(question).to_be_hidden()
    shown.keys.press("Escape", "Tab", "Enter")
    shown.page.wait_for_url(f"**/clients/{story.client_id}/figures**")


def set_a_target(visit):
    visit.activate("Write down an agreement")
    visit.fill("Decision", "Bespreken met de ploegbazen")
    visit.keys.focus_on(visit.said("Figure"))
    visit.keys.type(visit.said(BY_NAME[ABSENCE].label))
    visit.fill("Target", "douze")
    visit.activate("Write it down", role="button")
    visit.sees("Enter the target as a number")
    visit.fill("Target", "3,5")
    visit.activate("Write it down", role="button")
    visit.sees("The agreement is written down.")
    visit.page.reload()
    visit.sees_name("Bespreken met de ploegbazen")
    visit.sees_name("3,5")


def test_the_name_shows_after_a_question_and_hides_again(visit, story):
    shown = start(visit)
    shown.keys.press("h")
    expect(shown.page.locator("#ask-name")).to_be_visible()
    shown.keys.press("Enter")
    assert story.client not in shown.page.content()
    shown.keys.press("h", "Tab", "Enter")
    expect(shown.page.locator(".slide:not([hidden]) .view:not([hidden]) .subtitle")).to_contain_text(
        story.client
    )
    shown.keys.press("h")
    assert story.client not in shown.page.content()


def test_a_cut_connection_loses_nothing_of_the_slides(visit):
    shown = start(visit)
    shown.page.context.set_offline(True)
    shown.watch.tolerate("ERR_INTERNET_DISCONNECTED")
    for place in (2, 3):
        shown.keys.press("ArrowRight")
        at(shown, place)
        expect(shown.page.locator(DRAWN).first).to_be_visible()
    shown.keys.press("Home")
    at(shown, 1)
    shown.keys.press("c")
    expect(shown.page.locator("[data-compare=region]")).to_have_attribute("aria-pressed", "true")
    shown.keys.press("h", "Tab", "Enter")
    expect(shown.page.locator("#ask-name .error")).to_be_visible()


# In the invented world two comparisons may share their peers: here those of the region are ten times higher.
RAISE = """(plot) => {
  const figure = JSON.parse(plot.dataset.figure);
  for (const trace of figure.data) trace.y = trace.y.map((one) => one && one * 10);
  plot.dataset.figure = JSON.stringify(figure);
}"""


def test_comparisons_share_one_scale(visit):
    shown = start(visit, charts=2)
    slide = shown.page.locator("[data-place='2']")
    slide.locator("[data-comparison=region] .plot").evaluate(RAISE)
    shown.keys.press("PageDown")
    ticks = shown.page.locator(".slide:not([hidden]) .view:not([hidden]) .ytick text")
    expect(ticks.first).to_be_visible()
    before = ticks.all_text_contents()
    shown.keys.press("c")
    expect(slide.locator("[data-comparison=region] .plot[data-drawn] .main-svg").first).to_be_visible()
    assert ticks.all_text_contents() == before
    assert float(before[-1].replace(",", ".")) > 50


def test_letters_can_be_switched_off_and_the_other_keys_stay(visit):
    shown = start(visit)
    button = shown.page.locator("[data-do=letters]")
    button.focus()
    shown.keys.press("Enter", "n", "b")
    at(shown, 1)
    expect(shown.page.locator("#black")).to_be_hidden()
    shown.keys.press("End")
    at(shown, 3)


def test_the_speakers_window_follows_and_leads(visit):
    shown = start(visit)
    with shown.page.context.expect_page() as opened:
        shown.page.locator(".tools a").focus()
        shown.keys.press("Enter")
    speaker = opened.value
    expect(speaker.locator(".speaker-notes:not([hidden])")).to_contain_text("1 / 3")
    shown.page.keyboard.press("PageDown")
    expect(speaker.locator(".speaker-notes:not([hidden])")).to_contain_text("2 / 3")
    expect(speaker.locator(".slide:not([hidden])")).to_have_attribute("data-place", "3")
    speaker.keyboard.press("PageDown")
    at(shown, 3)
    expect(speaker.locator("#last")).to_be_visible()


def test_its_questions_and_its_black_screen_are_accessible_in_both_colours(visit):
    shown = start(visit)
    shown.page.locator("[data-do=theme]").focus()
    shown.keys.press("Enter")
    for opening, closing in (("h", "Escape"), ("Escape", "Escape"), ("b", "b")):
        shown.keys.press(opening)
        assert (opening, axe.violations(shown.page)) == (opening, [])
        shown.keys.press(closing)
    assert axe.violations(shown.page) == []
