"""The screen: Audit trail."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels import audit_trail
from dashboard.viewmodels.audit_trail import AuditLine
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Audit trail")
    view = audit_trail.audit_trail(workspace)
    headings = (text("When"), text("Who"), text("What"), text("Client"), text("Detail"))
    table = html.Table(
        [
            html.Caption(text("Newest first, Brussels time"), className="hint"),
            html.Thead(html.Tr([html.Th(heading, scope="col") for heading in headings])),
            html.Tbody(rows(view.lines), id=ids.AuditTrail.ROWS),
        ],
        className="audit",
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


def rows(lines: tuple[AuditLine, ...]) -> list[Any]:
    return [
        html.Tr([html.Td(part) for part in (line.when, line.who, line.what, line.client, line.detail)])
        for line in lines
    ]
