"""The steps of a request: a short form, a summary, a reference."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.requests import Request
from dashboard.pages.steps import back_button, buttons, error_place, heading
from dashboard.viewmodels.add_client import RequestForm, RequestSummary
from dashboard.workspace import Workspace

Add = ids.AddClient


def form_step(workspace: Workspace, view: RequestForm) -> list[Any]:
    text = workspace.language.text
    day_hint = text("Day/month/year. {explained}", explained=view.explained)
    contact_hint = text("An e-mail address or a telephone number")
    return [
        heading(view.asked),
        html.P(view.number, className="file-facts"),
        *field(text("Client's name"), Add.NAME, error=Add.NAME_ERROR),
        *field(text("From"), Add.EFFECTIVE, error=Add.EFFECTIVE_ERROR, value=view.effective, hint=day_hint),
        *field(
            text("Contact for this request"),
            Add.CONTACT,
            error=Add.CONTACT_ERROR,
            value=view.contact,
            hint=contact_hint,
        ),
        buttons(
            back_button(workspace, Add.REQUEST),
            html.Button(text("Continue"), id=Add.SUMMARISE, type="button", className="btn btn-primary"),
        ),
    ]


def field(label: str, place: str, *, error: str, value: str = "", hint: str = "") -> list[Any]:
    hint_id = f"{place}-hint"
    described = f"{error} {hint_id}" if hint else error
    return [
        html.Label(label, htmlFor=place),
        html.P(hint, id=hint_id, className="hint") if hint else None,
        html.Div(
            dbc.Input(id=place, type="text", value=value, autocomplete="off"),
            **attributes(data_field="1", data_describedby=described),
        ),
        error_place(error),
    ]


def summary_step(workspace: Workspace, view: RequestSummary, *, key: str) -> list[Any]:
    text = workspace.language.text
    pairs = [part for label, value in view.lines for part in (html.Dt(label), html.Dd(value))]
    return [
        heading(text("Check your request")),
        html.Dl(pairs, className="summary"),
        error_place(Add.SUBMIT_ERROR),
        html.Div(id=Add.KEY, **attributes(data_key=key)),
        buttons(
            back_button(workspace, Add.SUMMARY),
            html.Button(
                text("Submit the request"), id=Add.SUBMIT, type="button", className="btn btn-primary"
            ),
        ),
    ]


def sent_step(workspace: Workspace, request: Request) -> list[Any]:
    text = workspace.language.text
    sentence = text("Your request is submitted. Its reference is {reference}.", reference=request.reference)
    return [
        heading(text("Request submitted")),
        html.P(sentence, role="status"),
        html.P(text("You follow it on the page Requests.")),
        buttons(
            html.Button(
                text("Close"), type="button", className="btn btn-primary", **attributes(data_close="true")
            ),
        ),
    ]
