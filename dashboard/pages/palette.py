"""The command palette and the help about keys, drawn once around all pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes, icon
from dashboard.domain.access import Permission
from dashboard.domain.search import LONGEST_QUERY
from dashboard.i18n import LANGUAGES, N_, Language, language
from dashboard.workspace import Workspace

PLACES = (
    ("/clients", N_("Clients"), Permission.VIEW_CLIENTS),
    ("/clients/import", N_("Import several clients"), Permission.EDIT_CLIENTS),
    ("/clients/removed", N_("Removed clients"), Permission.VIEW_CLIENTS),
    ("/portfolio", N_("Portfolio"), Permission.VIEW_CLIENTS),
    ("/requests", N_("Requests"), Permission.VIEW_CLIENTS),
    ("/team", N_("Team"), Permission.MANAGE_TEAM),
    ("/audit", N_("Audit trail"), Permission.VIEW_AUDIT),
    ("/account", N_("My account"), Permission.OWN_ACCOUNT),
)
KEYS = (
    (N_("Ctrl+K"), N_("Find anything: clients, tabs, saved filters, pages and actions")),
    (N_("↓"), N_("From the search field to the first client")),
    (N_("↑ ↓ Home End"), N_("From client to client")),
    (N_("Enter"), N_("Open the client; in the search field, the only one found")),
    (N_("Space, Shift ↑ ↓"), N_("While selecting: select the client, or the next one too")),
    (N_("Delete"), N_("Remove the client from the list, after a question")),
    (N_("Esc"), N_("Clear the search, or close what is on top")),
)


def buttons(workspace: Workspace) -> html.Div:
    """The two buttons of the header; nobody has to know a shortcut."""
    text = workspace.language.text
    find = html.Button(
        [
            html.Span(text("Find anything"), className="in-words"),
            icon("find"),
            html.Kbd(text("Ctrl+K"), **attributes(aria_hidden="true")),
        ],
        className="btn palette-button",
        title=text("Ctrl+K"),
        **attributes(data_opens=ids.Frame.PALETTE, aria_keyshortcuts="Control+K", aria_haspopup="dialog"),
    )
    help_ = html.Button(
        "?",
        className="btn btn-icon",
        **attributes(
            data_opens=ids.Frame.SHORTCUTS, aria_label=text("Keyboard shortcuts"), aria_haspopup="dialog"
        ),
    )
    return html.Div([find, help_], className="row")


def dialogs(workspace: Workspace) -> list[html.Dialog]:
    return [palette(workspace), shortcuts(workspace.language)]


def palette(workspace: Workspace) -> html.Dialog:
    text = workspace.language.text
    field = dbc.Input(id=ids.Palette.FIELD, maxLength=LONGEST_QUERY, autocomplete="off", value="")
    return html.Dialog(
        [
            html.Label(text("Find anything"), htmlFor=ids.Palette.FIELD, className="palette-title"),
            field,
            html.Div(
                groups(workspace),
                id=ids.Palette.OPTIONS,
                className="palette-options",
                role="listbox",
                **attributes(aria_label=text("Results")),
            ),
            html.P(text("Nothing matches."), className="palette-nothing", hidden=True),
            failure(workspace.language),
            html.P(text("↑ ↓ move · Enter open · Esc close"), className="hint"),
        ],
        id=ids.Frame.PALETTE,
        className="palette",
        **attributes(aria_label=text("Find anything")),
    )


def failure(reader: Language) -> html.P:
    """Clients are asked from the server; pages and actions stay."""
    sentence = reader.text("The clients could not be searched: the service is not responding.")
    return html.P(sentence, className="palette-failure error", hidden=True, role="alert")


def groups(workspace: Workspace) -> list[html.Div]:
    text = workspace.language.text
    places = (option(text(label), data_href=href) for href, label, allow in PLACES if workspace.may(allow))
    return [
        group(text("Clients"), "clients", ()),
        group(text("This client"), "tabs", ()),
        group(text("Saved filters"), "filters", ()),
        group(text("Go to"), "places", places),
        group(text("Do"), "actions", actions(workspace)),
    ]


def actions(workspace: Workspace) -> list[html.Div]:
    text = workspace.language.text
    listed = [option(text("Keyboard shortcuts"), data_opens=ids.Frame.SHORTCUTS)]
    if workspace.may(Permission.EDIT_CLIENTS):
        listed.insert(0, option(text("Add a client"), data_action="add"))
    others = (language(code) for code in LANGUAGES if code != workspace.language.code)
    return listed + [option(other.name, data_language=other.code, lang=other.tag) for other in others]


def group(label: str, name: str, options: Iterable[html.Div]) -> html.Div:
    heading = html.P(label, className="palette-group-title", **attributes(aria_hidden="true"))
    return html.Div(
        [heading, html.Div(list(options), **attributes(data_group=name))],
        className="palette-group",
        role="group",
        **attributes(aria_label=label),
    )


def option(label: str, **data: str) -> html.Div:
    named: dict[str, Any] = attributes(**data)
    return html.Div(label, className="palette-option", role="option", **named)


def shortcuts(reader: Language) -> html.Dialog:
    rows = [
        html.Tr([html.Th(html.Kbd(reader.text(keys)), scope="row"), html.Td(reader.text(use))])
        for keys, use in KEYS
    ]
    return html.Dialog(
        [
            html.H2(reader.text("Keyboard shortcuts"), id="shortcuts-title"),
            html.Table(html.Tbody(rows)),
            html.Button(reader.text("Close"), className="btn", **attributes(data_closes="1")),
        ],
        id=ids.Frame.SHORTCUTS,
        className="shortcuts",
        **attributes(aria_labelledby="shortcuts-title"),
    )
