"""Stage 1: the facts of one quarter become whole-number measures of every employer.

Reads the Parquet folder described in docs/formats/facts.md; writes nothing. Only sums, counts and
comparisons, so that any SQL engine gives the same integers.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from dashboard.domain.metrics import MEASURES
from dashboard.domain.workforce import Period, Quarter, Span

STAFF = """
SELECT employer,
  count(DISTINCT month) AS months,
  count(*) AS headcount,
  sum(CASE WHEN open_ended THEN 1 ELSE 0 END) AS headcount_open,
  sum(CASE WHEN sex = 2 THEN 1 ELSE 0 END) AS women,
  sum(CASE WHEN fraction < 1000 THEN 1 ELSE 0 END) AS part_time,
  sum(CASE WHEN {year} - birth_year <= 24 THEN 1 ELSE 0 END) AS under_25,
  sum(CASE WHEN {year} - birth_year >= 55 THEN 1 ELSE 0 END) AS over_55,
  sum(CAST(fte AS BIGINT)) AS fte,
  sum(CAST(gross AS BIGINT)) AS gross,
  sum(CAST(cost AS BIGINT)) AS cost,
  sum(CAST(hours_contracted AS BIGINT)) AS hours_contracted,
  sum(CAST(hours_worked AS BIGINT)) AS hours_worked
FROM {worker_months} GROUP BY employer
"""
ABSENCE = """
SELECT employer,
  sum(CASE WHEN cause = 1 AND days <= 30 THEN CAST(hours AS BIGINT) ELSE 0 END) AS sick_short,
  sum(CASE WHEN cause = 1 AND days BETWEEN 31 AND 365 THEN CAST(hours AS BIGINT) ELSE 0 END) AS sick_medium,
  sum(CASE WHEN cause = 1 AND days > 365 THEN CAST(hours AS BIGINT) ELSE 0 END) AS sick_long,
  sum(CASE WHEN cause = 1 AND starts_here THEN 1 ELSE 0 END) AS spells,
  sum(CASE WHEN cause = 2 AND starts_here AND days >= 1 THEN 1 ELSE 0 END) AS accidents
FROM {absences} GROUP BY employer
"""
LEAVING = """
SELECT employer,
  sum(CASE WHEN open_ended AND reason = 1 THEN 1 ELSE 0 END) AS exits_employee,
  sum(CASE WHEN open_ended AND reason = 2 THEN 1 ELSE 0 END) AS exits_employer,
  sum(CASE WHEN open_ended AND reason = 3 THEN 1 ELSE 0 END) AS exits_natural
FROM {exits} GROUP BY employer
"""
ALL_YEAR = """
SELECT all_year.employer,
  count(*) AS year_workers,
  sum(CASE WHEN sick.worker IS NULL THEN 1 ELSE 0 END) AS year_workers_well
FROM (
  SELECT staff.employer, worker FROM {worker_months_of_year} AS staff
  JOIN (
    SELECT employer, count(DISTINCT filename || '|' || month) AS delivered
    FROM {worker_months_of_year} AS staff GROUP BY employer
  ) AS months ON months.employer = staff.employer
  GROUP BY staff.employer, worker HAVING count(*) = max(delivered)
) AS all_year
LEFT JOIN (
  SELECT DISTINCT employer, worker FROM {absences_of_year} AS sick WHERE cause = 1
) AS sick ON sick.employer = all_year.employer AND sick.worker = all_year.worker
GROUP BY all_year.employer
"""
# A quarter in which nobody was absent or left may have no file, and DuckDB refuses to read none.
NOBODY = {
    "absences": "(SELECT '' AS employer, 0 AS worker, 0 AS cause, 0 AS days, false AS starts_here, 0 AS hours"
    " WHERE false)",
    "exits": "(SELECT '' AS employer, 0 AS reason, false AS open_ended WHERE false)",
}


def employer_quarter(folder: Path, quarter: Quarter, *, memory_limit: str = "1GB") -> pd.DataFrame:
    """Every measure of every employer of one quarter: index employer, one integer column per measure."""
    year = Period(quarter, Span.FOUR_QUARTERS).quarters
    values = {
        "year": str(quarter.year),
        "worker_months": facts(folder, "worker_months", quarter),
        "absences": facts(folder, "absences", quarter),
        "exits": facts(folder, "exits", quarter),
        "worker_months_of_year": facts(folder, "worker_months", *year),
        "absences_of_year": facts(folder, "absences", *year),
    }
    with duckdb.connect(config={"memory_limit": memory_limit}) as engine:
        staff, *others = (
            engine.execute(query.format_map(values)).df().set_index("employer")
            for query in (STAFF, ABSENCE, LEAVING, ALL_YEAR)
        )
    joined = pd.concat([staff, *(other.reindex(staff.index) for other in others)], axis=1).fillna(0)
    return joined[list(MEASURES)].astype("int64").sort_index()


def employers(folder: Path) -> pd.DataFrame:
    """Where every employer stands: index employer; activity, workplace."""
    with duckdb.connect() as engine:
        table = engine.execute("SELECT * FROM read_parquet(?)", [str(folder / "employers.parquet")]).df()
    # Brussels has no province: empty, so that a level falls back on its region.
    return table.set_index("employer").fillna({"province": ""})


def quarters(folder: Path) -> tuple[Quarter, ...]:
    """The quarters that have facts, oldest first."""
    found = (folder / "worker_months").glob("quarter=*")
    return tuple(sorted(Quarter.parse(path.name.removeprefix("quarter=")) for path in found))


def facts(folder: Path, table: str, *wanted: Quarter) -> str:
    """The facts of some quarters, as a table expression of SQL; our own paths only."""
    paths = [folder / table / f"quarter={quarter}" for quarter in wanted]
    there = [str(path / "*.parquet").replace("'", "''") for path in paths if path.is_dir()]
    if not there and table in NOBODY:
        return NOBODY[table]
    return "read_parquet([" + ", ".join(f"'{path}'" for path in there) + "], filename = true)"
