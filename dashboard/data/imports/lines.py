"""What imports of lists share: a CSV's lines, and a report of what was kept and what was refused."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import enum
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dashboard.data.administration import Administration
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import recognise
from dashboard.errors import DashboardError, ImportProblem

LARGEST_LIST = 50_000_000
Line = Mapping[str, str]
Row = Mapping[Any, Any]


class Outcome(enum.StrEnum):
    """What a good line did."""

    ADDED = "added"
    KNOWN = "known"


@dataclasses.dataclass(frozen=True)
class Refused:
    """A line that was left out, and why."""

    line: int
    reason: DashboardError


@dataclasses.dataclass(frozen=True)
class Report:
    """How many lines were added, how many were there already, and which were refused."""

    added: int
    known: int
    refused: tuple[Refused, ...]


def import_lines(path: Path, columns: tuple[str, ...], order: Callable[[Line], Outcome]) -> Report:
    """Give each line to the order; a bad line is listed and the next one goes on."""
    outcomes: list[Outcome] = []
    refused: list[Refused] = []
    for number, row in rows_of(path, columns):
        try:
            outcomes.append(order(line_of(row, columns)))
        except DashboardError as reason:
            refused.append(Refused(number, reason))
    return Report(outcomes.count(Outcome.ADDED), outcomes.count(Outcome.KNOWN), tuple(refused))


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Rows under exactly these columns, separated by commas or, as spreadsheets here do, by semicolons."""
    text = text_of(path)
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        if set(reader.fieldnames or ()) != set(columns):
            raise ImportProblem(
                "{file}, line 1: expected the columns {expected}.",
                file=path.name,
                expected=", ".join(columns),
            )
        for row in reader:
            yield reader.line_num, row
    except csv.Error:
        raise ImportProblem(
            "{file}: a line after {n} is no CSV.", file=path.name, n=reader.line_num
        ) from None


def line_of(row: Row, columns: tuple[str, ...]) -> Line:
    """A missing field is None, and fields too many stand under None."""
    if None in row or None in row.values():
        raise ImportProblem("A line holds {n} fields.", n=len(columns))
    return {column: row[column].strip() for column in columns}


def text_of(path: Path) -> str:
    if path.stat().st_size > LARGEST_LIST:
        raise ImportProblem("{file}: a list has 50 MB at most.", file=path.name)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportProblem("{file}: save the list as UTF-8.", file=path.name) from None


def entry_id_of(number: str, administration: Administration) -> int:
    """The entry of a number; the reason for a refusal never repeats the number."""
    entry = administration.register().by_number(recognise(number, administration.now.date()))
    if entry is None:
        raise ImportProblem("This number is not known.")
    return entry.id


def service_of(text: str) -> Service:
    if text not in set(Service):
        raise ImportProblem("The service is “secretariat” or “fund”.")
    return Service(text)


def day_of(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ImportProblem("A date is written yyyy-mm-dd.") from None


def words_of(text: str, *, column: str, longest: int) -> str:
    if not text or len(text) > longest or not text.isprintable():
        raise ImportProblem(
            "The column {column} holds 1 to {longest} printable characters.", column=column, longest=longest
        )
    return text
