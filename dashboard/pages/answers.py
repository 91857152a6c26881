"""An answer as it stands on a page: chart or notice, its description, and its table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from dashboard import theme
from dashboard.components import attributes, cells, stacking_table
from dashboard.figures import figure_of
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer


def answer_view(answer: Answer, reader: Language) -> html.Section:

    parts = [
        html.H4(answer.title),
        html.P(answer.subtitle, className="hint"),
        *([html.P(answer.notice, className="alert")] if answer.notice else []),
        *chart(answer, reader),
        *told(answer, reader),
    ]
    return html.Section(parts, className="answer", **attributes(aria_label=answer.title))


def chart(answer: Answer, reader: Language) -> list[Any]:
    figure = figure_of(answer, reader)
    if figure is None:
        return []
    drawn = dcc.Graph(figure=figure, config=theme.CONFIG)
    named = attributes(aria_label=answer.name, aria_describedby=description_id(answer))
    return [html.Figure(html.Div(drawn, role="img", **named), className="chart")]


def told(answer: Answer, reader: Language) -> list[Any]:
    """The same without the drawing: sentences and figures, where there are any, opened on demand."""
    text, shown = reader.text, []
    if answer.description:
        sentences = html.P(" ".join(answer.description), id=description_id(answer))
        shown.append(html.Details([html.Summary(text("Text description")), sentences]))
    if answer.table.rows:
        rows = [[cell.words for cell in row] for row in answer.table.rows]
        table = data_table(text("Table: {title}", title=answer.title), answer.table.headings, rows)
        shown.append(html.Details([html.Summary(text("Table"), className="btn"), table]))
    return shown


def description_id(answer: Answer) -> str:
    return f"{answer.question}-described"


def data_table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> html.Div:
    drawn = [html.Tr([row_head(first), *cells(heads[1:], rest)], role="row") for first, *rest in rows]
    table = stacking_table(heads, drawn, caption=html.Caption(caption, className="visually-hidden"))
    return html.Div(
        table, className="table-holder", tabIndex="0", role="region", **attributes(aria_label=caption)
    )


def row_head(name: str) -> html.Th:
    return html.Th(name, scope="row", role="rowheader")
