"""Runs stage one on an engine: the Parquet folder of docs/formats/facts.md to measures of every employer.

One quarter at a time reads that quarter's files only, but for the measures of a year. Writes nothing.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from dashboard.data.facts.engine import EMBEDDED, Engine, Sql
from dashboard.data.facts.schema import TABLES, WORKER_MONTHS, Table
from dashboard.data.facts.stage_one import (
    OF_THE_YEAR,
    Source,
    Sources,
    first_month,
    measures_sql,
    nothing,
    of_quarters,
)
from dashboard.domain.workforce import Period, Quarter, Span

# In thousandths of full-time pay, divided by the weight here: engines differ in how they divide.
WAGES = """
SELECT CAST(employer AS BIGINT) AS employer, 1000 * CAST(gross AS BIGINT) AS total, fte AS weight
FROM {table} AS facts WHERE fte > 0
"""
SERVED = """
SELECT CAST(facts.employer AS BIGINT) AS employer,
  {first_month} + month - 1 - entry_month AS total, 1 AS weight
FROM {table} AS facts
JOIN (SELECT employer, max(month) AS newest FROM {table} AS facts GROUP BY employer) AS last
ON last.employer = facts.employer AND newest = month
"""


def employer_quarter(
    folder: Path, quarter: Quarter, *, engine: Engine = EMBEDDED, relapse_days: int = 0
) -> pd.DataFrame:
    """Every measure of every employer of one quarter: index employer, one integer column per measure.

    The column of a measure that was not delivered holds NaN.
    """
    with engine.opened() as sql:
        sources = sources_of(sql, folder, quarter)
        year = year_of(sql, folder, quarter)
        found = sql.table(measures_sql(quarter, sources, year, relapse_days=relapse_days))
        found = found.set_index("employer")
        gone = found.columns[found.isna().any()]
        found = found.astype(dict.fromkeys(gone, "float64"))
        return found.assign(**medians_of(sql, sources[WORKER_MONTHS.name], quarter, found.index))


def sources_of(sql: Sql, folder: Path, quarter: Quarter) -> dict[str, Source]:
    """What was delivered; a table that has files in other quarters only is there, without rows."""
    delivered = (table for table in TABLES if table.by_quarter and any(folder.glob(table.files)))
    return {table.name: source(sql, folder, table, quarter) for table in delivered}


def year_of(sql: Sql, folder: Path, quarter: Quarter) -> Sources:
    quarters = Period(quarter, Span.FOUR_QUARTERS).quarters
    parts = [sources_of(sql, folder, one) for one in quarters]
    return {
        table.name: of_quarters(table, [part[table.name] for part in parts])
        for table in OF_THE_YEAR
        if table.name in parts[-1]
    }


def source(sql: Sql, folder: Path, table: Table, quarter: Quarter) -> Source:
    """A table's files of one quarter; our own paths only."""
    path = folder / table.name / f"quarter={quarter}"
    if not any(path.glob("*.parquet")):
        return Source(nothing(table), frozenset(column.name for column in table.columns))
    return sql.parquet(path)


def medians_of(
    sql: Sql, months: Source, quarter: Quarter, employers: pd.Index[str]
) -> dict[str, pd.Series[float]]:
    names = {"table": months.sql, "first_month": first_month(quarter)}
    medians = {"median_wage": medians_by(employers, sql, WAGES.format_map(names))}
    if "entry_month" in months.columns:
        medians["median_seniority"] = medians_by(employers, sql, SERVED.format_map(names))
    return medians


def medians_by(employers: pd.Index[str], sql: Sql, query: str) -> pd.Series[float]:
    numbers, medians = sql.medians(query)
    return pd.Series(medians, index=[f"{number:010d}" for number in numbers]).reindex(employers)


def employers(folder: Path) -> pd.DataFrame:
    """Where every employer stands: index employer; activity, workplace, what groups it."""
    with duckdb.connect() as engine:
        table = engine.execute("SELECT * FROM read_parquet(?)", [str(folder / "employers.parquet")]).df()
    # Empty where there is none: Brussels has no province, so that a level falls back on its region.
    return table.set_index("employer").fillna({"province": "", "committee": "", "enterprise_group": ""})


def quarters(folder: Path) -> tuple[Quarter, ...]:
    """The quarters that have facts, oldest first."""
    found = (folder / "worker_months").glob("quarter=*")
    return tuple(sorted(Quarter.parse(path.name.removeprefix("quarter=")) for path in found))
