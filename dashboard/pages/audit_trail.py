"""The screen: Audit trail."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import ids
from dashboard.components import attributes, cells, stacking_table
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels import audit_trail
from dashboard.viewmodels.audit_trail import AuditLine
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Audit trail")
    view = audit_trail.audit_trail(workspace)
    table = stacking_table(
        columns(workspace),
        rows(workspace, view.lines),
        caption=html.Caption(text("Newest first, Brussels time"), className="hint"),
        id=ids.AuditTrail.ROWS,
    )
    older = html.Button(
        text("Show older"),
        id=ids.AuditTrail.OLDER,
        value=view.older or "",
        hidden=not view.older,
        className="btn",
    )
    holder = html.Div(
        table, className="table-holder", tabIndex="0", role="region", **attributes(aria_label=title)
    )
    return Screen(title, html.Div([html.H1(title, tabIndex="-1"), holder, older]))


def columns(workspace: Workspace) -> tuple[str, ...]:
    text = workspace.language.text
    return text("When"), text("Who"), text("What"), text("Client"), text("Detail")


def rows(workspace: Workspace, lines: tuple[AuditLine, ...]) -> list[html.Tr]:
    names = columns(workspace)
    return [html.Tr(cells(names, contents(line)), role="row") for line in lines]


def contents(line: AuditLine) -> tuple[Any, ...]:
    client = html.Div(line.client, className="long-name") if line.client else None
    return html.Span(line.when, className="nowrap"), line.who, line.what, client, line.detail
