"""Runs stage one on DuckDB: the Parquet folder of docs/formats/facts.md to measures of every employer.

One quarter at a time reads that quarter's files only, but for the measures of a year. Writes nothing.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from dashboard.data.facts.engine import limited
from dashboard.data.facts.medians import Whole, weighted_medians
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

FULL_TIME = 1000
WAGES = "SELECT CAST(employer AS BIGINT) AS employer, gross, fte FROM {table} AS facts WHERE fte > 0"
SERVED = """
SELECT CAST(facts.employer AS BIGINT) AS employer, {first_month} + month - 1 - entry_month AS months
FROM {table} AS facts
JOIN (SELECT employer, max(month) AS newest FROM {table} AS facts GROUP BY employer) AS last
ON last.employer = facts.employer AND newest = month
"""


def employer_quarter(
    folder: Path, quarter: Quarter, *, memory_limit: str = "1GB", relapse_days: int = 0
) -> pd.DataFrame:
    """Every measure of every employer of one quarter: index employer, one integer column per measure.

    The column of a measure that was not delivered holds NaN.
    """
    with limited(memory_limit) as engine:
        engine.execute("SET preserve_insertion_order = false")
        sources = sources_of(engine, folder, quarter)
        year = year_of(engine, folder, quarter)
        query = measures_sql(quarter, sources, year, relapse_days=relapse_days)
        found = engine.execute(query).df().set_index("employer")
        gone = found.columns[found.isna().any()]
        found = found.astype(dict.fromkeys(gone, "float64"))
        return found.assign(**medians_of(engine, sources[WORKER_MONTHS.name], quarter, found.index))


def sources_of(engine: duckdb.DuckDBPyConnection, folder: Path, quarter: Quarter) -> dict[str, Source]:
    """What was delivered; a table that has files in other quarters only is there, without rows."""
    delivered = (table for table in TABLES if table.by_quarter and any(folder.glob(table.files)))
    return {table.name: source(engine, folder, table, quarter) for table in delivered}


def year_of(engine: duckdb.DuckDBPyConnection, folder: Path, quarter: Quarter) -> Sources:
    quarters = Period(quarter, Span.FOUR_QUARTERS).quarters
    parts = [sources_of(engine, folder, one) for one in quarters]
    return {
        table.name: of_quarters(table, [part[table.name] for part in parts])
        for table in OF_THE_YEAR
        if table.name in parts[-1]
    }


def source(engine: duckdb.DuckDBPyConnection, folder: Path, table: Table, quarter: Quarter) -> Source:
    """A table's files of one quarter; our own paths only."""
    path = folder / table.name / f"quarter={quarter}"
    if not any(path.glob("*.parquet")):
        return Source(nothing(table), frozenset(column.name for column in table.columns))
    files = str(path / "*.parquet").replace("'", "''")
    sql = f"read_parquet('{files}', hive_partitioning = false)"
    described = engine.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()  # noqa: S608 - our own path
    return Source(sql, frozenset(row[0] for row in described))


def medians_of(
    engine: duckdb.DuckDBPyConnection, months: Source, quarter: Quarter, employers: pd.Index[str]
) -> dict[str, pd.Series[float]]:
    names = {"table": months.sql, "first_month": first_month(quarter)}
    numbers, gross, fte = asked(engine, WAGES.format_map(names))
    medians = {"median_wage": medians_by(employers, numbers, gross * FULL_TIME // fte, fte)}
    if "entry_month" in months.columns:
        numbers, served = asked(engine, SERVED.format_map(names))
        medians["median_seniority"] = medians_by(employers, numbers, served, np.ones_like(served))
    return medians


def asked(engine: duckdb.DuckDBPyConnection, query: str) -> tuple[Whole, ...]:
    columns = engine.execute(query).fetchnumpy().values()
    return tuple(np.asarray(column, dtype=np.int64) for column in columns)


def medians_by(employers: pd.Index[str], numbers: Whole, values: Whole, weights: Whole) -> pd.Series[float]:
    groups, medians = weighted_medians(numbers, values, weights)
    return pd.Series(medians, index=[f"{number:010d}" for number in groups]).reindex(employers)


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
