"""The screen: My account."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels import account
from dashboard.viewmodels.account import PasswordAnswer, Speech
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    title = workspace.language.text("My account")
    view = account.account(workspace)
    facts = [part for name, value in view.facts for part in (html.Dt(name), html.Dd(value))]
    body = [
        html.H1(title, tabIndex="-1"),
        html.Dl(facts, className="account-facts"),
        *password_section(workspace),
        html.H2(workspace.language.text("Language")),
        language_choice(view.languages),
    ]
    return Screen(title, html.Div(body))


def password_section(workspace: Workspace) -> list[Any]:
    text = workspace.language.text
    return [
        html.H2(text("Change my password")),
        html.Div(
            [
                *password_field(
                    text("Current password"),
                    ids.Account.CURRENT,
                    error=ids.Account.CURRENT_ERROR,
                    complete="current-password",
                ),
                *password_field(
                    text("New password"),
                    ids.Account.NEW,
                    error=ids.Account.NEW_ERROR,
                    complete="new-password",
                    hint=html.P(text("12 to 256 characters"), id=ids.Account.NEW_HINT, className="hint"),
                ),
                html.Button(text("Change my password"), id=ids.Account.CHANGE, className="btn btn-primary"),
                html.Div(id=ids.Account.ANSWER, role="status"),
            ],
            className="stack form",
        ),
    ]


def password_field(
    label: str, field: str, *, error: str, complete: str, hint: html.P | None = None
) -> list[Any]:
    describing = f"{error} {ids.Account.NEW_HINT}" if hint else error
    entry = dbc.Input(id=field, type="password", autocomplete=complete)
    return [
        html.Label(label, htmlFor=field),
        *([hint] if hint else []),
        html.Div(entry, **attributes(data_field="1", data_describedby=describing)),
        html.P(id=error, className="error", role="alert"),
    ]


def password_answer(answer: PasswordAnswer) -> dict[str, Any]:
    """What the form shows after a try; a wrong field keeps its text only while it is no secret: never."""
    return {
        "current_error": answer.current_error,
        "new_error": answer.new_error,
        "answer": html.P(answer.done, className="alert alert-success") if answer.done else "",
    }


def language_choice(languages: tuple[Speech, ...]) -> html.Form:
    buttons = [
        html.Button(
            speech.name,
            name="language",
            value=speech.code,
            lang=speech.tag,
            className="btn btn-primary" if speech.current else "btn",
            **(attributes(aria_current="true") if speech.current else {}),
        )
        for speech in languages
    ]
    return html.Form(buttons, method="post", action="/language", className="row stays-here")
