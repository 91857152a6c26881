"""Compression of what is written anew for each request: pages, layouts and callbacks' answers."""

from __future__ import annotations

import gzip

import brotli
import flask

from dashboard.static_files.middleware import best_encoding

SMALLEST = 1024
COMPRESSED_TYPES = {"application/json", "text/html", "text/plain", "text/css", "text/csv"}
# Five is as fast as gzip's usual level on these bodies, and a tenth smaller than four.
QUALITY = 5


def compress(response: flask.Response) -> flask.Response:
    """Flask's `after_request` handler: brotli or gzip on text of more than a kilobyte."""
    if not _worth_it(response):
        return response
    response.vary.add("Accept-Encoding")
    encoding = best_encoding(flask.request.headers.get("Accept-Encoding"), ("br", "gzip"))
    if encoding == "identity":
        return response
    response.set_data(_compressed(response.get_data(), encoding))
    response.headers["Content-Encoding"] = encoding
    return response


def _worth_it(response: flask.Response) -> bool:
    if response.is_streamed or response.direct_passthrough or "Content-Encoding" in response.headers:
        return False
    return response.mimetype in COMPRESSED_TYPES and (response.content_length or 0) >= SMALLEST


def _compressed(body: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.compress(body, 6, mtime=0)
    smaller: bytes = brotli.compress(body, quality=QUALITY)
    return smaller
