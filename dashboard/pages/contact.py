"""The tab contact of a client's file."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components import attributes, waiting_for_mandate
from dashboard.i18n import Language
from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import file_screen
from dashboard.viewmodels.contact import ContactTab, People, Person, contact_tab
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    view = contact_tab(workspace, address.client)
    return file_screen(workspace, view.head, body(workspace, view))


def body(workspace: Workspace, view: ContactTab) -> html.Div:
    if not view.head.client.is_active:
        return waiting_for_mandate(workspace)
    reader = workspace.language
    sides = [side(one, reader) for one in view.sides]
    return html.Div([*sides, html.P(report(view, reader), className="contact-report")])


def report(view: ContactTab, reader: Language) -> Any:  # noqa: ANN401 - a link or plain text
    if view.reports_to:
        return html.A(reader.text("Report an error"), href=view.reports_to)
    return reader.text("To report an error, call the institution.")


def side(view: People, reader: Language) -> html.Section:
    cards = html.Ul([html.Li(person(one, reader)) for one in view.people], className="contact-cards")
    empty = html.P(reader.text("Nobody is on record here yet."), className="hint")
    return html.Section([html.H3(view.title), cards if view.people else empty])


def person(view: Person, reader: Language) -> html.Div:
    name_id = f"contact-{view.id}"
    lines = [html.H4(view.name, id=name_id), html.P(view.role), html.P(view.language, className="hint")]
    card = html.A(
        reader.text("Download as vCard"),
        href=view.vcard,
        **attributes(aria_describedby=name_id),
    )
    return html.Div([*lines, *ways(view, reader), html.P(card)], className="card contact")


def ways(view: Person, reader: Language) -> list[html.P]:
    """The ways to reach a person; a number that cannot be dialled is text."""
    text = reader.text
    given = ((text("Phone"), view.phone, view.dials), (text("E-mail"), view.email, view.writes))
    return [way(label, shown, href) for label, shown, href in given if shown]


def way(label: str, shown: str, href: str) -> html.P:
    heading = html.Span(label, className="contact-way")
    return html.P([heading, " ", html.A(shown, href=href) if href else shown])
