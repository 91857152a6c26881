"""The dialog that adds a client: it is on every page, and one step of it is visible at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.access import Permission
from dashboard.pages.steps import back_button, buttons, cancel_button, dialog, error_place, heading
from dashboard.viewmodels.add_client import CHOICES, FoundClient, Offer
from dashboard.workspace import Workspace

Add = ids.AddClient


def open_button(workspace: Workspace) -> html.Button | None:
    """The button that opens the dialog, for people who may add."""
    if not workspace.may(Permission.EDIT_CLIENTS):
        return None
    text = workspace.language.text("Add a client")
    return html.Button(text, type="button", className="btn btn-primary", **attributes(data_add_client="true"))


def dialogs(workspace: Workspace) -> list[Any]:
    if not workspace.may(Permission.EDIT_CLIENTS):
        return []
    text = workspace.language.text
    steps = [
        html.Div(number_form(workspace), className="step add-form"),
        *(html.Div(id=place, className="step") for place in (Add.FOUND, Add.REQUEST, Add.SUMMARY, Add.SENT)),
    ]
    title = html.H2(text("Add a client"), id=Add.TITLE, className="modal-title")
    return [
        html.Div(id=Add.STATUS, role="status", className="messages", tabIndex="-1"),
        dialog(
            workspace, [title, html.Div(steps, className="steps")], place=Add.DIALOG, labelledby=Add.TITLE
        ),
    ]


def number_form(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    hint = text("11 or 10 digits, with or without dots, dashes and spaces")
    field = dbc.Input(id=Add.NUMBER, type="text", autocomplete="off")
    return [
        html.Label(text("National register or enterprise number"), htmlFor=Add.NUMBER),
        html.P(hint, id=Add.NUMBER_HINT, className="hint"),
        html.Div(
            field,
            **attributes(
                data_field="1",
                data_describedby=f"{Add.NUMBER_ERROR} {Add.NUMBER_HINT}",
            ),
        ),
        error_place(Add.NUMBER_ERROR),
        recognised(workspace),
        choice(workspace),
        buttons(
            cancel_button(workspace),
            html.Button(text("Check"), id=Add.CHECK, type="button", className="btn btn-primary"),
        ),
    ]


def recognised(workspace: Workspace) -> html.P:
    """Says which kind of number is typed; the browser chooses the sentence."""
    text = workspace.language.text
    return html.P(
        className="hint recognised",
        role="status",
        **attributes(
            data_register=text("Recognised: national register number"),
            data_bis=text("Recognised: BIS number"),
            data_enterprise=text("Recognised: enterprise number"),
        ),
    )


def choice(workspace: Workspace) -> html.Fieldset:
    text = workspace.language.text
    options = [{"label": text(label), "value": service.value} for service, label in CHOICES]
    return html.Fieldset(
        [
            html.Legend(text("How is this client affiliated?")),
            dbc.RadioItems(id=Add.CHOICE, options=options, name=Add.CHOICE, className="radios"),
            error_place(Add.CHOICE_ERROR),
        ],
        className="add-choice",
        **attributes(aria_describedby=Add.CHOICE_ERROR),
    )


def refused(workspace: Workspace, sentence: str, *, client: str = "") -> list[Any]:
    text = workspace.language.text
    link = dcc.Link(text("Open the client's file"), href=f"/clients/{client}/applications")
    return [
        html.Span(text("Error:"), className="visually-hidden"),
        html.Span(sentence),
        *([link] if client else []),
    ]


def found_step(workspace: Workspace, view: FoundClient, *, key: str) -> list[Any]:
    text = workspace.language.text
    facts = [html.Span(fact) for fact in (view.number, view.place) if fact]
    access = text("You see the client's file once a mandate is on record: adding alone opens nothing.")
    return [
        heading(text("Client found")),
        html.P(html.Strong(view.name)),
        html.P(facts, className="file-facts"),
        html.Ul([html.Li(sentence) for sentence in view.affiliations]),
        html.P(view.not_held, className="alert alert-warning") if view.not_held else None,
        html.P(access, className="hint"),
        error_place(Add.ADD_ERROR),
        html.Div(id=Add.KEY, **attributes(data_key=key)),
        buttons(
            back_button(workspace, Add.FOUND),
            html.Button(text("Add to my list"), id=Add.ADD, type="button", className="btn btn-primary"),
        ),
    ]


def offer_step(workspace: Workspace, view: Offer) -> list[Any]:
    text = workspace.language.text
    return [
        heading(text("Not affiliated yet")),
        html.P(text("This number is correct, but this client is not affiliated yet")),
        html.P(view.number, className="file-facts"),
        html.Fieldset(
            [
                html.Legend(text("What would you like to ask?")),
                dbc.RadioItems(
                    id=Add.ACTION,
                    name=Add.ACTION,
                    options=[{"label": label, "value": action.value} for action, label in view.choices],
                    value=view.choices[0][0].value,
                    className="radios",
                ),
            ]
        ),
        buttons(
            back_button(workspace, Add.FOUND),
            html.Button(text("Continue"), id=Add.CONTINUE, type="button", className="btn btn-primary"),
        ),
    ]


def added_banner(workspace: Workspace, name: str) -> Sequence[Any]:
    sentence = workspace.language.text("{name} was added to your list", name=name)
    return [html.P(sentence, className="alert alert-success")]
