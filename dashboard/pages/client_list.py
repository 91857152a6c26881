"""The screen: Clients, whose rows are drawn by assets/client_list.js."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.search import LONGEST_QUERY
from dashboard.i18n import Language
from dashboard.pages import list_selection, saved_filters
from dashboard.pages.add_client_dialog import open_button
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels.client_list import Choice, ClientListPage, Filter, client_list
from dashboard.workspace import Workspace

HINT = "client-list-hint"
SORTED_BY_NUMBER = frozenset({"fte"})


def layout(workspace: Workspace, _address: Address) -> Screen:
    view, reader = client_list(workspace), workspace.language
    title = reader.text("Clients")
    body = html.Div(
        [
            headline(workspace, view, title),
            search(reader),
            filters(reader, view.filters),
            saved_filters.bar(reader, view.saved),
            html.Div(
                [html.P(className="list-count"), list_selection.opener(reader)], className="row between"
            ),
            recent(reader, view),
            failure(reader),
            html.Div(id=ids.ListSelection.PLACE),
            table(reader, view),
            nothing_found(reader),
            nothing_yet(workspace, view),
            html.Button(className="btn list-more", hidden=True),
            html.Div(className="visually-hidden list-status", role="status"),
            html.Div(className="visually-hidden list-alert", role="alert"),
        ],
        id=ids.ClientList.SCREEN,
        className="client-list",
        **attributes(data_loading=reader.text("Loading")),
    )
    return Screen(title, body)


def headline(workspace: Workspace, view: ClientListPage, title: str) -> html.Div:
    reader = workspace.language
    removed = reader.text("Removed clients")
    links: list[Any] = [dcc.Link(removed, href="/clients/removed", className="btn btn-link")]
    if view.may_edit:
        links = [open_button(workspace), import_link(reader), *links]
    return html.Div(
        [html.H1(title, tabIndex="-1"), html.Div(links, className="row list-actions")],
        className="row between",
    )


def import_link(reader: Language) -> dcc.Link:
    return dcc.Link(reader.text("Import several clients"), href="/clients/import", className="btn")


def search(reader: Language) -> html.Div:
    field = dbc.Input(
        id=ids.ClientList.SEARCH, type="search", maxLength=LONGEST_QUERY, autocomplete="off", value=""
    )
    return html.Div(
        [
            html.Label(reader.text("Search for a client"), htmlFor=ids.ClientList.SEARCH),
            html.Div(field, **attributes(data_field="1", data_describedby=HINT)),
            html.P(reader.text("The list filters as you type."), id=HINT, className="hint"),
        ],
        className="list-search",
    )


def filters(reader: Language, known: tuple[Filter, ...]) -> html.Div:
    return html.Div(
        choices(reader, known),
        id=ids.ClientList.FILTERS,
        className="list-filters",
        role="group",
        **attributes(aria_label=reader.text("Filters")),
    )


def choices(reader: Language, known: tuple[Filter, ...]) -> list[Any]:
    favourites = html.Button(
        reader.text("My favourites"),
        className="btn list-favourites",
        **attributes(aria_pressed="false"),
    )
    return [*map(select, known), favourites]


def select(chosen: Filter) -> html.Div:
    key = f"client-list-{chosen.name}"
    options = [html.Option(choice.label, value=choice.value) for choice in chosen.choices]
    return html.Div(
        [
            html.Label(chosen.label, htmlFor=key),
            html.Select(options, id=key, className="form-select", **attributes(data_filter=chosen.name)),
        ]
    )


def recent(reader: Language, view: ClientListPage) -> html.Div | None:
    if not view.recent:
        return None
    links = [html.Li(dcc.Link(row.title, href=row.href)) for row in view.recent]
    heading = html.H2(reader.text("Recent"), className="list-recent-title")
    return html.Div([heading, html.Ul(links, className="row")], className="list-recent row")


def failure(reader: Language) -> html.Div:
    text = reader.text
    return html.Div(
        [
            html.P(text("The list could not be loaded. Try again.")),
            html.P(className="list-stale", **attributes(data_text=text("The list below is that of {time}."))),
            html.Button(text("Try again"), className="btn list-again"),
        ],
        className="alert alert-danger list-failure",
        role="alert",
        hidden=True,
    )


def table(reader: Language, view: ClientListPage) -> html.Div:
    headings: list[Any] = [heading(column) for column in view.columns]
    if view.may_edit:
        headings.append(html.Th(html.Span(reader.text("Remove"), className="visually-hidden"), scope="col"))
    return html.Div(
        html.Table(
            [
                html.Caption(reader.text("Clients of your firm"), className="visually-hidden"),
                html.Thead(html.Tr(headings)),
                html.Tbody(id=ids.ClientList.ROWS),
            ],
            className="list-table",
        ),
        className="table-holder",
    )


def heading(column: Choice) -> html.Th:
    button = html.Button(column.label, className="list-sort", **attributes(data_sort=column.value))
    kind = "number" if column.value in SORTED_BY_NUMBER else ""
    return html.Th(button, scope="col", className=f"column-{column.value} {kind}".strip())


def nothing_found(reader: Language) -> html.Div:
    return html.Div(
        [
            html.P(className="list-nothing-sentence"),
            html.Div(
                [
                    html.Button(reader.text("Clear search"), className="btn list-clear"),
                    html.Button(className="btn btn-primary list-add", hidden=True),
                ],
                className="row",
            ),
        ],
        className="card list-nothing",
        hidden=True,
    )


def nothing_yet(workspace: Workspace, view: ClientListPage) -> html.Div:
    reader = workspace.language
    parts: list[Any] = [
        html.P(reader.text("Your client list is empty. An editor of your firm can add clients."))
    ]
    if view.may_edit:
        sentence = html.P(reader.text("Your client list is empty. Add a client or import a list."))
        parts = [sentence, html.Div([open_button(workspace), import_link(reader)], className="row")]
    return html.Div(parts, className="card list-empty", hidden=True)
