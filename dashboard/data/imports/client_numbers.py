"""Reads a list of numbers from a CSV or Excel file of limited size."""

from __future__ import annotations

import csv
import io
import itertools
import zipfile

import openpyxl

from dashboard.domain.number_list import COLUMNS, MOST_LINES, GivenLine, lines_of_rows
from dashboard.errors import Incomplete

LARGEST = 1_000_000
LARGEST_UNPACKED = 20_000_000
MOST_COLUMNS = 3
ZIP_START = b"PK\x03\x04"


def read_client_numbers(content: bytes) -> tuple[GivenLine, ...]:
    if len(content) > LARGEST:
        raise Incomplete("A file may hold 1 MB and 2,000 lines. Split it and try again.", field="file")
    rows = rows_of_excel(content) if content.startswith(ZIP_START) else rows_of_csv(content)
    return lines_of_rows(rows[: MOST_LINES + 1])


def rows_of_csv(content: bytes) -> list[list[str]]:
    text = text_of(content)
    separator = COLUMNS.search(text.splitlines()[0]) if text.strip() else None
    read = csv.reader(io.StringIO(text, newline=""), delimiter=separator.group() if separator else ";")
    try:
        rows = list(itertools.islice(read, MOST_LINES + 1))
    except csv.Error:
        raise unreadable() from None
    return [[cell.strip() for cell in row[:MOST_COLUMNS]] for row in rows]


def text_of(content: bytes) -> str:
    if b"\0" in content:
        raise unreadable()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def rows_of_excel(content: bytes) -> list[list[str]]:
    """The first sheet, read as a stream and no further than the limits."""
    try:
        refuse_bombs(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)
        return [[cell_text(cell) for cell in row] for row in rows]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError, SyntaxError):
        # Each is how openpyxl says that a part of the workbook is missing or broken.
        raise unreadable() from None


def refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
            raise ValueError


def cell_text(cell: object) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def unreadable() -> Incomplete:
    return Incomplete(
        "This file cannot be read. Save it as CSV or Excel (.xlsx) and try again.", field="file"
    )
