"""The route by which a manager declares a mandate."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands.declare_mandate import declare_mandate
from dashboard.domain.access import Permission
from dashboard.workspace import Workspace

routes = guard.Routes()


@routes.on("/clients/<client_id>/mandate", allow=Permission.DECLARE_MANDATES, methods=("POST",))
def declare(workspace: Workspace, *, client_id: str) -> Response:
    client = declare_mandate(workspace, client_id)
    return flask.redirect(f"/clients/{client.id}/applications", code=303)
