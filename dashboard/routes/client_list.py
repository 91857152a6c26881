"""The client list's rows and saved filters as JSON, a client's star, and several clients in a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flask
import orjson
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands.export_clients import export_clients
from dashboard.commands.look_up import look_up_searched
from dashboard.commands.star_client import star_client
from dashboard.domain.access import Permission
from dashboard.domain.list_question import holds_register_number, parse
from dashboard.domain.selection import parse_ids
from dashboard.errors import BadRequest
from dashboard.routes.attachments import file_ending, spreadsheet
from dashboard.viewmodels.client_list import client_rows, matching_ids, recent_rows
from dashboard.viewmodels.saved_filters import kept_filters
from dashboard.viewmodels.spreadsheets import sheet_of
from dashboard.workspace import Workspace

routes = guard.Routes()


# A query that may become a register number is posted: addresses end up in logs, and reading counts nothing.
@routes.on("/api/clients", allow=Permission.VIEW_CLIENTS, methods=("GET", "POST"))
def list_clients(workspace: Workspace) -> flask.Response:
    question = parse(given())
    look_up_searched(workspace, question.query)
    return in_json(client_rows(workspace, question))


@routes.on("/api/clients/ids", allow=Permission.VIEW_CLIENTS, methods=("GET", "POST"))
def list_ids(workspace: Workspace) -> flask.Response:
    question = parse(given())
    look_up_searched(workspace, question.query)
    return in_json({"ids": matching_ids(workspace, question)})


@routes.on("/clients/export", allow=Permission.VIEW_CLIENTS, methods=("POST",))
def export(workspace: Workspace) -> Response:
    """The selection travels as an ordinary form, so the browser saves the answer by itself."""
    form = flask.request.form
    ending = file_ending(form.get("format", ""))
    sheet = sheet_of(workspace.language, export_clients(workspace, parse_ids(form.get("clients"))))
    return spreadsheet(workspace, sheet, ending=ending)


@routes.on("/api/clients/recent", allow=Permission.VIEW_CLIENTS)
def list_recent(workspace: Workspace) -> flask.Response:
    return in_json({"rows": recent_rows(workspace)})


@routes.on("/api/saved-filters", allow=Permission.VIEW_CLIENTS)
def list_filters(workspace: Workspace) -> flask.Response:
    return in_json({"filters": kept_filters(workspace).links})


@routes.on("/api/clients/<client>/favourite", allow=Permission.VIEW_CLIENTS, methods=("POST",))
def mark_favourite(workspace: Workspace, client: str) -> dict[str, Any]:
    body = flask.request.get_json(silent=True)
    wish = body.get("favourite") if isinstance(body, dict) else None
    if not isinstance(wish, bool):
        raise BadRequest
    star_client(workspace, client, on=wish)
    return {"favourite": wish}


def in_json(answer: object) -> flask.Response:
    return flask.Response(orjson.dumps(answer), mimetype="application/json")


def given() -> Mapping[str, str]:
    if flask.request.method == "GET":
        return in_address(flask.request.args.to_dict())
    body = flask.request.get_json(silent=True)
    if not isinstance(body, dict) or not all(isinstance(value, str) for value in body.values()):
        raise BadRequest
    return body


def in_address(values: Mapping[str, str]) -> Mapping[str, str]:
    if holds_register_number(values.get("q", "")):
        raise BadRequest
    return values
