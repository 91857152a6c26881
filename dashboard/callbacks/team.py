"""Callbacks of the screen team."""

from __future__ import annotations

from typing import Any

import flask
from dash import MATCH, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.commands import manage_team
from dashboard.commands.mail_link import mail_link
from dashboard.domain.access import Permission, Role
from dashboard.errors import BadRequest, DashboardError, UnfitAddress, UnfitName
from dashboard.i18n import LANGUAGES, Language, language
from dashboard.ids import of_colleague
from dashboard.pages import team as page
from dashboard.viewmodels import team
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
ORDERS = {page.DISABLE: manage_team.disable_colleague, page.ENABLE: manage_team.enable_colleague}


@callbacks.on(
    {
        "state": Output(of_colleague(ids.Team.STATE, MATCH), "children"),
        "label": Output(of_colleague(ids.Team.SWITCH, MATCH), "children"),
        "order": Output(of_colleague(ids.Team.SWITCH, MATCH), "value"),
        "no_link": Output(of_colleague(ids.Team.NEW_LINK, MATCH), "hidden"),
    },
    allow=Permission.MANAGE_TEAM,
    clicks=Input(of_colleague(ids.Team.SWITCH, MATCH), "n_clicks"),
    order=State(of_colleague(ids.Team.SWITCH, MATCH), "value"),
    button=State(of_colleague(ids.Team.SWITCH, MATCH), "id"),
)
def show_account_state(workspace: Workspace, *, clicks: object, order: object, button: object) -> Any:  # noqa: ANN401
    """The button carries its order, so that a second press does not undo the first."""
    if not clicks:
        raise PreventUpdate
    if not isinstance(order, str) or order not in ORDERS:
        raise BadRequest
    user_id = colleague_of(button)
    ORDERS[order](workspace, user_id)
    return page.changing_parts(workspace, team.colleague(workspace, user_id))


@callbacks.on(
    {
        "role": Output(of_colleague(ids.Team.SHOWN_ROLE, MATCH), "children"),
        "said": Output(of_colleague(ids.Team.ROLE_CHANGED, MATCH), "children"),
    },
    allow=Permission.MANAGE_TEAM,
    clicks=Input(of_colleague(ids.Team.CHANGE_ROLE, MATCH), "n_clicks"),
    role=State(of_colleague(ids.Team.OTHER_ROLE, MATCH), "value"),
    button=State(of_colleague(ids.Team.CHANGE_ROLE, MATCH), "id"),
)
def show_role(workspace: Workspace, *, clicks: object, role: object, button: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    user_id = colleague_of(button)
    manage_team.change_role(workspace, user_id, role_of(role))
    line = team.colleague(workspace, user_id)
    return {"role": line.role, "said": team.role_changed(workspace, line)}


@callbacks.on(
    Output(of_colleague(ids.Team.LINK, MATCH), "children"),
    allow=Permission.MANAGE_TEAM,
    clicks=Input(of_colleague(ids.Team.NEW_LINK, MATCH), "n_clicks"),
    button=State(of_colleague(ids.Team.NEW_LINK, MATCH), "id"),
)
def show_new_link(workspace: Workspace, *, clicks: object, button: object) -> Any:  # noqa: ANN401 - components
    if not clicks:
        raise PreventUpdate
    user_id = colleague_of(button)
    token = manage_team.renew_link(workspace, user_id)
    line = team.colleague(workspace, user_id)
    return link_box(workspace, token, name=line.name, email=line.email, reader=language(line.language))


@callbacks.on(
    {
        "name_error": Output(ids.Team.NAME_ERROR, "children"),
        "email_error": Output(ids.Team.EMAIL_ERROR, "children"),
        "invited": Output(ids.Team.INVITED, "children"),
        "colleagues": Output(ids.Team.COLLEAGUES, "children"),
    },
    allow=Permission.MANAGE_TEAM,
    clicks=Input(ids.Team.INVITE, "n_clicks"),
    entered=Input(ids.Team.EMAIL, "n_submit"),
    name=State(ids.Team.NAME, "value"),
    email=State(ids.Team.EMAIL, "value"),
    role=State(ids.Team.ROLE, "value"),
    chosen=State(ids.Team.LANGUAGE, "value"),
)
def show_invitation(workspace: Workspace, **typed: object) -> dict[str, Any]:
    name, email = (str(typed[part] or "") for part in ("name", "email"))
    role, reader = role_of(typed["role"]), language_of(typed["chosen"])
    who = {"name": name, "email": email, "language": reader.code}
    try:
        token = manage_team.invite_colleague(workspace, role=role, **who)
    except (UnfitName, UnfitAddress) as unfit:
        return answered(workspace, refused=unfit)
    return answered(workspace) | {
        "invited": link_box(workspace, token, name=name, email=email.strip().lower(), reader=reader),
        "colleagues": page.colleagues(workspace),
    }


def answered(workspace: Workspace, *, refused: DashboardError | None = None) -> dict[str, Any]:
    """Each error beside its own field; the list stays as it is."""
    sentence = workspace.language.text(refused.sentence) if refused else ""
    return {
        "name_error": sentence if isinstance(refused, UnfitName) else "",
        "email_error": sentence if isinstance(refused, UnfitAddress) else "",
        "invited": "",
        "colleagues": no_update,
    }


def link_box(workspace: Workspace, token: str, *, name: str, email: str, reader: Language) -> Any:  # noqa: ANN401 - components
    address = flask.url_for("pages.invitation", token=token, _external=True)
    delivery = mail_link(workspace, email=email, address=address, reader=reader)
    link = team.one_time_link(workspace, name=name, email=email, address=address, delivery=delivery)
    return page.link_box(workspace, link)


def colleague_of(button: object) -> int:
    found = button.get("colleague") if isinstance(button, dict) else None
    if type(found) is not int:
        raise BadRequest
    return found


def role_of(value: object) -> Role:
    if not isinstance(value, str) or value not in set(Role):
        raise BadRequest
    return Role(value)


def language_of(value: object) -> Language:
    if not isinstance(value, str) or value not in LANGUAGES:
        raise BadRequest
    return language(value)
