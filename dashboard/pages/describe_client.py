"""The firm's own words about a client, below the head of its file: shown to all, changed by editors."""

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

TAGS_HINT = "describe-client-tags-hint"
OWN_TAGS_HINT = "describe-client-own-tags-hint"


def own_words(workspace: Workspace, view: ClientFile) -> html.Div:
    shown = html.Div(words(workspace.language, view.client), id=ids.DescribeClient.WORDS)
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
    tags = dbc.Input(id=ids.DescribeClient.OWN_TAGS, value=", ".join(client.own_tags))
    described = f"{OWN_TAGS_HINT} {ids.DescribeClient.OWN_ANSWER}"
    hinted = html.Div(tags, **attributes(data_field="1", data_describedby=described))
    body = [
        labelled(text("My own tags"), ids.DescribeClient.OWN_TAGS, hinted),
        html.P(
            text("Only you see and find them. Separate tags with a comma."),
            id=OWN_TAGS_HINT,
            className="hint",
        ),
        html.Button(text("Save my tags"), id=ids.DescribeClient.SAVE_OWN, className="btn"),
        html.Div(id=ids.DescribeClient.OWN_ANSWER, role="status"),
    ]
    return html.Details([html.Summary(text("Edit my own tags")), html.Div(body, className="own-words-form")])


def form(reader: Language, view: ClientFile) -> html.Details:
    text, client = reader.text, view.client
    reference = dbc.Input(
        id=ids.DescribeClient.REFERENCE, value=client.reference, maxLength=LONGEST_REFERENCE
    )
    tags = dbc.Input(id=ids.DescribeClient.TAGS, value=", ".join(client.tags))
    note = dbc.Textarea(id=ids.DescribeClient.NOTE, value=client.note, maxLength=LONGEST_NOTE, rows=3)
    hinted = html.Div(
        tags, **attributes(data_field="1", data_describedby=f"{TAGS_HINT} {ids.DescribeClient.ANSWER}")
    )
    return html.Details(
        [
            html.Summary(text("Edit reference, tags, note and person in charge")),
            html.Div(
                [
                    labelled(text("Your own reference"), ids.DescribeClient.REFERENCE, reference),
                    labelled(text("Tags"), ids.DescribeClient.TAGS, hinted),
                    html.P(text("Separate tags with a comma."), id=TAGS_HINT, className="hint"),
                    labelled(text("Note"), ids.DescribeClient.NOTE, note),
                    labelled(
                        text("Person in charge"), ids.DescribeClient.IN_CHARGE, colleagues(reader, view)
                    ),
                    html.Button(text("Save"), id=ids.DescribeClient.SAVE, className="btn btn-primary"),
                    html.Div(id=ids.DescribeClient.ANSWER, role="status"),
                ],
                className="own-words-form",
            ),
        ]
    )


def colleagues(reader: Language, view: ClientFile) -> dbc.Select:
    """Whoever is in charge is offered too, also after leaving."""
    chosen = view.client.in_charge
    offered = {one.id: one.name for one in view.colleagues}
    if chosen:
        offered[chosen.id] = chosen.name
    nobody = {"label": reader.text("Nobody"), "value": ""}
    return dbc.Select(
        id=ids.DescribeClient.IN_CHARGE,
        options=[nobody, *({"label": name, "value": str(key)} for key, name in offered.items())],
        value=str(chosen.id) if chosen else "",
    )


def labelled(label: str, field_id: str, field: Any) -> html.Div:  # noqa: ANN401 - a component
    return html.Div([html.Label(label, htmlFor=field_id), field])
