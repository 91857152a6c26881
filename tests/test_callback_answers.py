"""What a callback sends is what Dash itself would have written."""

import json

import pytest
from dash import dcc, html, no_update
from plotly.io.json import to_json_plotly

from dashboard.callback_answers import written
from dashboard.pages import PAGES
from tests.cast import EDITOR, MANAGER
from tests.drawn import drawn_page
from tests.papers import BAKERY


def read(answer):
    return json.loads(to_json_plotly(answer))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_written_as_dash_writes_it(cast, page):
    body = drawn_page(page, cast.workspace(MANAGER), cast.client(EDITOR, BAKERY).id)
    assert read(written({"body": body})) == read({"body": body})


def test_pieces_in_lists_and_charts_are_written_too():
    drawn = [html.P("one"), dcc.Graph(figure={"data": [{"y": [1.5, None]}]}), html.Div([], **{"data-x": "1"})]
    assert read(written({"rows": drawn})) == read({"rows": drawn})


def test_what_does_not_change_stays_what_dash_knows():
    assert written({"answer": no_update, "error": []}) == {"answer": no_update, "error": []}


def test_what_no_browser_could_read_is_refused():
    with pytest.raises(TypeError):
        written(html.P(object()))
