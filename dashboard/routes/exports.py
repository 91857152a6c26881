"""Files of a client's figures: made at once, fetched when they are done, or frozen under a code."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.domain.access import Permission
from dashboard.domain.exports import MEDIA_TYPES, SLOW, Order, format_of, names_of
from dashboard.errors import BadRequest
from dashboard.exports.files import WRITTEN, file_name
from dashboard.exports.orders import ask_for_export, take_export, take_report, take_snapshot
from dashboard.i18n import LANGUAGES
from dashboard.routes.attachments import attachment
from dashboard.viewmodels.report import Shown
from dashboard.workspace import Workspace

routes = guard.Routes()
VIEW = Permission.VIEW_CLIENTS


@routes.on("/clients/<client>/figures/export", allow=VIEW, methods=("POST",))
def export(workspace: Workspace, *, client: str) -> Response:
    """What is quick is saved by the browser; for the rest the page of exports says how far it is."""
    order = ordered(client)
    if order.format in SLOW:
        ask_for_export(workspace, order)
        return flask.redirect("/exports", code=303)
    report = take_report(workspace, order)
    name = file_name(report, order.format)
    return attachment(WRITTEN[order.format](report), name=name, media_type=MEDIA_TYPES[order.format])


def ordered(client: str) -> Order:
    form = flask.request.form
    language = form.get("language", "")
    if language not in LANGUAGES:
        raise BadRequest
    return Order(
        client_id=client,
        format=format_of(form.get("format", "")),
        language=language,
        names=names_of(form.get("names", "")),
        period=form.get("period", "")[:40],
        comparison=form.get("compare", "")[:16],
        code=form.get("code", "")[:16],
    )


@routes.on("/exports/<export>/file", allow=VIEW)
def fetch(workspace: Workspace, *, export: str) -> Response:
    found, content = take_export(workspace, export)
    return attachment(content, name=found.file_name, media_type=MEDIA_TYPES[found.order.format])


@routes.on("/clients/<client>/figures/snapshot", allow=VIEW, methods=("POST",))
def snapshot(workspace: Workspace, *, client: str) -> Response:
    form = flask.request.form
    code = take_snapshot(workspace, client, Shown(form.get("period", ""), form.get("compare", "")))
    return flask.redirect(f"/snapshot/{code}", code=303)
