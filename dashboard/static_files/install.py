"""Put the static files before an app, and their addresses into its page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flask

from dashboard.static_files import answers, collection, sources
from dashboard.static_files.middleware import StaticFiles

if TYPE_CHECKING:
    from collections.abc import Callable

    import dash

    from dashboard.static_files.collection import Collection

# Found by content, so every installation and every test of this tree may share it.
CACHE = sources.REPOSITORY / "var" / "static"
INLINE = re.compile(r"<script>.*?</script>", re.DOTALL)


def no_charts(_path: str) -> bool:
    return False


def install(
    app: dash.Dash, *, cache: Path = CACHE, has_charts: Callable[[str], bool] = no_charts
) -> Collection:
    """Call it last, when the app's pages and callbacks are known; `has_charts` says which paths draw some."""
    found = collection.collect(app, cache=cache)
    interpolate = app.interpolate_index

    def page(**parts: Any) -> str:  # noqa: ANN401 - Dash passes what it likes
        parts["scripts"] = _scripts(found, parts["scripts"])
        parts["css"] = _links(found, charts=has_charts(flask.request.path), prefix=_prefix(app))
        parts["favicon"] = _icon(found)
        return str(interpolate(**parts))  # type: ignore[no-untyped-call]

    app.interpolate_index = page  # type: ignore[method-assign, assignment]
    app.server.jinja_env.globals["static_address"] = found.address
    # Browsers ask here for the icon of an answer that is no page, such as a download.
    app.server.add_url_rule("/favicon.ico", "icon", lambda: flask.redirect(found.address("favicon.svg")))
    app.server.after_request(answers.compress)
    app.server.wsgi_app = StaticFiles(app.server.wsgi_app, found)  # type: ignore[method-assign]
    return found


def _prefix(app: dash.Dash) -> str:
    return str(app.config.requests_pathname_prefix)


def _scripts(found: Collection, scripts: str) -> str:
    tags = [f'<script src="{found.address(name)}"></script>' for name in ("app.js", "dash-renderer.js")]
    return "\n".join([*tags, *INLINE.findall(scripts)])


def _links(found: Collection, *, charts: bool, prefix: str) -> str:
    when = "preload" if charts else "prefetch"
    fetched = (f"{prefix}_dash-layout", f"{prefix}_dash-dependencies")
    return "\n".join(
        [
            f'<link rel="stylesheet" href="{found.address("app.css")}">',
            *(f'<link rel="preload" as="fetch" crossorigin="anonymous" href="{path}">' for path in fetched),
            f'<link rel="{when}" as="script" href="{found.address("plotly.js")}">',
        ]
    )


def _icon(found: Collection) -> str:
    names = [name for name in ("favicon.svg", "favicon.ico") if name in found.names]
    address = found.address(names[0]) if names else "data:,"
    return f'<link rel="icon" href="{address}">'
