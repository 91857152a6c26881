"""Clients as a spreadsheet: what the list shows, with cells that no program runs as a formula."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell

from dashboard.data.client_list import ListLine
from dashboard.i18n import N_, Language
from dashboard.viewmodels.client_list import affiliations_of, number_of

# A spreadsheet would run these as a formula, also in their wide East Asian shapes and behind spaces.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
HEADINGS = (
    N_("Client"),
    N_("Trade name"),
    N_("Number"),
    N_("Reference"),
    N_("Municipality"),
    N_("Affiliations"),
    N_("FTE"),
    N_("Tags"),
    N_("My own tags"),
)
Cell = str | float | None


@dataclasses.dataclass(frozen=True)
class Sheet:
    """Headings and rows; numbers stay numbers, and what is not known stays empty."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_of(language: Language, lines: Iterable[ListLine]) -> Sheet:
    return Sheet(
        title=language.text("Clients"),
        headings=tuple(language.text(heading) for heading in HEADINGS),
        rows=tuple(row_of(language, line) for line in lines),
    )


def row_of(language: Language, line: ListLine) -> tuple[Cell, ...]:
    number = "".join(text for text, _hit in number_of(language, line, ""))
    affiliations = ", ".join(affiliations_of(language, line))
    return (
        line.name,
        line.trade_name,
        number,
        line.reference,
        line.municipality,
        affiliations,
        line.fte,
        ", ".join(line.tags),
        ", ".join(line.own_tags),
    )


def as_csv(sheet: Sheet, *, point: str) -> str:
    """For the spreadsheets of this country: semicolons, and the decimal sign of the reader."""
    rows = [[as_text(cell, point=point) for cell in row] for row in (sheet.headings, *sheet.rows)]
    return written(rows)


def written(rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)
    return "\ufeff" + file.getvalue()


def as_text(cell: Cell, *, point: str) -> str:
    if isinstance(cell, float):
        return str(cell).replace(".", point)
    return harmless(cell or "")


def harmless(text: str) -> str:
    """An apostrophe makes a formula a text; what cannot be seen cannot hide one."""
    seen = CONTROLS.sub(" ", text)
    return f"'{seen}" if is_formula(seen) else seen


def is_formula(text: str) -> bool:
    return text.lstrip().startswith(FORMULA_STARTS)


def as_workbook(sheet: Sheet) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    for row in (sheet.headings, *sheet.rows):
        page.append([workbook_cell(page, cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook_cell(page: object, cell: Cell) -> Any:  # noqa: ANN401 - a value or openpyxl's cell
    """What looks like a formula is marked as text, so that it is none, now or when it is edited."""
    if not isinstance(cell, str):
        return cell
    seen = CONTROLS.sub(" ", cell)
    if not is_formula(seen):
        return seen or None
    made = WriteOnlyCell(page, value=seen)
    made.data_type, made.quotePrefix = "s", True
    return made
