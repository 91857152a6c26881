"""Ways out of a client's file: applications, documents, contacts."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from dashboard import guard
from dashboard.commands import client_file
from dashboard.domain.access import Permission
from dashboard.domain.file import distinct, safe_file_name, served_type
from dashboard.domain.vcard import vcard
from dashboard.errors import BadRequest, NotAllowed
from dashboard.routes.attachments import attachment, zipped
from dashboard.workspace import Workspace

routes = guard.Routes()
VIEW = Permission.VIEW_CLIENTS


def refuse_links_from_elsewhere() -> None:
    """These addresses leave a record, so another site's link must not follow them in our reader's name."""
    if flask.request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}:
        raise NotAllowed("This request came from another site. Nothing was changed.")


@routes.on("/clients/<client>/applications/<key>/open", allow=VIEW)
def open_application(workspace: Workspace, *, client: str, key: str) -> Response:
    refuse_links_from_elsewhere()
    return flask.redirect(client_file.open_application(workspace, client, key=key))


@routes.on("/clients/<client>/documents/<document>", allow=VIEW)
def download_document(workspace: Workspace, *, client: str, document: str) -> Response:
    refuse_links_from_elsewhere()
    (taken,) = client_file.take_documents(workspace, client, document_ids=[document])
    name = safe_file_name(taken.document.file_name)
    return attachment(taken.content, name=name, media_type=served_type(taken.document.media_type))


@routes.on("/clients/<client>/documents.zip", allow=VIEW, methods=("POST",))
def download_documents(workspace: Workspace, *, client: str) -> Response:
    wanted = flask.request.form.getlist("documents")
    taken = client_file.take_documents(workspace, client, document_ids=wanted)
    names = distinct([safe_file_name(one.document.file_name) for one in taken])
    files = [(name, one.document.date, one.content) for name, one in zip(names, taken, strict=True)]
    with workspace.reading() as firm:
        owner = firm.clients.one(client).entry.name
    name = safe_file_name(f"{owner} {workspace.today}.zip")
    return attachment(zipped(files), name=name, media_type="application/zip")


@routes.on("/clients/<client>/contacts/<contact>.vcf", allow=VIEW)
def download_contact(workspace: Workspace, *, client: str, contact: str) -> Response:
    refuse_links_from_elsewhere()
    if not contact.isdecimal():
        raise BadRequest
    owner, person = client_file.take_contact(workspace, client, contact_id=int(contact))
    card = vcard(person, organisation=owner.entry.name)
    return attachment(card.encode(), name=safe_file_name(f"{person.name}.vcf"), media_type="text/vcard")
