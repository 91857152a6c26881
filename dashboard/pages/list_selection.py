"""The bar above the client list that says how many clients are selected, and what can be done to them."""

from __future__ import annotations

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.access import Permission
from dashboard.i18n import Language
from dashboard.workspace import Workspace

Selection = ids.ListSelection
FIRM, MINE = "firm", "mine"


def opener(reader: Language) -> html.Button:
    """The bar is drawn when it is asked for: the page travels without it."""
    return html.Button(reader.text("Select clients"), id=Selection.OPEN, className="btn")


def bar(workspace: Workspace) -> html.Section:
    """assets/list_selection.js counts, and puts a box before each name."""
    text = workspace.language.text
    return html.Section(
        [
            counted(workspace.language),
            tagging(workspace),
            *removal(workspace),
            exports(workspace.language),
            html.Div(id=Selection.ANSWER, role="status"),
            html.Div(id=Selection.CHOSEN, **attributes(data_chosen="")),
        ],
        id=Selection.BAR,
        className="selection-bar card",
        **attributes(
            aria_label=text("Selected clients"),
            data_box=text("Select {title}", title="{title}"),
            data_nothing=text("Select at least one client."),
        ),
    )


def counted(reader: Language) -> html.Div:
    text = reader.text
    count = html.P(
        text("Selected clients: {n}", n=0),
        className="selection-count",
        role="status",
        **attributes(data_count=text("Selected clients: {n}", n="{n}")),
    )
    every = html.Button(text("Select all that are found"), type="button", className="btn selection-all")
    none = html.Button(text("Clear the selection"), type="button", className="btn selection-none")
    end = html.Button(
        type="button",
        className="btn btn-icon cross selection-end",
        **attributes(aria_label=text("End the selection")),
    )
    return html.Div([count, every, none, end], className="row")


def tagging(workspace: Workspace) -> html.Div:
    text = workspace.language.text
    field = dbc.Input(id=Selection.TAGS, value="", autocomplete="off")
    described = attributes(data_field="1", data_describedby=Selection.ANSWER)
    return html.Div(
        [
            html.Label(text("Tags"), htmlFor=Selection.TAGS),
            html.Div(field, **described),
            html.Label(text("Seen by"), htmlFor=Selection.SEEN_BY),
            seen_by(workspace),
            act(text("Add these tags"), Selection.TAG),
            act(text("Take these tags off"), Selection.UNTAG),
        ],
        className="row",
    )


def seen_by(workspace: Workspace) -> dbc.Select:
    """The firm's tags are the editors' to give; everybody has their own."""
    text = workspace.language.text
    choices = [{"label": text("Only me"), "value": MINE}]
    if workspace.may(Permission.EDIT_CLIENTS):
        choices.insert(0, {"label": text("My firm"), "value": FIRM})
    return dbc.Select(id=Selection.SEEN_BY, options=choices, value=choices[0]["value"])


def removal(workspace: Workspace) -> list[html.Button]:
    """Asks first, in the dialog that one client's bin opens too."""
    if not workspace.may(Permission.EDIT_CLIENTS):
        return []
    label = workspace.language.text("Remove from my list")
    return [act(label, Selection.REMOVE, look="btn btn-danger")]


def act(label: str, place: str, *, look: str = "btn") -> html.Button:
    return html.Button(label, id=place, type="button", className=look)


def exports(reader: Language) -> html.Form:
    text = reader.text
    files = ((text("Export to Excel"), "xlsx"), (text("Export as CSV"), "csv"))
    asked = [html.Button(label, name="format", value=kind, className="btn") for label, kind in files]
    return html.Form(
        [dcc.Input(type="hidden", name="clients", value=""), *asked],
        method="post",
        action="/clients/export",
        className="selection-export row",
    )
