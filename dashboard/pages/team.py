"""The screen: Team."""

from __future__ import annotations

from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard import ids
from dashboard.components import attributes
from dashboard.domain.access import Role
from dashboard.ids import of_colleague
from dashboard.pages.address import Address, Screen
from dashboard.viewmodels import team
from dashboard.viewmodels.team import ColleagueLine, OneTimeLink
from dashboard.workspace import Workspace

DISABLE, ENABLE = "disable", "enable"


def layout(workspace: Workspace, _address: Address) -> Screen:
    text = workspace.language.text
    title = text("Team")
    body = [
        html.H1(title, tabIndex="-1"),
        html.Ul(colleagues(workspace), id=ids.Team.COLLEAGUES, className="team"),
        html.H2(text("Invite a colleague")),
        invitation(workspace),
    ]
    return Screen(title, html.Div(body))


def colleagues(workspace: Workspace) -> list[html.Li]:
    return [colleague(workspace, line) for line in team.team(workspace)]


def colleague(workspace: Workspace, line: ColleagueLine) -> html.Li:
    parts = changing_parts(workspace, line)
    who = [html.Strong(line.name), html.Span(line.email), shown_role(line)]
    state = html.Span(
        parts["state"], id=of_colleague(ids.Team.STATE, line.id), className="badge", role="status"
    )
    link = html.Div(id=of_colleague(ids.Team.LINK, line.id), role="status", className="team-link")
    return html.Li([html.Div([*who, state], className="team-person"), *actions(workspace, line), link])


def actions(workspace: Workspace, line: ColleagueLine) -> list[Any]:
    if line.is_oneself:
        return [html.Span(workspace.language.text("This is you"), className="hint")]
    parts = changing_parts(workspace, line)
    switch = html.Button(
        parts["label"],
        id=of_colleague(ids.Team.SWITCH, line.id),
        value=parts["order"],
        className="btn",
    )
    renew = html.Button(
        workspace.language.text("New link for {name}", name=line.name),
        id=of_colleague(ids.Team.NEW_LINK, line.id),
        hidden=parts["no_link"],
        className="btn",
    )
    return [html.Div([switch, renew], className="row"), other_role(workspace, line)]


def shown_role(line: ColleagueLine) -> html.Span:
    return html.Span(line.role, id=of_colleague(ids.Team.SHOWN_ROLE, line.id))


def other_role(workspace: Workspace, line: ColleagueLine) -> html.Div:
    text = workspace.language.text
    options = [{"value": value, "label": label} for value, label in team.role_choices(workspace)]
    choice = dbc.Select(
        id=of_colleague(ids.Team.OTHER_ROLE, line.id), options=options, value=line.role_value.value
    )
    label = text("Role of {name}", name=line.name)
    change = html.Button(
        text("Change the role of {name}", name=line.name),
        id=of_colleague(ids.Team.CHANGE_ROLE, line.id),
        className="btn",
    )
    said = html.Span(id=of_colleague(ids.Team.ROLE_CHANGED, line.id), role="status", className="hint")
    return html.Div(
        [html.Div(choice, **attributes(data_field="1", data_label=label)), change, said],
        className="row team-role",
    )


def changing_parts(workspace: Workspace, line: ColleagueLine) -> dict[str, Any]:
    """What a press on the colleague's button changes in place, so that the focus stays where it is."""
    return {
        "state": line.state,
        "label": switch_label(workspace, line),
        "order": ENABLE if line.disabled else DISABLE,
        "no_link": line.disabled,
    }


def switch_label(workspace: Workspace, line: ColleagueLine) -> str:
    if line.disabled:
        return workspace.language.text("Re-enable {name}", name=line.name)
    return workspace.language.text("Disable {name}", name=line.name)


def invitation(workspace: Workspace) -> html.Div:
    text = workspace.language.text
    options = [{"value": value, "label": label} for value, label in team.role_choices(workspace)]
    languages = [{"value": code, "label": name} for code, name in team.language_choices()]
    return html.Div(
        [
            *field(text("Name"), ids.Team.NAME, error=ids.Team.NAME_ERROR),
            *field(text("E-mail address"), ids.Team.EMAIL, error=ids.Team.EMAIL_ERROR),
            html.Label(text("Role"), htmlFor=ids.Team.ROLE),
            dbc.Select(id=ids.Team.ROLE, options=options, value=Role.READER.value),
            html.Label(text("Language of the invitation"), htmlFor=ids.Team.LANGUAGE),
            dbc.Select(id=ids.Team.LANGUAGE, options=languages, value=workspace.actor.language),
            html.Button(text("Invite"), id=ids.Team.INVITE, className="btn btn-primary"),
            html.Div(id=ids.Team.INVITED, role="status", className="team-link"),
        ],
        className="stack form",
    )


def field(label: str, name: str, *, error: str) -> list[Any]:
    entry = dbc.Input(id=name, type="text", autocomplete="off")
    return [
        html.Label(label, htmlFor=name),
        html.Div(entry, **attributes(data_field="1", data_describedby=error)),
        html.P(id=error, className="error", role="alert"),
    ]


def link_box(workspace: Workspace, link: OneTimeLink) -> html.Div:
    """A field, because a keyboard reaches it and selects all of it."""
    if not link.address:
        return html.Div(html.P(link.sentence), className="alert alert-success")
    label = workspace.language.text("One-time link")
    entry = dbc.Input(value=link.address, readonly=True)
    return html.Div(
        [html.P(link.sentence), html.Div(entry, **attributes(data_field="1", data_label=label))],
        className="alert alert-success",
    )
