"""What imports of lists share: a CSV's lines, and a report of what was kept and what was refused."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import enum
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dashboard.data.register import Register
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import recognise
from dashboard.errors import DashboardError, ImportProblem

LARGEST_LIST = 50_000_000
Line = Mapping[str, str]


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
    for number, line in lines_of(path, columns):
        try:
            outcomes.append(order(line))
        except DashboardError as reason:
            refused.append(Refused(number, reason))
    return Report(outcomes.count(Outcome.ADDED), outcomes.count(Outcome.KNOWN), tuple(refused))


def lines_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Line]]:
    """Lines with exactly these columns, separated by commas or, as spreadsheets here do, by semicolons."""
    text = text_of(path)
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in header else ",", restkey="")
    if set(reader.fieldnames or ()) != set(columns):
        raise ImportProblem(
            "{file}, line 1: expected the columns {expected}.", file=path.name, expected=", ".join(columns)
        )
    for row in reader:
        yield reader.line_num, {column: (row[column] or "").strip() for column in columns}


def text_of(path: Path) -> str:
    if path.stat().st_size > LARGEST_LIST:
        raise ImportProblem("{file}: a list has 50 MB at most.", file=path.name)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportProblem("{file}: save the list as UTF-8.", file=path.name) from None


def entry_id_of(register: Register, text: str, today: datetime.date) -> int:
    """The entry of a number; the reason for a refusal never repeats the number."""
    entry = register.by_number(recognise(text, today))
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
