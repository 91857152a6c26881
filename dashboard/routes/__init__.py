"""Addresses of our own beside the pages: rows, downloads, launches."""

from __future__ import annotations

import flask

from dashboard.routes import (
    client_list,
    exports,
    file,
    import_clients,
    launches,
    mandates,
    portfolio,
    presentation,
)

GROUPS = (client_list, exports, file, import_clients, mandates, portfolio, presentation)


def connect(server: flask.Flask) -> None:
    for group in GROUPS:
        group.routes.connect(server)
    server.register_blueprint(launches.launches)
