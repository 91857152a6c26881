"""An employer's own figures worked out slowly from raw facts, sharing nothing with the product's own code."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import duckdb

NOT_DELIVERED, TOO_FEW, NOT_APPLICABLE = "not_delivered", "too_few_employees", "not_applicable"
SICKNESS, ACCIDENT = (1, 3), 2
BY_EMPLOYEE, BY_EMPLOYER, NATURAL = 1, 2, 3
WOMAN = 2
YEAR_ONLY = (
    "sickness_medium",
    "sickness_long",
    "sickness_frequency",
    "zero_absence_share",
    "accident_frequency",
    "turnover_total",
    "turnover_voluntary",
    "turnover_involuntary",
)


def plain_figures(folder: Path, employer: str, *, quarter: str, span: str) -> dict[str, float | str]:
    """Give each metric its value, or the reason why there is none."""
    quarters = quarters_of(quarter, span)
    months = [row for one in quarters for row in rows_of(folder, "worker_months", one, employer)]
    if {row.quarter for row in months} != set(quarters):
        return dict.fromkeys(METRICS, NOT_DELIVERED)
    absences = [row for one in quarters for row in rows_of(folder, "absences", one, employer)]
    exits = [row for one in quarters for row in rows_of(folder, "exits", one, employer)]
    figures = {name: metric(months, absences, exits) for name, metric in METRICS.items()}
    return figures | dict.fromkeys(YEAR_ONLY if span == "quarter" else (), NOT_APPLICABLE)


def quarters_of(quarter: str, span: str) -> list[str]:
    year, number = int(quarter[:4]), int(quarter[-1])
    found = []
    for _ in range(1 if span == "quarter" else 4):
        found.append(f"{year}Q{number}")
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return found


def rows_of(folder: Path, table: str, quarter: str, employer: str) -> list[SimpleNamespace]:
    files = folder / table / f"quarter={quarter}" / "*.parquet"
    if not list(files.parent.glob("*.parquet")):
        return []
    found = duckdb.execute(
        "SELECT * FROM read_parquet(?, hive_partitioning = false) WHERE employer = ?", [str(files), employer]
    )
    names = [column[0] for column in found.description]
    return [
        SimpleNamespace(**(dict(zip(names, row, strict=True)) | {"quarter": quarter}))
        for row in found.fetchall()
    ]


def delivered_months(months) -> int:
    return len({(row.quarter, row.month) for row in months})


def average(months, *, counted=lambda _row: 1) -> float:
    return sum(counted(row) for row in months) / delivered_months(months)


def ratio(months, above: float, below: float) -> float | str:
    if average(months) < 3:
        return TOO_FEW
    return above / below if below else NOT_APPLICABLE


def share(months, belongs) -> float | str:
    return ratio(months, 100 * sum(bool(belongs(row)) for row in months), len(months))


def age(row) -> int:
    return int(row.quarter[:4]) - row.birth_year


def fte(months) -> float:
    return sum(row.fte for row in months) / 1000


def sickness(months, absences, *, shortest: int, longest: float) -> float | str:
    lost = sum(row.hours for row in absences if row.cause in SICKNESS and shortest <= row.days <= longest)
    return ratio(months, 100 * lost, sum(row.hours_contracted for row in months))


def frequency(months, absences, _exits) -> float | str:
    started = sum(row.cause in SICKNESS and row.starts_here for row in absences)
    return ratio(months, started * 12 / delivered_months(months), average(months))


def zero_absence(months, absences, _exits) -> float | str:
    present = Counter(row.worker for row in months)
    all_period = {worker for worker, count in present.items() if count == delivered_months(months)}
    ill = {row.worker for row in absences if row.cause in SICKNESS}
    return ratio(months, 100 * len(all_period - ill), len(all_period))


def accidents(months, absences, _exits) -> float | str:
    counted = sum(row.cause == ACCIDENT and row.starts_here and row.days >= 1 for row in absences)
    return ratio(months, counted * 1_000_000, sum(row.hours_worked for row in months) / 100)


def turnover(months, exits, *reasons: int) -> float | str:
    left = sum(row.open_ended and row.reason in reasons for row in exits)
    open_ended = average(months, counted=lambda row: int(row.open_ended))
    return ratio(months, 100 * left * 12 / delivered_months(months), open_ended)


METRICS = {
    "headcount": lambda m, _a, _e: ratio(m, average(m), 1),
    "fte": lambda m, _a, _e: ratio(m, fte(m), delivered_months(m)),
    "turnover_total": lambda m, _a, e: turnover(m, e, BY_EMPLOYEE, BY_EMPLOYER, NATURAL),
    "turnover_voluntary": lambda m, _a, e: turnover(m, e, BY_EMPLOYEE),
    "turnover_involuntary": lambda m, _a, e: turnover(m, e, BY_EMPLOYER),
    "share_under_25": lambda m, _a, _e: share(m, lambda row: age(row) < 25),
    "share_55_and_over": lambda m, _a, _e: share(m, lambda row: age(row) >= 55),
    "share_of_women": lambda m, _a, _e: share(m, lambda row: row.sex == WOMAN),
    "part_time_share": lambda m, _a, _e: share(m, lambda row: row.fraction < 1000),
    "gross_wage_per_fte": lambda m, _a, _e: ratio(m, sum(row.gross for row in m) / 100, fte(m)),
    "cost_per_fte": lambda m, _a, _e: ratio(m, 12 * sum(row.cost for row in m) / 100, fte(m)),
    "hourly_cost": lambda m, _a, _e: ratio(m, sum(row.cost for row in m), sum(row.hours_worked for row in m)),
    "sickness_total": lambda m, a, _e: sickness(m, a, shortest=0, longest=float("inf")),
    "sickness_short": lambda m, a, _e: sickness(m, a, shortest=0, longest=30),
    "sickness_medium": lambda m, a, _e: sickness(m, a, shortest=31, longest=365),
    "sickness_long": lambda m, a, _e: sickness(m, a, shortest=366, longest=float("inf")),
    "sickness_frequency": frequency,
    "zero_absence_share": zero_absence,
    "accident_frequency": accidents,
}
