"""The screen: my exports, those that are being made and those that are there."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes, cells, stacking_table
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels.exports import ExportLine, ExportList, export_list
from dashboard.workspace import Workspace

LOOKS_EVERY_MILLISECONDS = 1500


def layout(workspace: Workspace, _address: Address) -> Screen:
    reader = workspace.language
    title = reader.text("My exports")
    view = export_list(workspace)
    body = [
        html.H1(title, tabIndex="-1"),
        html.P(view.summary, id=ids.Exports.SUMMARY, role="status"),
        html.Div(lines(view, reader), id=ids.Exports.LINES),
        dcc.Interval(
            id=ids.Exports.CLOCK, interval=LOOKS_EVERY_MILLISECONDS, disabled=not view.is_open, n_intervals=0
        ),
    ]
    return Screen(title, html.Div(body))


def lines(view: ExportList, reader: Language) -> Any:  # noqa: ANN401 - a component
    text = reader.text
    if not view.lines:
        sentence = text("No exports yet. You order one on the tab My company in figures of a client.")
        return html.P(sentence, className="card")
    heads = (
        text("Client"),
        text("File"),
        text("Language"),
        text("Asked for"),
        text("State"),
        text("Action"),
    )
    rows = [html.Tr(cells(heads, contents(line, text("Download"))), role="row") for line in view.lines]
    table = stacking_table(heads, rows)
    named = attributes(aria_label=text("My exports"))
    hint = html.P(text("Exports are kept for 30 days."), className="hint")
    return [html.Div(table, className="table-holder", tabIndex="0", role="region", **named), hint]


def contents(line: ExportLine, word: str) -> list[Any]:
    named = attributes(aria_label=f"{word}: {line.client}, {line.what}")
    link = html.A(word, href=line.href, className="btn", **named) if line.href else "–"
    return [line.client, line.what, line.spoken, line.when, line.state, link]
