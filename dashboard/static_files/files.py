"""One static file, its name by content, and the bodies that were compressed once and remembered."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import hashlib
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PREFIX = "/static/"
DIGITS = 16
SLOW_SIZE = 2_000_000
TEXT_TYPES = ("text/", "application/json", "application/javascript", "image/svg+xml")


@dataclasses.dataclass(frozen=True)
class StaticFile:
    """A file under an address that changes whenever its content does."""

    address: str
    media_type: str
    digest: str
    bodies: Mapping[str, bytes]


def digest_of(*bodies: bytes) -> str:
    found = hashlib.sha256()
    for body in bodies:
        found.update(hashlib.sha256(body).digest())
    return found.hexdigest()[:DIGITS]


def media_type_of(name: str) -> str:
    known = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
    return known.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def address_of(name: str, body: bytes) -> str:
    """`app.css` becomes `/static/app.0123456789abcdef.css`."""
    stem, dot, suffix = name.rpartition(".")
    return f"{PREFIX}{stem}.{digest_of(body)}{dot}{suffix}"


def static_file(*, address: str, body: bytes, cache: Path) -> StaticFile:
    media_type = media_type_of(address)
    return StaticFile(address, media_type, digest_of(body), _bodies(body, media_type=media_type, cache=cache))


def _bodies(body: bytes, *, media_type: str, cache: Path) -> dict[str, bytes]:
    if not media_type.startswith(TEXT_TYPES):
        return {"identity": body}
    digest = digest_of(body)
    return {
        "identity": body,
        "br": _remembered(cache / f"{digest}.br", lambda: _brotli(body)),
        "gzip": _remembered(cache / f"{digest}.gz", lambda: gzip.compress(body, 9, mtime=0)),
    }


def _brotli(body: bytes) -> bytes:
    # The full plotly.js takes 18 s at the best quality, and one second at this one.
    quality = 9 if len(body) > SLOW_SIZE else 11
    compressed: bytes = brotli.compress(body, quality=quality)
    return compressed


def _remembered(path: Path, compress: Callable[[], bytes]) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()
    body = compress()
    # A folder that cannot be written costs the next start some seconds, and nothing else.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f"{path.suffix}.{id(body)}")
        unfinished.write_bytes(body)
        unfinished.replace(path)
    return body
