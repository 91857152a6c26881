"""Asking the institution to affiliate or transfer a client, and taking the question back."""

from __future__ import annotations

from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.requests import Request, RequestAction, Wish, actions_for, earliest
from dashboard.errors import BadRequest, Incomplete
from dashboard.workspace import Workspace

LONGEST_NAME = 200
LONGEST_CONTACT = 320


def check_wish(workspace: Workspace, wish: Wish) -> None:
    if wish.action not in actions_for(wish.number):
        raise BadRequest
    if not 0 < len(wish.name) <= LONGEST_NAME:
        raise Incomplete("Enter the client's name", field="name")
    check_day(workspace, wish)
    if not 0 < len(wish.contact) <= LONGEST_CONTACT:
        raise Incomplete("Enter whom we can contact about this request", field="contact")


def check_day(workspace: Workspace, wish: Wish) -> None:
    first = earliest(wish.action, wish.service, today=workspace.today)
    if wish.effective < first:
        raise Incomplete(
            "The earliest possible date is {date}", field="effective", date=workspace.language.date(first)
        )
    if wish.action is RequestAction.TRANSFER and (wish.effective.month, wish.effective.day) != (1, 1):
        raise Incomplete("A transfer takes effect on 1 January", field="effective")


def send_request(workspace: Workspace, wish: Wish, *, key: str) -> Request:
    workspace.actor.require(Permission.SEND_REQUESTS)
    check_wish(workspace, wish)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        done = firm.once.result(key)
        if done is not None:
            return firm.requests.one(done)
        request = firm.requests.send(
            wish.number,
            action=wish.action,
            service=wish.service,
            name=wish.name,
            effective=wish.effective,
            contact=wish.contact,
        )
        firm.trail.record(Event.REQUEST_SENT, detail=request.reference)
        firm.once.keep(key, request.reference)
    return request


def withdraw_request(workspace: Workspace, reference: str) -> Request:
    workspace.actor.require(Permission.SEND_REQUESTS)
    with workspace.changing() as firm:
        withdrawn = firm.requests.withdraw(reference)
        firm.trail.record(Event.REQUEST_WITHDRAWN, detail=reference)
    return withdrawn
