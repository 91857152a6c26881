"""What the law says an employer pays for sickness: the dated rows of legal_parameters.toml."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import functools
import itertools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from dashboard.errors import Misconfigured

FILE = "legal_parameters.toml"
NEEDED = frozenset({"name", "since", "value", "source", "read_at"})
ALLOWED = NEEDED | {"until", "announced"}
LANGUAGES = frozenset({"fr", "nl", "de", "en"})
DAY = datetime.timedelta(days=1)


class Legal(enum.StrEnum):
    """Every legal parameter."""

    HOURS_A_WEEK = "hours_a_week"
    GUARANTEED_DAYS = "guaranteed_days"
    BLUE_COLLAR_FULL_DAYS = "blue_collar_full_days"
    BLUE_COLLAR_SECOND_DAYS = "blue_collar_second_days"
    BLUE_COLLAR_SECOND_SHARE = "blue_collar_second_share"
    BLUE_COLLAR_LAST_SHARE = "blue_collar_last_share"
    BENEFIT_SHARE = "benefit_share"
    BENEFIT_CEILING = "benefit_ceiling"
    SOLIDARITY_SHARE = "solidarity_share"
    SOLIDARITY_LAST_DAY = "solidarity_last_day"
    SOLIDARITY_STAFF = "solidarity_staff"
    SOLIDARITY_BELOW_AGE = "solidarity_below_age"


@dataclasses.dataclass(frozen=True)
class Row:
    """One value, the days on which it holds and the text that says it."""

    name: Legal
    since: datetime.date
    until: datetime.date | None
    value: float
    sources: Mapping[str, str]
    read_at: str
    announced: bool

    def holds(self, day: datetime.date) -> bool:
        return not self.announced and self.since <= day and (self.until is None or day <= self.until)


@dataclasses.dataclass(frozen=True)
class Law:
    """The rows that hold on one day, and those that are announced for later."""

    day: datetime.date
    rows: tuple[Row, ...]
    announced: tuple[Row, ...]

    def __getitem__(self, name: Legal) -> float:
        return next(row.value for row in self.rows if row.name is name)


def law_on(day: datetime.date) -> Law:
    """The law of a day; a day on which a parameter has no value yet is refused."""
    rows = tuple(row for row in all_rows() if row.holds(day))
    lacking = set(Legal) - {row.name for row in rows}
    require(not lacking, ", ".join(sorted(lacking)), f"a value on {day}")
    announced = tuple(row for row in all_rows() if row.announced and row.since > day)
    return Law(day, rows, announced)


def first_day() -> datetime.date:
    """The day from which every parameter has a value."""
    return max(min(row.since for row in all_rows() if row.name is name) for name in Legal)


@functools.cache
def all_rows() -> tuple[Row, ...]:
    return parse((resources.files("dashboard.domain") / FILE).read_text(encoding="utf-8"))


def parse(text: str) -> tuple[Row, ...]:
    """Read the rows, or say which parameter is not written as it should be."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise Misconfigured("{file}: {found}.", file=FILE, found=problem) from None
    sources = tables.get("source", {})
    rows = tuple(parse_one(table, sources) for table in tables.get("row", ()))
    for name in Legal:
        follow_each_other(name, [row for row in rows if row.name is name and not row.announced])
    return rows


def parse_one(table: Mapping[str, Any], sources: Mapping[str, Any]) -> Row:
    name = str(table.get("name", ""))
    require(name in set(Legal), name, "the name of a legal parameter")
    require(NEEDED <= set(table) <= ALLOWED, name, ", ".join(sorted(NEEDED)))
    days = [table["since"], table.get("until", table["since"])]
    require(all(isinstance(day, datetime.date) for day in days) and days[0] <= days[1], name, "days in order")
    require(type(table["value"]) in {int, float} and table["value"] >= 0, name, "a value of 0 or more")
    source = sources.get(table["source"], {})
    require(set(source) == LANGUAGES and all(source.values()), name, "a source in fr, nl, de and en")
    return Row(
        name=Legal(name),
        since=table["since"],
        until=table.get("until"),
        value=float(table["value"]),
        sources=source,
        read_at=table["read_at"],
        announced=bool(table.get("announced", False)),
    )


def follow_each_other(name: Legal, rows: list[Row]) -> None:
    """Each row ends on the day before the next one begins, and the last one is open."""
    require(rows, name, "at least one row")
    ordered = sorted(rows, key=lambda row: row.since)
    for row, following in itertools.pairwise(ordered):
        until = row.until or datetime.date.max
        require(until < following.since, name, f"rows that do not overlap on {following.since}")
        require(until + DAY == following.since, name, f"a value for every day before {following.since}")
    require(ordered[-1].until is None, name, "a last row without an end")


def require(holds: object, name: str, expected: str) -> None:
    if not holds:
        raise Misconfigured(
            "{file}, parameter “{name}”: expected {expected}.", file=FILE, name=name, expected=expected
        )
