"""Callbacks of the screen requests."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State, html, no_update

from dashboard import guard, ids
from dashboard.commands.send_request import withdraw_request
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest
from dashboard.pages.requests import table
from dashboard.viewmodels.requests import request_list
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {"table": Output(ids.Requests.TABLE, "children"), "status": Output(ids.Requests.STATUS, "children")},
    allow=Permission.SEND_REQUESTS,
    clicks=Input(ids.Requests.CONFIRM, "n_clicks"),
    reference=State(ids.Requests.REFERENCE, "data-reference"),
)
def draw_withdrawn(workspace: Workspace, *, clicks: int | None, reference: object) -> dict[str, Any]:
    if not clicks:
        return {"table": no_update, "status": no_update}
    if not isinstance(reference, str):
        raise BadRequest
    withdrawn = withdraw_request(workspace, reference)
    sentence = workspace.language.text("The request {reference} is withdrawn.", reference=withdrawn.reference)
    return {
        "table": table(workspace, request_list(workspace)),
        "status": html.P(sentence, className="alert alert-success"),
    }
