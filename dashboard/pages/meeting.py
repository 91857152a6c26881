"""The meeting memory on the figures tab: agreed and happened, a new agreement, the next talking points."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes, cells, stacking_table
from dashboard.i18n import Language
from dashboard.pages.answers import row_head
from dashboard.pages.describe_client import labelled
from dashboard.pages.request_steps import field
from dashboard.pages.steps import error_place
from dashboard.viewmodels.meeting import AgreementLine, MeetingMemory, meeting_memory
from dashboard.viewmodels.periods import Choice
from dashboard.workspace import Workspace

Meeting = ids.Meeting
LINES = 6


def meeting_section(workspace: Workspace, client_id: str) -> html.Section | None:
    view = meeting_memory(workspace, client_id)
    if view is None:
        return None
    reader = workspace.language
    own = [agreement_form(view, reader), points_form(view, reader)] if view.may_edit else points(view, reader)
    agreed = html.Div(agreements(view, reader), id=Meeting.AGREED)
    return html.Section([html.H3(reader.text("Agreed and happened")), agreed, *own], className="meeting card")


def agreements(view: MeetingMemory, reader: Language) -> list[Any]:
    text = reader.text
    if not view.lines:
        return [html.P(text("Nothing has been agreed yet."), className="hint")]
    heads = [text("Decision"), text("Target"), text("Agreed on"), text("Then"), text("Now")]
    heads += [text("Drop")] if view.may_edit else []
    rows = [row(one, heads, view, reader) for one in view.lines]
    return [
        stacking_table(heads, rows, caption=html.Caption(text("Agreements"), className="visually-hidden"))
    ]


def row(one: AgreementLine, heads: list[str], view: MeetingMemory, reader: Language) -> html.Tr:
    told: list[Any] = [one.target, one.agreed, one.then or "–", one.now or "–"]
    told += [dropping(one, reader)] if view.may_edit else []
    return html.Tr([row_head(one.decision), *cells(heads[1:], told)], role="row")


def dropping(one: AgreementLine, reader: Language) -> html.Div:
    """Two steps, because it does not come back."""
    button = html.Button(
        reader.text("Drop this agreement"),
        id=ids.of_agreement(Meeting.DROP, one.id),
        className="btn btn-danger",
    )
    steps = html.Details([html.Summary(reader.text("Drop")), button])
    return html.Div(steps, id=ids.of_agreement(Meeting.DROPPED, one.id))


def agreement_form(view: MeetingMemory, reader: Language) -> html.Details:
    text = reader.text
    parts = [
        *field(text("Decision"), Meeting.DECISION, error=Meeting.DECISION_ERROR),
        labelled(text("Figure"), Meeting.METRIC, metric_choice(view.metrics, reader)),
        error_place(Meeting.METRIC_ERROR),
        *field(
            text("Target"),
            Meeting.TARGET,
            error=Meeting.TARGET_ERROR,
            hint=text("A number in the unit of the figure"),
        ),
        *field(text("By"), Meeting.DUE, error=Meeting.DUE_ERROR, hint=text("Day/month/year")),
        html.Button(text("Write it down"), id=Meeting.AGREE, className="btn btn-primary"),
        html.Div(id=Meeting.ANSWER, role="status"),
    ]
    body = html.Div(parts, className="own-words-form")
    return html.Details([html.Summary(text("Write down an agreement")), body])


def metric_choice(metrics: tuple[Choice, ...], reader: Language) -> html.Div:
    # An empty value would choose the invisible placeholder of the field.
    none = {"label": reader.text("No figure"), "value": "-"}
    options = [none, *({"label": one.label, "value": one.key} for one in metrics)]
    chosen = dbc.Select(id=Meeting.METRIC, options=options, value="-")
    return html.Div(chosen, **attributes(data_field="1", data_describedby=Meeting.METRIC_ERROR))


def points_form(view: MeetingMemory, reader: Language) -> html.Details:
    text = reader.text
    typed = dbc.Textarea(id=Meeting.POINTS, value=view.points, rows=LINES)
    drafted = [
        html.P(text("Drafted from the figures that stand out. Change them as you like."), className="hint")
    ]
    parts = [
        *(drafted if view.points_are_drafted else []),
        labelled(text("One talking point a line"), Meeting.POINTS, typed),
        html.Button(text("Save the talking points"), id=Meeting.KEEP_POINTS, className="btn"),
        html.Div(id=Meeting.POINTS_ANSWER, role="status"),
    ]
    body = html.Div(parts, className="own-words-form")
    return html.Details([html.Summary(text("Talking points of the next meeting")), body])


def points(view: MeetingMemory, reader: Language) -> list[html.Details]:
    """For readers: what the speaker's window shows too."""
    lines = [html.Li(line) for line in view.points.splitlines()]
    if not lines:
        return []
    title = html.Summary(reader.text("Talking points of the next meeting"))
    return [html.Details([title, html.Ul(lines, className="plain-list")])]
