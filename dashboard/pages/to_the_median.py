"""From here to the median: where the client's absence is moved, and what that is worth."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages.answers import answer_view, data_table
from dashboard.viewmodels.answers import Answer, Table
from dashboard.viewmodels.questions.to_the_median import PLACES
from dashboard.viewmodels.to_the_median import ToTheMedian


def frame(reader: Language) -> html.Section:
    """The heading and the choice; what it is worth is drawn once something is chosen: figures do not wait."""
    text = reader.text
    targets = [{"label": text(place), "value": target.value} for target, place in PLACES.items()]
    choice = html.Fieldset(
        [
            html.Legend(text("Where sickness absence is moved")),
            dbc.RadioItems(
                id=ids.ToTheMedian.TARGET,
                options=targets,
                className="radios radio-row",
            ),
        ]
    )
    body = html.Div(id=ids.ToTheMedian.BODY, **attributes(aria_live="polite"))
    title = html.H3(text("From here to the median"), id="to-the-median-title")
    return html.Section(
        [title, html.Div(choice, className="chooser"), body],
        className="card",
        **attributes(aria_labelledby="to-the-median-title"),
    )


def body(view: ToTheMedian, reader: Language) -> list[Any]:
    shown = answer_view(view.answer, reader)
    if view.answer.chart is None:
        return [shown]
    return [shown, *worked_out(view.answer, reader), *law(view.law, reader)]


def worked_out(answer: Answer, reader: Language) -> list[Any]:
    """The formula with its numbers, and what it takes for granted, always in sight."""
    told = html.Ul([html.Li(one) for one in answer.description])
    return [html.H4(reader.text("How it is worked out")), told]


def law(table: Table, reader: Language) -> list[Any]:
    name = reader.text("Legal parameters")
    rows = [[cell.words for cell in row] for row in table.rows]
    return [html.Details([html.Summary(name), data_table(name, table.headings, rows)])]
