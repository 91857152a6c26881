"""Callbacks of the screen documents: search and filters need no server."""

from __future__ import annotations

from dash import Input, Output

from dashboard import guard, ids

callbacks = guard.Callbacks()

callbacks.in_browser(
    "filter_documents",
    Output(ids.Documents.COUNT, "children"),
    Input(ids.Documents.SEARCH, "value"),
    Input(ids.Documents.YEAR, "value"),
    Input(ids.Documents.TYPE, "value"),
)
