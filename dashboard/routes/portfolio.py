"""The rows of the portfolio as JSON, and all of it in a file."""

from __future__ import annotations

from urllib.parse import parse_qsl

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands.export_portfolio import export_portfolio
from dashboard.domain.access import Permission
from dashboard.domain.portfolio_question import parse
from dashboard.routes.attachments import file_ending, spreadsheet
from dashboard.routes.client_list import in_json
from dashboard.viewmodels.portfolio import portfolio_rows
from dashboard.viewmodels.portfolio_sheet import portfolio_sheet
from dashboard.workspace import Workspace

routes = guard.Routes()


@routes.on("/api/portfolio", allow=Permission.VIEW_CLIENTS)
def list_portfolio(workspace: Workspace) -> flask.Response:
    return in_json(portfolio_rows(workspace, parse(flask.request.args.to_dict())))


@routes.on("/portfolio/export", allow=Permission.VIEW_CLIENTS, methods=("POST",))
def export(workspace: Workspace) -> Response:
    """What the address asks travels as an ordinary form, so the browser saves the answer by itself."""
    form = flask.request.form
    ending = file_ending(form.get("format", ""))
    question = parse(dict(parse_qsl(form.get("question", "").lstrip("?"))))
    sheet = portfolio_sheet(workspace.language, export_portfolio(workspace, question))
    return spreadsheet(workspace, sheet, ending=ending)
