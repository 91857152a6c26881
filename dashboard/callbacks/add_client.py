"""Callbacks of the dialog that adds a client."""

from __future__ import annotations

import datetime
import re
from typing import Any

from dash import Input, Output, State, no_update

from dashboard import guard, ids
from dashboard.commands.add_client import add_client
from dashboard.commands.look_up import look_up
from dashboard.commands.send_request import check_wish, send_request
from dashboard.domain.access import Permission
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise
from dashboard.domain.keys import new_key, parse_key
from dashboard.domain.look_up import LookUp, Outcome
from dashboard.domain.requests import RequestAction, Wish
from dashboard.errors import AlreadyClient, BadRequest, DashboardError, Incomplete
from dashboard.pages import add_client_dialog as dialog
from dashboard.pages import request_steps
from dashboard.viewmodels.add_client import (
    found_client,
    offer,
    request_form,
    request_summary,
    said,
)
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Add = ids.AddClient
NUMBER = State(Add.NUMBER, "value")
KEY = State(Add.KEY, "data-key")
DAY = re.compile(r"\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*")
LONGEST = 400


@callbacks.on(
    {
        "found": Output(Add.FOUND, "children"),
        "error": Output(Add.NUMBER_ERROR, "children"),
        "choice_error": Output(Add.CHOICE_ERROR, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Add.CHECK, "n_clicks"),
    enters=Input(Add.NUMBER, "n_submit"),
    number=NUMBER,
    choice=State(Add.CHOICE, "value"),
)
def draw_found(
    workspace: Workspace, *, clicks: int | None, enters: int | None, number: object, choice: object
) -> dict[str, Any]:
    if not (clicks or enters):
        return answer(found=no_update)
    try:
        return answer(found=step_after_check(workspace, number, choice))
    except Incomplete as missing:
        return answer(choice_error=dialog.refused(workspace, said(workspace.language, missing)))
    except DashboardError as error:
        return answer(
            error=dialog.refused(workspace, said(workspace.language, error), client=client_of(error))
        )


def answer(**changed: object) -> dict[str, Any]:
    return {"found": [], "error": [], "choice_error": []} | changed


def step_after_check(workspace: Workspace, typed: object, choice: object) -> list[Any]:
    number = parse_number(workspace, typed)
    service = parse_choice(choice) if isinstance(number, CompanyNumber) else None
    found = look_up(workspace, number)
    if found.client is not None:
        raise AlreadyClient(name=found.client.entry.name, client=found.client.id)
    return step_for(workspace, found, service)


def step_for(workspace: Workspace, found: LookUp, service: Service | None) -> list[Any]:
    if found.outcome is Outcome.UNKNOWN:
        return dialog.offer_step(workspace, offer(workspace.language, found.number))
    view = found_client(workspace.language, found, choice=service)
    return dialog.found_step(workspace, view, key=new_key())


def client_of(error: DashboardError) -> str:
    return str(error.values.get("client", ""))


@callbacks.on(
    {
        "status": Output(Add.STATUS, "children"),
        "added": Output(Add.STATUS, "data-added"),
        "error": Output(Add.ADD_ERROR, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Add.ADD, "n_clicks"),
    number=NUMBER,
    key=KEY,
)
def show_added(workspace: Workspace, *, clicks: int | None, number: object, key: object) -> dict[str, Any]:
    if not clicks:
        return {"status": no_update, "added": no_update, "error": []}
    try:
        client = add_client(workspace, parse_number(workspace, number), key=parse_key(key))
    except DashboardError as error:
        refused = dialog.refused(workspace, said(workspace.language, error))
        return {"status": [], "added": no_update, "error": refused}
    banner = dialog.added_banner(workspace, client.entry.name)
    return {"status": banner, "added": f"{key}:{client.id}", "error": []}


@callbacks.on(
    Output(Add.REQUEST, "children"),
    allow=Permission.SEND_REQUESTS,
    clicks=Input(Add.CONTINUE, "n_clicks"),
    number=NUMBER,
    action=State(Add.ACTION, "value"),
)
def draw_request_form(workspace: Workspace, *, clicks: int | None, number: object, action: object) -> Any:  # noqa: ANN401 - components
    if not clicks:
        return no_update
    view = request_form(workspace, parse_number(workspace, number), action=parse_action(action))
    return request_steps.form_step(workspace, view)


FIELDS = {
    "number": NUMBER,
    "action": State(Add.ACTION, "value"),
    "name": State(Add.NAME, "value"),
    "effective": State(Add.EFFECTIVE, "value"),
    "contact": State(Add.CONTACT, "value"),
}


@callbacks.on(
    {
        "summary": Output(Add.SUMMARY, "children"),
        "name": Output(Add.NAME_ERROR, "children"),
        "effective": Output(Add.EFFECTIVE_ERROR, "children"),
        "contact": Output(Add.CONTACT_ERROR, "children"),
    },
    allow=Permission.SEND_REQUESTS,
    clicks=Input(Add.SUMMARISE, "n_clicks"),
    fields=FIELDS,
)
def draw_summary(workspace: Workspace, *, clicks: int | None, fields: dict[str, Any]) -> dict[str, Any]:
    blank: dict[str, Any] = {"summary": no_update, "name": [], "effective": [], "contact": []}
    if not clicks:
        return blank
    try:
        wish = parse_wish(workspace, fields)
        check_wish(workspace, wish)
    except Incomplete as missing:
        refused = dialog.refused(workspace, said(workspace.language, missing))
        return blank | {str(missing.values["field"]): refused}
    view = request_summary(workspace.language, wish)
    return blank | {"summary": request_steps.summary_step(workspace, view, key=new_key())}


@callbacks.on(
    {"sent": Output(Add.SENT, "children"), "error": Output(Add.SUBMIT_ERROR, "children")},
    allow=Permission.SEND_REQUESTS,
    clicks=Input(Add.SUBMIT, "n_clicks"),
    key=KEY,
    fields=FIELDS,
)
def show_sent(
    workspace: Workspace, *, clicks: int | None, key: object, fields: dict[str, Any]
) -> dict[str, Any]:
    if not clicks:
        return {"sent": no_update, "error": []}
    try:
        request = send_request(workspace, parse_wish(workspace, fields), key=parse_key(key))
    except DashboardError as error:
        return {"sent": [], "error": dialog.refused(workspace, said(workspace.language, error))}
    return {"sent": request_steps.sent_step(workspace, request), "error": []}


def parse_wish(workspace: Workspace, fields: dict[str, Any]) -> Wish:
    return Wish(
        number=parse_number(workspace, fields["number"]),
        action=parse_action(fields["action"]),
        name=parse_text(fields["name"]),
        effective=parse_day(fields["effective"]),
        contact=parse_text(fields["contact"]),
    )


def parse_number(workspace: Workspace, typed: object) -> CompanyNumber | RegisterNumber:
    return recognise(parse_text(typed), workspace.today)


def parse_text(typed: object) -> str:
    if typed is not None and not isinstance(typed, str):
        raise BadRequest
    return (typed or "")[:LONGEST].strip()


def parse_choice(choice: object) -> Service:
    if choice not in set(Service):
        raise Incomplete(
            "Select whether the client is affiliated as an employer or as a company", field="choice"
        )
    return Service(str(choice))


def parse_action(action: object) -> RequestAction:
    if action not in set(RequestAction):
        raise BadRequest
    return RequestAction(str(action))


def parse_day(typed: object) -> datetime.date:
    """Day, month, year, as Belgians write them."""
    written = DAY.fullmatch(parse_text(typed))
    try:
        day, month, year = map(int, written.groups()) if written else (0, 0, 0)
        return datetime.date(year, month, day)
    except ValueError:
        raise Incomplete("Enter the date as day/month/year", field="effective") from None
