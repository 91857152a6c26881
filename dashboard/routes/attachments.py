"""Downloads: always saved, never shown by the browser as a page of ours."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable

import flask
from werkzeug.wrappers import Response


def attachment(content: bytes, *, name: str, media_type: str) -> Response:
    answer = flask.send_file(
        io.BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, max_age=0
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def zipped(files: Iterable[tuple[str, datetime.date, bytes]]) -> bytes:
    """One file that holds several, each under its own name and day."""
    holder = io.BytesIO()
    with zipfile.ZipFile(holder, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, day, content in files:
            info = zipfile.ZipInfo(name, date_time=(max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return holder.getvalue()
