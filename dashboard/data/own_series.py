"""An employer's own series in the serving store, beside its own measures."""

from __future__ import annotations

from collections.abc import Iterable

import orjson
from sqlalchemy import Column, Connection, LargeBinary, String, Table, bindparam, select

from dashboard.data.metadata import metadata
from dashboard.domain.own_series import SUMS, Group, Series, Sums
from dashboard.domain.workforce import Quarter

own_series = Table(
    "own_series",
    metadata,
    Column("employer", String(10), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("series", LargeBinary, nullable=False),
)
OF_EMPLOYER = select(own_series.c.quarter, own_series.c.series).where(
    own_series.c.employer == bindparam("employer"),
    own_series.c.quarter.in_(bindparam("quarters", expanding=True)),
)


def series_of(connection: Connection, employer: str, quarters: Iterable[Quarter]) -> dict[Quarter, Series]:
    asking = {"employer": employer, "quarters": [str(quarter) for quarter in quarters]}
    return {
        Quarter.parse(quarter): unpacked(packed)
        for quarter, packed in connection.execute(OF_EMPLOYER, asking)
    }


def packed(series: Series) -> bytes:
    """Without the names of the sums, which are always the same."""
    months = [[month, *values(sums)] for month, sums in series.months.items()]
    groups = [[group, *values(sums)] for group, sums in series.groups.items()]
    return orjson.dumps([months, groups])


def unpacked(stored: bytes) -> Series:
    months, groups = orjson.loads(stored)
    return Series(
        {month: dict(zip(SUMS, sums, strict=True)) for month, *sums in months},
        {Group(group): dict(zip(SUMS, sums, strict=True)) for group, *sums in groups},
    )


def values(sums: Sums) -> list[int | None]:
    return [sums[name] for name in SUMS]
