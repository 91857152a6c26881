"""The facts of one quarter become every employer's own series, small groups left out (R12)."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert

from dashboard.data.facts.engine import CHUNK, EMBEDDED, Engine
from dashboard.data.facts.measures import sources_of
from dashboard.data.facts.schema import WORKER_MONTHS
from dashboard.data.facts.stage_one import NOT_DELIVERED, Source
from dashboard.data.own_series import own_series, packed
from dashboard.domain.metrics import SMALLEST_HEADCOUNT
from dashboard.domain.own_series import GROUPS, SMALLEST_GROUP, SUMS, Group, Series, Sums, shown_groups
from dashboard.domain.workforce import Quarter

AGES = " ".join(
    f"WHEN {{year}} - birth_year <= {oldest} THEN '{group}'"
    for group, oldest in (("under_25", 24), ("from_25", 34), ("from_35", 44), ("from_45", 54))
)
PARTS = (
    "CASE WHEN blue_collar THEN 'blue_collar' ELSE 'white_collar' END",
    f"CASE {AGES} ELSE 'over_55' END",
    "CASE WHEN sex = 2 THEN 'women' ELSE 'men' END",
)


def employer_series(
    folder: Path, quarter: Quarter, *, engine: Engine = EMBEDDED
) -> Iterator[tuple[str, Series]]:
    """The series of one quarter of every employer with three workers on average, in order of employer.

    Read along: memory holds one employer.
    """
    with engine.opened() as sql:
        source = sources_of(sql, folder, quarter)[WORKER_MONTHS.name]
        months, groups = sql.rows(months_sql(source)), sql.rows(groups_sql(source, quarter))
        both = heapq.merge(months, groups, key=itemgetter(0))
        for employer, rows in itertools.groupby(both, key=itemgetter(0)):
            yield employer, gathered(list(rows))


def gathered(rows: list[tuple[Any, ...]]) -> Series:
    """The second column of a row is a month or the name of a group."""
    sums = {name: dict(zip(SUMS, found, strict=True)) for _employer, name, *found in rows}
    months = {name: one for name, one in sums.items() if isinstance(name, int)}
    groups = {Group(name): one for name, one in sums.items() if isinstance(name, str)}
    return Series(months, shown(groups, months=len(months)))


def summed(source: Source) -> str:
    """The sums of `SUMS` in their order."""
    given = {name: f"CAST(sum(CAST({name} AS BIGINT)) AS BIGINT)" for name in SUMS if name in source.columns}
    sums = {"headcount": "count(*)"} | given
    return ", ".join(f"{sums.get(name, NOT_DELIVERED)} AS {name}" for name in SUMS)


def months_sql(source: Source) -> str:
    return (
        f"SELECT employer, month, {summed(source)} FROM {source.sql} AS facts"  # noqa: S608 - our own names
        f" WHERE employer IN ({employers_of(SMALLEST_HEADCOUNT, source)})"
        " GROUP BY employer, month ORDER BY employer, month"
    )


def groups_sql(source: Source, quarter: Quarter) -> str:
    large = employers_of(SMALLEST_GROUP, source)
    parts = " UNION ALL ".join(
        f"SELECT employer, {part.format(year=quarter.year)} AS part, {summed(source)}"  # noqa: S608 - our own names
        f" FROM {source.sql} AS facts WHERE employer IN ({large}) GROUP BY 1, 2"
        for part in PARTS
    )
    return f"SELECT * FROM ({parts}) ORDER BY employer, part"  # noqa: S608 - our own names


def employers_of(least: int, source: Source) -> str:
    """Those with so many workers on average, at least."""
    return (
        f"SELECT employer FROM {source.sql} AS facts GROUP BY employer"  # noqa: S608 - our own names
        f" HAVING count(*) >= {least} * count(DISTINCT month)"
    )


def shown(groups: Mapping[Group, Sums], *, months: int) -> dict[Group, Sums]:
    allowed = frozenset[Group]()
    for parts in GROUPS.values():
        people = {group: groups[group]["headcount"] or 0 for group in parts if group in groups}
        allowed |= shown_groups(people, months=months)
    return {group: sums for group, sums in groups.items() if group in allowed}


def packed_series(
    folder: Path, quarter: Quarter, *, engine: Engine = EMBEDDED
) -> tuple[tuple[str, bytes], ...]:
    """Every employer's series as it is stored."""
    found = employer_series(folder, quarter, engine=engine)
    return tuple((employer, packed(one)) for employer, one in found)


def store_series(connection: Connection, quarter: Quarter, series: Sequence[tuple[str, bytes]]) -> None:
    """Replace the own series of a quarter; of the given employers only."""
    for start in range(0, len(series), CHUNK):
        rows = [
            {"employer": employer, "quarter": str(quarter), "series": one}
            for employer, one in series[start : start + CHUNK]
        ]
        known = own_series.c.employer.in_([row["employer"] for row in rows])
        connection.execute(delete(own_series).where(own_series.c.quarter == str(quarter), known))
        connection.execute(insert(own_series), rows)
