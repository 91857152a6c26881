"""No visible text escapes translation: in the pseudo-language everything that is read stands in brackets."""

import dataclasses
import json

import pytest
from dash import dcc, html

from dashboard.callbacks.company_figures import draw_figures
from dashboard.data.database import writing
from dashboard.i18n import PSEUDO, language
from tests import pseudo
from tests.cast import EDITOR, Cast
from tests.drawn import answers, components, screens, with_something_on_each_page
from tests.figures_world import FiguresWorld
from tests.papers import BAKERY

READ = ("children", "title", "placeholder", "alt", "label", "options", "aria-label")
SAID_BY_SCRIPTS = ("data-question", "data-column", "data-text", "data-label", "data-loading", "data-too-big")
IN_CHARTS = ("text", "ticktext", "hovertemplate", "customdata", "hovertext", "title", "name")
WRITTEN_BY_US = {"Invented SRL", "To review"}


def escaped(screen):
    """Texts with a word outside brackets; the name of a language is written in that language."""
    texts = [text for part in components(screen) if "lang" not in part for text in texts_of(part)]
    return [text for text in pseudo.escaped(texts) if text not in WRITTEN_BY_US]


def texts_of(part):
    for name in (*READ, *SAID_BY_SCRIPTS):
        yield from strings(part.get(name))
    yield from json.loads(part.get("data-counts", "[]"))
    yield from chart_texts(part.get("figure"))


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (text for one in value for text in strings(one))
    elif isinstance(value, dict):
        yield from strings(value.get("label"))


def chart_texts(figure):
    if isinstance(figure, dict):
        for name, value in figure.items():
            said = name in IN_CHARTS and not isinstance(value, dict)
            yield from strings(value) if said else chart_texts(value)
    elif isinstance(figure, list | tuple):
        yield from (text for one in figure for text in chart_texts(one))


@pytest.fixture
def bracketed(cast, monkeypatch):
    """The cast, reading the pseudo-language, with brackets around what is kept of it."""
    with_something_on_each_page(cast)
    with writing(cast.store.engine) as connection:
        pseudo.bracket_what_is_kept(connection)
    in_english = Cast.workspace
    monkeypatch.setattr(Cast, "workspace", lambda *given: in_pseudo(in_english(*given)))
    return cast


def in_pseudo(workspace):
    return dataclasses.replace(workspace, language=language(PSEUDO))


def test_no_text_of_a_page_escapes_translation(bracketed, app):
    assert [escaped(screen) for screen in screens(bracketed, app) if escaped(screen)] == []


def test_no_text_of_a_dialog_escapes_translation(bracketed):
    drawn = list(answers(bracketed.workspace(EDITOR), bracketed.client(EDITOR, BAKERY).id))
    assert [escaped(one) for one in drawn if escaped(one)] == []


@pytest.mark.parametrize("metric", ["", "?metric=cost_per_fte", "?metric=headcount"])
def test_no_text_of_the_figures_escapes_translation(figures_world, metric, monkeypatch):
    in_english = FiguresWorld.workspace
    monkeypatch.setattr(FiguresWorld, "workspace", lambda *given: in_pseudo(in_english(*given)))
    client = figures_world.special()["provisional"]
    choices = {"period": "2026Q1-four_quarters", "comparison": "sector", "search": metric}
    drawn = draw_figures(figures_world.workspace(), path=f"/clients/{client.id}/figures", **choices)
    assert len(list(components(drawn))) > 50
    assert escaped(drawn) == []


@pytest.mark.parametrize(
    "hole",
    [
        html.P("Add a client"),
        html.P(["⟦Add⟧", " a client"]),
        html.Button("⟦Add⟧", title="Add a client"),
        html.Div(html.Div(**{"aria-label": "Clients"})),
        dcc.Graph(figure={"layout": {"xaxis": {"title": {"text": "Clients"}}}}),
    ],
)
def test_a_text_that_escapes_is_found(hole):
    assert len(escaped(hole)) == 1


def test_brackets_numbers_and_names_of_languages_are_no_escape():
    right = [html.P("⟦4 ⟦clients⟧⟧ 12.5 %"), html.Button("Deutsch", lang="de-BE"), html.P("a@b.example")]
    assert escaped(html.Div(right)) == []
