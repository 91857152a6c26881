"""The screen: Import several clients."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.number_list import Verdict
from dashboard.pages.address import Address, Screen
from dashboard.pages.steps import error_place
from dashboard.viewmodels.import_clients import ImportLine, ImportResult
from dashboard.workspace import Workspace

Import = ids.ImportClients
BADGES = {
    Verdict.READY: "badge success",
    Verdict.ADDED: "badge success",
    Verdict.WRONG: "badge danger",
    Verdict.LATER: "badge warning",
    Verdict.UNKNOWN: "badge warning",
}


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Import several clients")
    body = [
        dcc.Link(text("Back to the client list"), href="/clients", className="back-link"),
        html.H1(title, tabIndex="-1"),
        html.Div(form(workspace), className="import-form"),
        html.Div(id=Import.ADDED, role="status", tabIndex="-1"),
        html.Div(id=Import.RESULT),
    ]
    return Screen(title, html.Div(body))


def form(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    hint_id = f"{Import.TEXT}-hint"
    too_big = text("A file may hold 1 MB and 2,000 lines. Split it and try again.")
    hint = text("The first column is the number; what follows a semicolon is kept as your reference.")
    choose = html.Button(text("CSV or Excel file"), type="button", className="btn")
    return [
        html.Label(text("Paste a list of numbers, one per line"), htmlFor=Import.TEXT),
        html.P(hint, id=hint_id, className="hint"),
        html.Div(
            dbc.Textarea(id=Import.TEXT, spellcheck=False, rows=8),
            **attributes(data_field="1", data_describedby=f"{Import.ERROR} {hint_id}"),
        ),
        html.Div(
            dcc.Upload(choose, id=Import.FILE, accept=".csv,.txt,.xlsx", className="upload"),
            className="upload-holder",
            **attributes(data_too_big=too_big, data_error=Import.ERROR),
        ),
        error_place(Import.ERROR),
        html.Div(html.Button(text("Check"), id=Import.CHECK, type="button", className="btn btn-primary")),
    ]


def result(workspace: Workspace, view: ImportResult, *, token: str, key: str) -> list[Any]:
    """The verdicts; the lines themselves travel encrypted in a hidden field."""
    text = workspace.language.text
    again = dcc.Interval(
        id=Import.AGAIN, interval=view.wait_ms or 1, max_intervals=1, disabled=not view.wait_ms
    )
    return [
        html.H2(text("Result of the check"), tabIndex="-1", className="result-title"),
        html.P(view.summary, role="status"),
        html.P(view.waiting, className="alert alert-warning") if view.waiting else None,
        html.Div(
            [add_button(workspace, view, key=key), rest_form(workspace, view, token=token)],
            className="row",
        ),
        table(workspace, view),
        again,
    ]


def add_button(workspace: Workspace, view: ImportResult, *, key: str) -> html.Button:
    label = workspace.language.text("Add the ready clients")
    return html.Button(
        label,
        id=Import.ADD,
        value=key,
        type="button",
        className="btn btn-primary" if view.ready else "visually-hidden",
        disabled=not view.ready,
    )


def rest_form(workspace: Workspace, view: ImportResult, *, token: str) -> html.Form:
    label = workspace.language.plural(
        "Download the other line (CSV)", "Download the {n} other lines (CSV)", view.rest
    )
    hidden = dbc.Input(id=Import.LINES, name="lines", type="hidden", value=token)
    button = html.Button(label, className="btn", hidden=not view.rest)
    return html.Form([hidden, button], method="post", action="/clients/import/rest")


def table(workspace: Workspace, view: ImportResult) -> html.Div:
    text = workspace.language.text
    columns = (text("Line"), text("Number"), text("Reference"), text("Result"))
    heads = html.Tr([html.Th(column, scope="col") for column in columns])
    rows = [row(workspace, line) for line in view.lines]
    return html.Div(
        html.Table([html.Thead(heads), html.Tbody(rows)], className="checked-lines"),
        className="table-holder",
        tabIndex="0",
        role="region",
        **attributes(aria_label=text("Result of the check")),
    )


def row(workspace: Workspace, line: ImportLine) -> html.Tr:
    position = workspace.language.integer(line.position)
    verdict = html.Span(line.result, className=BADGES.get(line.verdict, "badge"))
    return html.Tr(
        [
            html.Td(position),
            html.Td(line.number, className="nowrap"),
            html.Td(line.reference),
            html.Td(verdict),
        ]
    )


def refused(workspace: Workspace, sentence: str) -> list[Any]:
    label = workspace.language.text("Error:")
    return [html.Span(label, className="visually-hidden"), html.Span(sentence)]


def added_banner(workspace: Workspace, added: int) -> html.P:
    sentence = workspace.language.plural(
        "{n} client was added to your list", "{n} clients were added to your list", added
    )
    return html.P(sentence, className="alert alert-success")
