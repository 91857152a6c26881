"""The like-for-like switch: absence and pay as they are, and with the peers' mix of staff."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages.answers import data_table
from dashboard.viewmodels.like_for_like import LikeForLike


def frame(reader: Language) -> html.Section:
    text = reader.text
    switch = dbc.Checkbox(
        id=ids.LikeForLike.SWITCH,
        label=text("Show absence and pay with the peers’ mix of staff"),
        value=False,
    )
    return html.Section(
        [
            html.H3(text("Like for like"), id="like-for-like-title"),
            html.Div(switch, className="radios"),
            html.Div(id=ids.LikeForLike.BODY, **attributes(aria_live="polite")),
        ],
        className="card",
        **attributes(aria_labelledby="like-for-like-title"),
    )


def body(view: LikeForLike, reader: Language) -> list[Any]:
    parts: list[Any] = [html.P(view.subtitle, className="hint")]
    for label, table in view.tables:
        rows = [[cell.words for cell in row] for row in table.rows]
        parts += [html.H4(label), data_table(label, table.headings, rows)]
    method = html.Ul([html.Li(sentence) for sentence in view.method])
    return [*parts, html.H4(reader.text("How it is worked out")), method]
