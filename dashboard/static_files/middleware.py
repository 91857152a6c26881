"""The WSGI layer that answers for static files before the app is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.http import parse_accept_header
from werkzeug.wrappers import Request, Response

from dashboard.static_files import files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from dashboard.static_files.collection import Collection
    from dashboard.static_files.files import StaticFile

FOR_GOOD = "public, max-age=31536000, immutable"
PROTECTION = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def best_encoding(header: str | None, offered: Iterable[str]) -> str:
    """Choose among `br`, `gzip` and `identity`: the smallest that the browser accepts."""
    accepted = parse_accept_header(header)
    named = {encoding for encoding, quality in accepted if quality > 0}
    return next(
        (encoding for encoding in ("br", "gzip") if encoding in offered and encoding in named), "identity"
    )


class StaticFiles:
    """Serves a collection of static files, and hands every other request on."""

    def __init__(self, app: WSGIApplication, collection: Collection) -> None:
        self.app = app
        self.collection = collection

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not environ.get("PATH_INFO", "").startswith(files.PREFIX):
            return self.app(environ, start_response)
        response = self._answer(Request(environ))
        response.headers.update(PROTECTION)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        file = self.collection.files.get(request.path)
        if file is None:
            return Response(status=404, headers={"Cache-Control": "no-store"})
        if request.method not in {"GET", "HEAD"}:
            return Response(status=405, headers={"Allow": "GET, HEAD"})
        return _found(file, request)


def _found(file: StaticFile, request: Request) -> Response:
    encoding = best_encoding(request.headers.get("Accept-Encoding"), file.bodies)
    response = Response(file.bodies[encoding], content_type=f"{file.media_type}; charset=utf-8")
    response.headers["Cache-Control"] = FOR_GOOD
    response.headers["Vary"] = "Accept-Encoding"
    if encoding != "identity":
        response.headers["Content-Encoding"] = encoding
    response.set_etag(f"{file.digest}-{encoding}")
    response.make_conditional(request)
    return response
