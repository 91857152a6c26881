"""A client's star and the firm's own words about it: shown to all, the firm's changed by editors."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.commands.describe_client import LONGEST_NOTE, LONGEST_REFERENCE
from dashboard.components import attributes
from dashboard.domain.clients import Client
from dashboard.i18n import Language
from dashboard.viewmodels.client_file import ClientFile
from dashboard.workspace import Workspace

Describe = ids.DescribeClient


def star(reader: Language, client: Client) -> html.Button:
    label = reader.text("Favourite: {name}", name=client.entry.name)
    return html.Button(
        star_sign(on=client.favourite),
        id=Describe.STAR,
        className="btn btn-icon client-star",
        **attributes(aria_label=label, aria_pressed="true" if client.favourite else "false"),
    )


def star_sign(*, on: bool) -> str:
    return "★" if on else "☆"


def own_words(workspace: Workspace, view: ClientFile) -> html.Div:
    shown = html.Div(words(workspace.language, view.client), id=Describe.WORDS)
    firms = [form(workspace.language, view)] if view.may_edit else []
    return html.Div([shown, *firms, own_tags_form(workspace.language, view.client)], className="own-words")


def words(reader: Language, client: Client) -> list[Any]:
    """What is written now, and who is in charge; nothing where nothing is."""
    facts: list[Any] = [html.Span(tag, className="badge") for tag in client.tags]
    facts += [own_badge(reader, tag) for tag in client.own_tags]
    if client.reference:
        facts.insert(0, html.Span(reader.text("Reference: {reference}", reference=client.reference)))
    if client.in_charge:
        facts.append(html.Span(reader.text("In charge: {name}", name=client.in_charge.name)))
    note = [html.P(client.note, className="own-note")] if client.note else []
    return [html.Div(facts, className="row"), *note] if facts else note


def own_badge(reader: Language, tag: str) -> html.Span:
    kind = html.Span(reader.text("My own tag"), className="visually-hidden")
    return html.Span([kind, " ", tag], className="badge own")


def own_tags_form(reader: Language, client: Client) -> html.Details:
    """For readers too: a person's own tags are marks that nobody else sees."""
    text = reader.text
    tags = dbc.Input(id=Describe.OWN_TAGS, value=", ".join(client.own_tags))
    hint = text("Only you see and find them. Separate tags with a comma.")
    body = [
        field(text("My own tags"), tags, error=Describe.OWN_ERROR, hint=hint),
        html.Button(text("Save my tags"), id=Describe.SAVE_OWN, className="btn"),
        html.Div(id=Describe.OWN_ANSWER, role="status"),
    ]
    return html.Details([html.Summary(text("Edit my own tags")), html.Div(body, className="own-words-form")])


def form(reader: Language, view: ClientFile) -> html.Details:
    text, client = reader.text, view.client
    reference = dbc.Input(id=Describe.REFERENCE, value=client.reference, maxLength=LONGEST_REFERENCE)
    tags = dbc.Input(id=Describe.TAGS, value=", ".join(client.tags))
    note = dbc.Textarea(id=Describe.NOTE, value=client.note, maxLength=LONGEST_NOTE, rows=3)
    separated = text("Separate tags with a comma.")
    body = [
        field(text("Your own reference"), reference, error=Describe.REFERENCE_ERROR),
        field(text("Tags"), tags, error=Describe.TAGS_ERROR, hint=separated),
        field(text("Note"), note, error=Describe.NOTE_ERROR),
        labelled(text("Person in charge"), Describe.IN_CHARGE, colleagues(reader, view)),
        html.Button(text("Save"), id=Describe.SAVE, className="btn btn-primary"),
        html.Div(id=Describe.ANSWER, role="status"),
    ]
    title = html.Summary(text("Edit reference, tags, note and person in charge"))
    return html.Details([title, html.Div(body, className="own-words-form")])


def colleagues(reader: Language, view: ClientFile) -> dbc.Select:
    """Whoever is in charge is offered too, also after leaving."""
    chosen = view.client.in_charge
    offered = {one.id: one.name for one in view.colleagues}
    if chosen:
        offered[chosen.id] = chosen.name
    nobody = {"label": reader.text("Nobody"), "value": ""}
    return dbc.Select(
        id=Describe.IN_CHARGE,
        options=[nobody, *({"label": name, "value": str(key)} for key, name in offered.items())],
        value=str(chosen.id) if chosen else "",
    )


def field(label: str, entry: Any, *, error: str, hint: str = "") -> html.Div:  # noqa: ANN401 - a component
    hint_id = f"{entry.id}-hint"
    described = f"{error} {hint_id}" if hint else error
    return html.Div(
        [
            html.Label(label, htmlFor=entry.id),
            html.Div(entry, **attributes(data_field="1", data_describedby=described)),
            html.P(id=error, className="error", role="alert"),
            html.P(hint, id=hint_id, className="hint") if hint else None,
        ]
    )


def labelled(label: str, field_id: str, entry: Any) -> html.Div:  # noqa: ANN401 - a component
    return html.Div([html.Label(label, htmlFor=field_id), entry])
