"""The screen: Import several clients."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.commands.import_clients import unfinished_list
from dashboard.components import attributes, back_to_list, cell, cells, stacking_table
from dashboard.domain.keys import new_key
from dashboard.domain.number_list import Verdict
from dashboard.pages.address import Address, Screen
from dashboard.pages.steps import error_place
from dashboard.viewmodels.import_clients import ALL, SHOWN, ImportLine, ImportResult, import_result, stretch
from dashboard.workspace import Workspace

Import = ids.ImportClients
BADGES = {
    Verdict.READY: "badge success",
    Verdict.ADDED: "badge success",
    Verdict.WRONG: "badge danger",
    Verdict.TWICE: "badge danger",
    Verdict.TO_CHOOSE: "badge warning",
    Verdict.LATER: "badge warning",
    Verdict.UNKNOWN: "badge warning",
}


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Import several clients")
    body = [
        back_to_list(workspace.language),
        html.H1(title, tabIndex="-1"),
        html.Div(form(workspace), className="import-form"),
        html.Div(id=Import.ADDED, role="status", tabIndex="-1"),
        html.Div(kept_result(workspace), id=Import.RESULT),
    ]
    return Screen(title, html.Div(body))


def form(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    hint_id = f"{Import.TEXT}-hint"
    too_big = text("A file may hold 1 MB and 2,000 lines. Split it and try again.")
    hint = text("The first column is the number; what follows a semicolon is kept as your reference.")
    described = attributes(aria_describedby=Import.FILE_ERROR)
    choose = html.Button(text("CSV or Excel file"), type="button", className="btn", **described)
    template = html.A(text("Template (CSV)"), href="/clients/import/template", download="template.csv")
    return [
        html.Label(text("Paste a list of numbers, one per line"), htmlFor=Import.TEXT),
        html.P(hint, id=hint_id, className="hint"),
        html.Div(
            dbc.Textarea(id=Import.TEXT, spellcheck=False, rows=8),
            **attributes(data_field="1", data_describedby=f"{Import.ERROR} {hint_id}"),
        ),
        error_place(Import.ERROR),
        html.Div(
            dcc.Upload(choose, id=Import.FILE, accept=".csv,.txt,.xlsx", className="upload"),
            className="upload-holder",
            **attributes(data_too_big=too_big, data_error=Import.FILE_ERROR),
        ),
        error_place(Import.FILE_ERROR),
        html.P(template),
        html.Div(html.Button(text("Check"), id=Import.CHECK, type="button", className="btn btn-primary")),
    ]


def kept_result(workspace: Workspace) -> list[Any]:
    """The list that this person has not finished, after a reload or a visit elsewhere."""
    checked = unfinished_list(workspace)
    return result(workspace, import_result(workspace, checked), key=new_key()) if checked else []


def result(workspace: Workspace, view: ImportResult, *, key: str) -> list[Any]:
    """The verdicts; the numbers behind them stay on the server."""
    text = workspace.language.text
    return [
        html.H2(text("Result of the check"), tabIndex="-1", className="result-title"),
        html.Div(head(workspace, view, key=key), id=Import.HEAD, className="import-head"),
        *choice_of_lines(workspace),
        table(workspace, view),
        html.Div(id=Import.ORDER, **attributes(data_list=view.key, data_order="")),
        html.Div(id=Import.TICKS, **attributes(data_left_out=",".join(map(str, view.left_out)))),
    ]


def head(workspace: Workspace, view: ImportResult, *, key: str) -> list[Any]:
    """What changes with every line: counts, and the orders for the whole list."""
    return [
        html.P(view.summary, role="status"),
        *waiting(workspace, view),
        html.Div(
            [add_button(workspace, view, key=key), *([] if view.is_finished else others(workspace, view))],
            className="row",
        ),
    ]


def waiting(workspace: Workspace, view: ImportResult) -> list[Any]:
    label = workspace.language.text("Go on with the check")
    again = html.Button(label, id=Import.AGAIN, type="button", className="btn")
    if not view.waiting:
        return []
    return [html.Div([html.P(view.waiting), again], className="alert alert-warning")]


def add_button(workspace: Workspace, view: ImportResult, *, key: str) -> html.Button:
    label = workspace.language.plural("Add {n} ready client", "Add {n} ready clients", view.ready)
    return html.Button(
        label,
        id=Import.ADD,
        value=key,
        type="button",
        className="btn btn-primary" if view.ready else "visually-hidden",
        disabled=not view.ready,
    )


def others(workspace: Workspace, view: ImportResult) -> list[Any]:
    label = workspace.language.plural(
        "Download the other line (CSV)", "Download the {n} other lines (CSV)", view.rest
    )
    discard = workspace.language.text("Discard this list")
    return [
        html.A(
            label, href="/clients/import/rest", download="clients.csv", className="btn", hidden=not view.rest
        ),
        html.Button(discard, id=Import.DISCARD, type="button", className="btn"),
    ]


def choice_of_lines(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    options = [{"value": value, "label": text(label)} for value, label in SHOWN]
    return [
        html.Div(
            [
                html.Label(text("Show"), htmlFor=Import.SHOW),
                dbc.Select(id=Import.SHOW, options=options, value=ALL),
            ],
            className="import-show",
        )
    ]


def table(workspace: Workspace, view: ImportResult) -> html.Div:
    text = workspace.language.text
    first = stretch(view, shown=ALL)
    rows = rows_of(workspace, first.lines)
    lines = stacking_table(columns(workspace), rows, id=Import.ROWS)
    none = html.P(text("No line of this kind."), className="none-shown")
    holder = html.Div(
        [lines, none],
        className="table-holder",
        tabIndex="0",
        role="region",
        **attributes(aria_label=text("Result of the check")),
    )
    return html.Div([holder, more_button(workspace, after=first.more_after)])


def columns(workspace: Workspace) -> tuple[str, ...]:
    text = workspace.language.text
    return text("Line"), text("Number"), text("Reference"), text("Result"), text("Action")


def more_button(workspace: Workspace, *, after: int) -> html.Button:
    label = workspace.language.text("Show more lines")
    return html.Button(
        label, id=Import.MORE, value=str(after), hidden=not after, type="button", className="btn import-more"
    )


def rows_of(workspace: Workspace, lines: tuple[ImportLine, ...]) -> list[html.Tr]:
    return [row(workspace, line) for line in lines]


def row(workspace: Workspace, line: ImportLine) -> html.Tr:
    return row_with(workspace, line, actions(workspace, line))


def row_with(workspace: Workspace, line: ImportLine, action: list[Any]) -> html.Tr:
    verdict: list[Any] = [html.Span(line.result, className=BADGES.get(line.verdict, "badge"))]
    if line.not_held:
        verdict.append(html.P(line.not_held, className="not-held"))
    *facts, result, last = columns(workspace)
    number = html.Span(line.number, className="nowrap")
    drawn = [
        *cells(facts, (workspace.language.integer(line.position), number, line.reference)),
        cell(
            result,
            verdict,
            id=ids.import_line("result", line.position),
            tabIndex="-1",
            className="line-result",
        ),
        cell(last, html.Div(action, className="line-actions") if action else None),
    ]
    return html.Tr(drawn, role="row", **attributes(data_line=str(line.position)))


def actions(workspace: Workspace, line: ImportLine) -> list[Any]:
    parts: list[Any] = []
    if line.choices:
        parts.append(choice(workspace, line))
    if line.has_box:
        parts.append(box(workspace, line))
    if line.can_be_corrected:
        label = workspace.language.text("Correct line {line}", line=workspace.language.integer(line.position))
        parts.append(order_button(label, "edit"))
    return parts


def order_button(label: str, do: str) -> html.Button:
    return html.Button(label, type="button", className="btn", **attributes(data_do=do))


def choice(workspace: Workspace, line: ImportLine) -> html.Fieldset:
    place = ids.import_line("choice", line.position)
    options = [{"label": label, "value": service.value} for service, label in line.choices]
    legend = workspace.language.text("{name}: how is this client affiliated?", name=line.name)
    return html.Fieldset(
        [
            html.Legend(legend, className="visually-hidden"),
            dbc.RadioItems(
                id=place,
                options=options,
                name=place,
                value=line.choice.value if line.choice else None,
                className="radios",
            ),
        ],
        **attributes(data_choose="1"),
    )


def box(workspace: Workspace, line: ImportLine) -> html.Div:
    text = workspace.language.text
    place = ids.import_line("box", line.position)
    option = {"label": text("Add"), "value": "1", "input_id": f"{place}-input"}
    ticked = dbc.Checklist(id=place, options=[option], value=["1"] if line.ticked else [])
    return html.Div(
        ticked, className="tick", **attributes(data_field="1", data_label=text("Add {name}", name=line.name))
    )


def open_row(workspace: Workspace, line: ImportLine, *, typed: str) -> html.Tr:
    """A wrong line while it is corrected: what was typed comes back on request only."""
    text = workspace.language.text
    label = text("Number of line {line}", line=workspace.language.integer(line.position))
    result_id = ids.import_line("result", line.position)
    field = dbc.Input(
        id=ids.import_line("number", line.position), type="text", value=typed, autocomplete="off"
    )
    form = [
        html.Div(
            field,
            **attributes(data_field="1", data_label=label, data_describedby=result_id, data_invalid="true"),
        ),
        order_button(text("Check this line"), "check"),
        order_button(text("Cancel"), "keep"),
    ]
    return row_with(workspace, line, form)


def refused(workspace: Workspace, sentence: str) -> list[Any]:
    label = workspace.language.text("Error:")
    return [html.Span(label, className="visually-hidden"), html.Span(sentence)]


def added_banner(workspace: Workspace, added: int) -> html.P:
    sentence = workspace.language.plural(
        "{n} client was added to your list", "{n} clients were added to your list", added
    )
    return html.P(sentence, className="alert alert-success")
