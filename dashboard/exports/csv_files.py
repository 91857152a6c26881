"""A client's figures as lines of text, for the spreadsheets of this country and of others."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterator

from dashboard.i18n import N_, language
from dashboard.viewmodels.answers import Answer, Cell
from dashboard.viewmodels.report import Report
from dashboard.viewmodels.spreadsheets import harmless


@dataclasses.dataclass(frozen=True)
class Dialect:
    """What parts the cells, and what stands before decimals."""

    delimiter: str
    point: str


BELGIAN = Dialect(";", ",")
INTERNATIONAL = Dialect(",", ".")


def lines(report: Report, dialect: Dialect) -> bytes:
    """One line for each cell of each answer's table; the byte order mark tells Excel the encoding."""
    text = language(report.language).text
    headings = (N_("Title"), N_("Row"), N_("Column"), N_("Value"), N_("Unit"))
    rows = [tuple(text(heading) for heading in headings)]
    rows += [row for answer in report.answers for row in rows_of(answer, dialect)]
    file = io.StringIO()
    csv.writer(file, delimiter=dialect.delimiter, lineterminator="\r\n").writerows(rows)
    return f"\ufeff{file.getvalue()}".encode()


def rows_of(answer: Answer, dialect: Dialect) -> Iterator[tuple[str, ...]]:
    for name, *cells in answer.table.rows:
        for heading, cell in zip(answer.table.headings[1:], cells, strict=True):
            said = (answer.title, name.words, heading)
            value = written(cell, dialect)
            unit = answer.unit if cell.number is not None else ""
            yield (*(harmless(part) for part in said), value, harmless(unit))


def written(cell: Cell, dialect: Dialect) -> str:
    """A number without groups, at full precision; words that are no number cannot become a formula."""
    if cell.number is None:
        return harmless(cell.words)
    number = int(cell.number) if float(cell.number).is_integer() else cell.number
    return str(number).replace(".", dialect.point)
