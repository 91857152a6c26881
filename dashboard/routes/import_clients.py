"""The downloads of the import screen: an empty list to fill in, and the lines that were not added."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands.import_clients import unfinished_list
from dashboard.domain.access import Permission
from dashboard.errors import NotFound
from dashboard.viewmodels.import_clients import rest_as_csv, template_as_csv
from dashboard.workspace import Workspace

routes = guard.Routes()


@routes.on("/clients/import/template", allow=Permission.EDIT_CLIENTS)
def template(workspace: Workspace) -> Response:
    return csv_file(template_as_csv(workspace.language), name="template.csv")


@routes.on("/clients/import/rest", allow=Permission.EDIT_CLIENTS)
def rest(workspace: Workspace) -> Response:
    checked = unfinished_list(workspace)
    if checked is None:
        raise NotFound("This list is no longer there. Paste it again.")
    return csv_file(rest_as_csv(workspace.language, checked.lines), name="clients.csv")


def csv_file(text: str, *, name: str) -> Response:
    answer = flask.Response(text, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
