"""Reads the CSV that the National Bank gives for one filing of annual accounts."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.domain.accounts import Filing
from dashboard.domain.identifiers import CompanyNumber
from dashboard.errors import ImportProblem, InvalidIdentifier

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LARGEST = 1_000_000
HEADER = frozenset(
    {
        "Reference number",
        "Entity number",
        "Accounting period start date",
        "Accounting period end date",
        "Model code",
        "Deposit type",
        "Language",
        "Currency",
        "Entity name",
        "Entity address street",
        "Entity address number",
        "Entity address box",
        "Entity postal code",
        "Entity city",
        "Entity country",
        "General assembly date",
        "Liquidation flag",
        "Correction flag",
        "Legal form",
    }
)
ROW = re.compile(r'"((?:[^"]|"")*)","((?:[^"]|"")*)"')
CODE = re.compile(r"([0-9]+(?:/[0-9]+)?[A-O]?)(P?)")
AMOUNT = re.compile(r"-?[0-9]{1,15}(?:[.][0-9]{1,2})?")
REFERENCE = re.compile(r"[0-9]{4}-[0-9]{8}")
MODEL = re.compile(r"m[0-9]{2}-[afo]")
LANGUAGE = re.compile(r"fr|nl|de|en")
CURRENCY = re.compile(r"EUR")
FLAG = re.compile(r"TRUE|FALSE")
NAME = re.compile(r".{1,200}")


@dataclass(frozen=True)
class Row:
    """One line of the file, and where it stands."""

    file: str
    line: int
    key: str
    value: str


def read(path: Path) -> Filing:
    """Read one filing, or raise an ImportProblem that says where and why."""
    rows = rows_of(path)
    header = unique(row for row in rows if row.key in HEADER)
    codes = unique(row for row in rows if row.key not in HEADER)
    require(header, "Currency", CURRENCY, file=path.name)
    require(header, "Liquidation flag", FLAG, file=path.name)
    require(header, "Correction flag", FLAG, file=path.name)
    starts, ends = period(header, file=path.name)
    return Filing(
        reference=require(header, "Reference number", REFERENCE, file=path.name),
        company=company(header, file=path.name),
        name=require(header, "Entity name", NAME, file=path.name),
        starts=starts,
        ends=ends,
        model=require(header, "Model code", MODEL, file=path.name),
        language=require(header, "Language", LANGUAGE, file=path.name),
        values=amounts(codes.values(), suffix=""),
        previous_values=amounts(codes.values(), suffix="P"),
    )


def rows_of(path: Path) -> tuple[Row, ...]:
    lines = text_of(path).removesuffix("\n").split("\n")
    if lines[0].strip() or len(lines) == 1:
        raise ImportProblem(
            "{file}, line 1: found “{found}”. The first line of a filing is empty, rows follow.",
            file=path.name,
            line=1,
            found=lines[0][:40],
        )
    return tuple(row_of(path.name, line, text) for line, text in enumerate(lines[1:], start=2))


def text_of(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise ImportProblem(
            "{file}: found {found} bytes. A filing has 1,000,000 bytes at most.",
            file=path.name,
            found=path.stat().st_size,
        )
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise ImportProblem(
            "{file}, line {line}: found bytes that are not UTF-8. Load the file as it was downloaded.",
            file=path.name,
            line=content.count(b"\n", 0, problem.start) + 1,
        ) from None


def row_of(file: str, line: int, text: str) -> Row:
    match = ROW.fullmatch(text.removesuffix("\r"))
    if match is None:
        raise ImportProblem(
            "{file}, line {line}: found “{found}”. A line holds two quoted columns.",
            file=file,
            line=line,
            found=text[:40],
        )
    return Row(file, line, match[1].replace('""', '"'), match[2].replace('""', '"'))


def unique(rows: Iterable[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row.key in found:
            raise ImportProblem(
                "{file}, line {line}: found “{found}” a second time. Each key stands once.",
                file=row.file,
                line=row.line,
                found=row.key,
            )
        found[row.key] = row
    return found


def require(header: dict[str, Row], key: str, pattern: re.Pattern[str], *, file: str) -> str:
    row = row_with(header, key, file=file)
    if not pattern.fullmatch(row.value):
        raise unexpected(row)
    return row.value


def row_with(header: dict[str, Row], key: str, *, file: str) -> Row:
    if key not in header:
        raise ImportProblem("{file}: “{expected}” is missing from the header.", file=file, expected=key)
    return header[key]


def unexpected(row: Row) -> ImportProblem:
    return ImportProblem(
        "{file}, line {line}: found “{found}”, which is no value of “{expected}”.",
        file=row.file,
        line=row.line,
        found=row.value[:40],
        expected=row.key,
    )


def company(header: dict[str, Row], *, file: str) -> CompanyNumber:
    row = row_with(header, "Entity number", file=file)
    try:
        return CompanyNumber.parse(row.value)
    except InvalidIdentifier:
        raise unexpected(row) from None


def period(header: dict[str, Row], *, file: str) -> tuple[dt.date, dt.date]:
    starts = date(row_with(header, "Accounting period start date", file=file))
    end = row_with(header, "Accounting period end date", file=file)
    if date(end) <= starts:
        raise ImportProblem(
            "{file}, line {line}: found {found}. The period ends after it starts.",
            file=file,
            line=end.line,
            found=end.value,
        )
    return starts, date(end)


def date(row: Row) -> dt.date:
    try:
        return dt.datetime.strptime(row.value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise unexpected(row) from None


def amounts(rows: Iterable[Row], *, suffix: str) -> MappingProxyType[str, Decimal]:
    """Take the values of one year; whole codes only, those of the year before end in P."""
    split = ((code_of(row), row) for row in rows)
    return MappingProxyType({code: amount(row) for (code, year), row in split if year == suffix})


def code_of(row: Row) -> tuple[str, str]:
    match = CODE.fullmatch(row.key)
    if match is None:
        raise ImportProblem(
            "{file}, line {line}: found “{found}”, which is neither a header key nor a code.",
            file=row.file,
            line=row.line,
            found=row.key[:40],
        )
    return match[1], match[2]


def amount(row: Row) -> Decimal:
    if not AMOUNT.fullmatch(row.value):
        raise ImportProblem(
            "{file}, line {line}: found “{found}”. A value is a number with at most two decimals.",
            file=row.file,
            line=row.line,
            found=row.value[:40],
        )
    return Decimal(row.value)
