"""The product with one callback more, which does nothing: the unit of every ratio."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dash import Dash, Input, Output, html

from dashboard import app as product
from dashboard.config import Settings

if TYPE_CHECKING:
    import flask

BUTTON, TEXT = "bench-button", "bench-text"


def create_app(settings: Settings) -> Dash:
    app = product.create_app(settings)
    layout = app.layout

    def with_button() -> html.Div:
        return html.Div([layout(), html.Button("0", id=BUTTON), html.Span("0", id=TEXT)])

    app.layout = with_button
    app.callback(Output(TEXT, "children"), Input(BUTTON, "n_clicks"), prevent_initial_call=True)(str)
    return app


def create_server() -> flask.Flask:
    app = create_app(Settings.read(os.environ))
    product.warm(app.server)
    return app.server
