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


def own_words(workspace: Workspace, view: ClientFile) -> html.Div:
    shown = html.Div(words(workspace.language, view.client), id=ids.DescribeClient.WORDS)
    parts = [shown, form(workspace.language, view.client)] if view.may_edit else [shown]
    return html.Div(parts, className="own-words")


def words(reader: Language, client: Client) -> list[Any]:
    """Reference, tags and note as they are now; nothing where nothing is written."""
    facts: list[Any] = [html.Span(tag, className="badge") for tag in client.tags]
    if client.reference:
        facts.insert(0, html.Span(reader.text("Reference: {reference}", reference=client.reference)))
    note = [html.P(client.note, className="own-note")] if client.note else []
    return [html.Div(facts, className="row"), *note] if facts else note


def form(reader: Language, client: Client) -> html.Details:
    text = reader.text
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
            html.Summary(text("Edit reference, tags and note")),
            html.Div(
                [
                    labelled(text("Your own reference"), ids.DescribeClient.REFERENCE, reference),
                    labelled(text("Tags"), ids.DescribeClient.TAGS, hinted),
                    html.P(text("Separate tags with a comma."), id=TAGS_HINT, className="hint"),
                    labelled(text("Note"), ids.DescribeClient.NOTE, note),
                    html.Button(text("Save"), id=ids.DescribeClient.SAVE, className="btn btn-primary"),
                    html.Div(id=ids.DescribeClient.ANSWER, role="status"),
                ],
                className="own-words-form",
            ),
        ]
    )


def labelled(label: str, field_id: str, field: Any) -> html.Div:  # noqa: ANN401 - a component
    return html.Div([html.Label(label, htmlFor=field_id), field])
