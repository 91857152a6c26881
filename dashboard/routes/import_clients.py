"""The download of the lines that were not added."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands.import_clients import unsealed
from dashboard.domain.access import Permission
from dashboard.viewmodels.import_clients import rest_as_csv
from dashboard.workspace import Workspace

routes = guard.Routes()


@routes.on("/clients/import/rest", allow=Permission.EDIT_CLIENTS, methods=("POST",))
def rest(workspace: Workspace) -> Response:
    lines = unsealed(workspace, flask.request.form.get("lines"))
    answer = flask.Response(rest_as_csv(workspace.language, lines), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="clients.csv"'
    return answer
