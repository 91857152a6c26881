"""Downloads: always saved, never shown by the browser as a page of ours."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable

import flask
from werkzeug.wrappers import Response

from dashboard.domain.file import safe_file_name
from dashboard.errors import BadRequest
from dashboard.viewmodels.spreadsheets import Sheet, as_csv, as_workbook
from dashboard.workspace import Workspace

FILES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


def attachment(content: bytes, *, name: str, media_type: str) -> Response:
    answer = flask.send_file(
        io.BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, max_age=0
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def file_ending(asked: str) -> str:
    """One of the kinds of spreadsheet that a screen can ask for."""
    if asked not in FILES:
        raise BadRequest
    return asked


def spreadsheet(workspace: Workspace, sheet: Sheet, *, ending: str) -> Response:
    """Named after what is in it and the day."""
    point = workspace.language.layout.point
    content = as_workbook(sheet) if ending == "xlsx" else as_csv(sheet, point=point).encode()
    name = safe_file_name(f"{sheet.title} {workspace.today}.{ending}")
    return attachment(content, name=name, media_type=FILES[ending])


def zipped(files: Iterable[tuple[str, datetime.date, bytes]]) -> bytes:
    """One file that holds several, each under its own name and day."""
    holder = io.BytesIO()
    with zipfile.ZipFile(holder, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, day, content in files:
            info = zipfile.ZipInfo(name, date_time=(max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return holder.getvalue()
