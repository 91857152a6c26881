"""The screen: Removed clients."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard import ids
from dashboard.components import attributes, back_to_list, cell, cells, stacking_table
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels.removed_clients import RemovedClient, RemovedClients, removed_clients
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Removed clients")
    body = [
        back_to_list(workspace.language),
        html.H1(title, tabIndex="-1"),
        html.P(text("A removed client can come back for 30 days, with its reference, note and tags.")),
        table(workspace, removed_clients(workspace)),
    ]
    return Screen(title, html.Div(body))


def table(workspace: Workspace, view: RemovedClients) -> Any:  # noqa: ANN401 - a component
    text = workspace.language.text
    if not view.lines:
        return html.P(text("No client was removed in the last 30 days."), className="card")
    columns = (text("Client"), text("Removed on"), text("Can come back until"), text("Action"))
    rows = [row(workspace, line, view, columns) for line in view.lines]
    return html.Div(
        stacking_table(columns if view.may_restore else columns[:-1], rows),
        className="table-holder",
        tabIndex="0",
        role="region",
        **attributes(aria_label=text("Removed clients")),
    )


def row(workspace: Workspace, line: RemovedClient, view: RemovedClients, columns: Sequence[str]) -> html.Tr:
    *facts, action = columns
    drawn = cells(facts, (html.Div(line.name, className="long-name"), line.removed, line.until))
    if view.may_restore:
        drawn.append(cell(action, restore(workspace, line), id=ids.restored_cell(line.id), tabIndex="-1"))
    return html.Tr(drawn, role="row")


def restore(workspace: Workspace, line: RemovedClient) -> html.Button:
    text = workspace.language.text
    return html.Button(
        text("Restore"),
        id=ids.restore_button(line.id),
        type="button",
        className="btn",
        **attributes(data_answers="td", aria_label=text("Restore {name}", name=line.name)),
    )
