"""The screen: Requests."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import ids
from dashboard.components import attributes, cells, stacking_table
from dashboard.domain.access import Permission
from dashboard.pages.address import Address, Screen
from dashboard.pages.steps import buttons, cancel_button, dialog
from dashboard.viewmodels.requests import RequestLine, RequestList, request_list
from dashboard.workspace import Workspace

Requests = ids.Requests


def layout(workspace: Workspace, _address: Address) -> Screen:
    title = workspace.language.text("Requests")
    body = [
        html.H1(title, tabIndex="-1"),
        html.Div(id=Requests.STATUS, role="status", tabIndex="-1"),
        html.Div(table(workspace, request_list(workspace)), id=Requests.TABLE),
        withdraw_dialog(workspace) if workspace.may(Permission.SEND_REQUESTS) else None,
    ]
    return Screen(title, html.Div(body))


def table(workspace: Workspace, view: RequestList) -> Any:  # noqa: ANN401 - a component
    text = workspace.language.text
    if not view.lines:
        sentence = text("No requests yet. You send one when a client you add is not affiliated yet.")
        return html.P(sentence, className="card")
    columns = (
        text("Client"),
        text("Request"),
        text("From"),
        text("State"),
        text("Reference"),
        text("Sent on"),
        text("Decided on"),
        text("Action"),
    )
    rows = [row(workspace, line, columns) for line in view.lines]
    return html.Div(
        stacking_table(columns, rows),
        className="table-holder",
        tabIndex="0",
        role="region",
        **attributes(aria_label=text("Requests")),
    )


def row(workspace: Workspace, line: RequestLine, columns: tuple[str, ...]) -> html.Tr:
    contents = (
        [html.Div(line.name, className="long-name"), html.Div(line.number, className="hint nowrap")],
        line.asked,
        line.effective,
        [html.Span(line.state, className="badge"), html.Div(line.reason, className="hint")],
        html.Span(line.reference, className="nowrap"),
        line.sent,
        line.decided,
        withdraw_button(workspace, line) if line.may_withdraw else None,
    )
    return html.Tr(cells(columns, contents), role="row")


def withdraw_button(workspace: Workspace, line: RequestLine) -> html.Button:
    text = workspace.language.text
    label = text("Withdraw request {reference}", reference=line.reference)
    return html.Button(
        text("Withdraw"),
        type="button",
        className="btn",
        **attributes(data_withdraw=line.reference, aria_label=label),
    )


def withdraw_dialog(workspace: Workspace) -> Any:  # noqa: ANN401 - a component
    text = workspace.language.text
    body = [
        html.H2(id=Requests.TITLE, className="modal-title"),
        html.P(text("The request is not treated. You can send a new one."), id=Requests.CONSEQUENCE),
        html.Div(id=Requests.REFERENCE, **attributes(data_reference="")),
        buttons(
            cancel_button(workspace),
            html.Button(
                text("Withdraw the request"), id=Requests.CONFIRM, type="button", className="btn btn-danger"
            ),
        ),
    ]
    return dialog(
        workspace,
        body,
        place=Requests.DIALOG,
        labelledby=Requests.TITLE,
        aria_describedby=Requests.CONSEQUENCE,
        data_question=text("Withdraw request {name}?"),
        role="alertdialog",
    )
