"""Belgium by province: which metric is mapped, and the map with its table."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages.answers import answer_view
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.provinces import metrics_offered


def frame(reader: Language) -> html.Section:
    """The map is drawn once a figure is chosen, so that figures do not wait."""
    text = reader.text
    nothing = {"label": text("Choose a figure"), "value": ""}
    choices = [{"label": one.label, "value": one.key} for one in metrics_offered(reader)]
    choice = html.Div(
        [
            html.Label(text("Figure"), htmlFor=ids.Provinces.METRIC),
            dbc.Select(id=ids.Provinces.METRIC, options=[nothing, *choices], value=""),
        ],
        className="stack",
    )
    title = html.H3(text("Belgium by province"), id="provinces-title")
    body = html.Div(id=ids.Provinces.BODY, **attributes(aria_live="polite"))
    return html.Section(
        [title, choice, body], className="card", **attributes(aria_labelledby="provinces-title")
    )


def body(view: Answer | None, reader: Language) -> list[Any]:
    if view is None:
        return [html.P(reader.text("This figure is not offered for this period."), className="alert")]
    return [answer_view(view, reader)]
