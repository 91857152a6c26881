"""What applications ask without signing in: the key set, and the demo's stand-in for an application."""

from __future__ import annotations

import flask

from dashboard import auth
from dashboard.data.launches import Launch, LaunchKey, verify
from dashboard.domain import applications
from dashboard.domain.applications import Application
from dashboard.domain.identifiers import CompanyNumber
from dashboard.errors import InvalidIdentifier, LaunchRefused, NotFound
from dashboard.viewmodels.applications import said

launches = flask.Blueprint("launches", __name__)


@launches.get("/.well-known/jwks.json")
def keys() -> flask.Response:
    return flask.jsonify(LaunchKey(auth.settings().secret_key).key_set)


@launches.get("/stand-in/<key>")
def stand_in(key: str) -> str:
    """Plays the application in the demo: shows the client it was opened on, or refuses."""
    if not auth.settings().is_demo:
        raise NotFound
    application = applications.application(key)
    launch = launch_by_token(application) if "{token}" in application.address else launch_by_number()
    reader = auth.reader_language()
    number = CompanyNumber(launch.number).printed if launch.number else ""
    name = said(application.labels, reader)
    return auth.draw("stand_in.html", application=name, client=launch.name, number=number)


def launch_by_token(application: Application) -> Launch:
    key_set = LaunchKey(auth.settings().secret_key).key_set
    token = flask.request.args.get("token", "")
    return verify(token, key_set=key_set, application=application.key, now=auth.store().clock())


def launch_by_number() -> Launch:
    try:
        number = CompanyNumber.parse(flask.request.args.get("number", ""))
    except InvalidIdentifier:
        raise LaunchRefused from None
    return Launch(client_id="", name="", number=number.digits)
