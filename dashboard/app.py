"""The only place where the pieces meet."""

from __future__ import annotations

import os
from pathlib import Path

import flask
from dash import Dash, html
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard import auth, callback_bodies, callbacks, guard, headers, pages, routes, static_files
from dashboard.callbacks.frame import show_error
from dashboard.config import Settings
from dashboard.data.store import Store
from dashboard.exports import worker
from dashboard.pages.frame import shell

HERE = Path(__file__).parent
ASSETS = HERE / "assets" if (HERE / "assets").is_dir() else HERE.parent / "assets"
LARGEST_BODY = 8 * 1024 * 1024
INDEX = """<!DOCTYPE html>
<html lang="{lang}">
<head>
{{%metas%}}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Portefeuille</title>
{{%favicon%}}
{{%css%}}
</head>
<body>
{{%app_entry%}}
{{%config%}}
{{%scripts%}}
{{%renderer%}}
</body>
</html>
"""


class Portal(Dash):
    """Dash with the page's language in its first line."""

    def interpolate_index(self, **parts: object) -> str:  # type: ignore[override]
        page = INDEX.format(lang=auth.reader_language().tag).replace("{%", "\0").replace("%}", "\1")
        for name, value in parts.items():
            page = page.replace(f"\0{name}\1", str(value))
        return page


def create_app(settings: Settings, *, store: Store | None = None) -> Dash:
    """An app on its own store; several can live in one process."""
    server = flask.Flask("dashboard", template_folder=str(HERE / "templates"), static_folder=None)
    server.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        TRUSTED_HOSTS=list(settings.hosts),
    )
    server.extensions["portefeuille"] = {"store": store or Store.open(settings), "settings": settings}
    app = Portal(
        "dashboard",
        server=server,
        assets_folder=str(ASSETS),
        suppress_callback_exceptions=True,
        update_title=None,  # type: ignore[arg-type]
        on_error=show_error,
        compress=False,
        serve_locally=True,
    )
    app.layout = layout
    connect(app, settings)
    return app


def layout() -> html.Div:
    # Dash also draws the layout once before it serves anybody: then there is nobody to draw it for.
    return shell(guard.current_workspace()) if flask.g.get("workspace") else html.Div()


def connect(app: Dash, settings: Settings) -> None:
    auth.connect(app.server)
    app.server.before_request(refuse_unknown_paths)
    callbacks.connect(app)
    routes.connect(app.server)
    callback_bodies.connect(app)
    headers.connect(app, secure=not settings.is_demo)
    static_files.install(app, has_charts=draws_charts)
    if settings.proxies:
        app.server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.server.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies
        )


def draws_charts(path: str) -> bool:
    return path.endswith("/figures") or path.startswith("/snapshot/")


def refuse_unknown_paths() -> None:
    """Dash answers any path with its page: only those of PAGES may have it."""
    if flask.request.endpoint not in {"/", "/<path:path>"}:
        return
    if flask.request.path != "/" and pages.find(flask.request.path) is None:
        flask.abort(404)


def create_server() -> flask.Flask:
    """For any WSGI server: settings from the environment."""
    settings = Settings.read(os.environ)
    store = Store.open(settings)
    app = create_app(settings, store=store)
    warm(app.server)
    worker.start(store, settings)
    return app.server


def warm(server: flask.Flask) -> None:
    """One request to itself: Dash finishes its set-up in the first request, and not safely under threads."""
    with server.test_client() as client:
        client.get("/healthz", base_url="http://127.0.0.1")
