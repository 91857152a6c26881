"""The tab applications of a client's file."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components import attributes, waiting_for_mandate
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import file_screen
from dashboard.viewmodels.applications import ApplicationsTab, Card, CardGroup, applications_tab
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    view = applications_tab(workspace, address.client)
    return file_screen(workspace, view.head, body(workspace, view))


def body(workspace: Workspace, view: ApplicationsTab) -> html.Div:
    if not view.head.client.is_active:
        return waiting_for_mandate(workspace)
    return html.Div([group(one, workspace.language) for one in view.groups])


def group(view: CardGroup, reader: Language) -> html.Section:
    cards = html.Ul([html.Li(card(one, reader)) for one in view.cards], className="application-cards")
    empty = html.P(reader.text("No application for this client in this group."), className="hint")
    return html.Section([html.H3(view.title), cards if view.cards else empty])


def card(view: Card, reader: Language) -> html.Div:
    hint = f"application-{view.key}"
    return html.Div(
        [
            heading(view, hint),
            html.P(view.purpose),
            html.P(note(view, reader), id=hint, className="hint"),
        ],
        className="card application",
    )


def heading(view: Card, hint: str) -> Any:  # noqa: ANN401 - a link or plain text
    if not view.is_open:
        return html.Span(view.name, className="application-name")
    described = attributes(aria_describedby=hint)
    return html.A(view.name, href=view.href, target="_blank", className="application-name", **described)


def note(view: Card, reader: Language) -> str:
    if view.is_open:
        return reader.text("Opens in a new window")
    return reader.text("You have no mandate for this service. Ask for access.")
