"""The places where accessibility and translation are looked at: no page, dialog or step is missing."""

from __future__ import annotations

from dash import html

from dashboard.pages import PAGES
from tests.browser.places import PLACES
from tests.cast import EDITOR
from tests.drawn import answers, screens, with_something_on_each_page
from tests.papers import BAKERY


def parts(screen):
    """Every component of a screen, however deep."""
    if isinstance(screen, list | tuple):
        return [part for one in screen for part in parts(one)]
    if isinstance(screen, dict):
        return parts(list(screen.values()))
    if not hasattr(screen, "to_plotly_json"):
        return []
    return [screen, *parts(getattr(screen, "children", None))]


def drawn(cast, app):
    with_something_on_each_page(cast)
    client = cast.client(EDITOR, BAKERY).id
    return parts([*screens(cast, app), *answers(cast.workspace(EDITOR), client)])


def test_every_page_is_a_place():
    assert {page.name for page in PAGES} == {place.page for place in PLACES if place.page}


def test_every_dialog_is_a_place(cast, app):
    dialogs = {part.id for part in drawn(cast, app) if isinstance(part, html.Dialog)}

    assert dialogs == {place.dialog for place in PLACES if place.dialog}


def test_every_step_of_a_dialog_is_a_place(cast, app):
    steps = {part.id for part in drawn(cast, app) if is_step(part)}

    assert steps == {place.step for place in PLACES if place.step}


def is_step(part):
    return "step" in getattr(part, "className", "").split() and hasattr(part, "id")


def test_no_two_places_share_a_name():
    assert len({place.name for place in PLACES}) == len(PLACES)
