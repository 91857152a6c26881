"""Small worlds of facts drawn at random, with what trips: ties, relapses, part years, nobody ill, zeros."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.data.facts.schema import EMPLOYERS as EMPLOYERS_FILE
from dashboard.data.facts.schema import TABLES, Kind, Table
from dashboard.domain.workforce import Period, Quarter, Span
from tests.peer_world import QUARTER, an_employer

YEAR = Period(QUARTER, Span.FOUR_QUARTERS).quarters
FULL, LATE, IN_PART, GONE, UNPAID = (an_employer(place) for place in range(200, 205))
# From one worker to forty.
SMALLER, LARGER = ([an_employer(place) for place in places] for places in (range(205, 208), range(208, 212)))
EMPLOYERS = (FULL, LATE, *SMALLER, UNPAID, IN_PART, GONE, *LARGER)
TYPES = {Kind.TEXT: "VARCHAR", Kind.NUMBER: "BIGINT", Kind.FLAG: "BOOLEAN"}
MONEY = (
    "premiums",
    "overtime_pay",
    "bonus",
    "year_end",
    "contributions",
    "training_cost",
    "meal_voucher_pay",
)
BENEFITS = ("meal_vouchers", "company_car", "group_insurance", "hospital_insurance", "bike_allowance")
HOURS = ("hours_paid", "hours_overtime", "hours_sick", "hours_unemployed", "hours_training")
World = list[dict[str, list[dict[str, Any]]]]


def a_world(draw) -> World:
    """A year of facts; `draw` is a seeded generator of numpy."""
    return [a_quarter(draw, quarter, place) for place, quarter in enumerate(YEAR)]


def a_quarter(draw, quarter, place) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = {
        "worker_months": [],
        "absences": [],
        "exits": [],
        "entries": [],
        "agency_hours": [],
    }
    for number, employer in enumerate(EMPLOYERS):
        months = months_of(employer, place)
        for worker in range(1000 * number, 1000 * number + 1 + number**2 // 3):
            present = [month for month in months if draw.random() < 0.85 or worker % 3 == 0]
            tables["worker_months"] += [a_month(draw, employer, worker, month, quarter) for month in present]
            if present and draw.random() < 0.5:
                tables["absences"] += spells_of(draw, employer, worker, place)
        if months:
            tables["exits"] += [an_exit(draw, employer) for _ in range(draw.integers(6))]
            tables["entries"] += [an_entry(draw, employer) for _ in range(draw.integers(6))]
            hours = int(draw.integers(9_000))
            tables["agency_hours"] += [
                {"employer": employer, "month": month, "hours": hours} for month in months
            ]
    return tables


def months_of(employer, place):
    if (employer == LATE and place < 2) or (employer == GONE and place == 3):
        return ()
    return (1, 2) if employer == IN_PART and place == 3 else (1, 2, 3)


def a_month(draw, employer, worker, month, quarter) -> dict[str, Any]:
    """Few different wages and fractions, so that medians meet ties."""
    whole = 12 * quarter.year + quarter.start.month + month - 1
    return {
        "employer": employer,
        "worker": worker,
        "month": month,
        "sex": 1 + worker % 2,
        "birth_year": 1955 + worker * 7 % 53,
        "blue_collar": worker % 3 == 0,
        "open_ended": worker % 4 != 3,
        "fraction": int(draw.choice([300, 500, 799, 800, 999, 1000, 1000])),
        "fte": 0 if employer == UNPAID else int(draw.choice([0, 333, 500, 1000])),
        "gross": int(draw.choice([200_000, 250_000, 250_001, 399_999])),
        "cost": int(draw.integers(300_000, 900_000)),
        "hours_contracted": int(draw.integers(6_000, 16_500)),
        "hours_worked": int(draw.integers(6_000)),
        "contract": int(draw.choice([1, 1, 1, 2, 3])),
        "entry_month": whole - int(draw.choice([0, 1, 12, 12, 250])),
        **{name: int(draw.integers(2)) * int(draw.integers(16_000)) for name in (*HOURS, *MONEY, *BENEFITS)},
    }


def spells_of(draw, employer, worker, place) -> list[dict[str, Any]]:
    return [
        a_spell(draw, employer, worker, 10 * worker + one + place % 2) for one in range(draw.integers(1, 4))
    ]


def a_spell(draw, employer, worker, spell) -> dict[str, Any]:
    before = int(draw.choice([0, 0, 12, 340]))
    return {
        "employer": employer,
        "worker": worker,
        "spell": spell,
        "cause": int(draw.choice([1, 1, 1, 2, 3, 4, 5, 6])),
        "start": 20_000,
        "days": before + int(draw.choice([0, 1, 18, 19, 25, 26, 30])),
        "days_before": before,
        "starts_here": before == 0,
        "ends_here": bool(draw.integers(2)),
        "hours": int(draw.integers(9_000)),
        "gap": int(draw.choice([0, 0, 1, 14, 15, 200])),
        "days_prior": int(draw.choice([5, 100, 400])),
        "hours_to_day_30": int(draw.integers(5_000)),
        "hours_to_day_90": int(draw.integers(2_000)),
        "permanent": int(draw.choice([0, 0, 12])),
        "fatal": bool(draw.random() < 0.4),
    }


def an_agency_month(draw, employer, month) -> dict[str, Any]:
    return {"employer": employer, "month": month, "hours": int(draw.integers(9_000))}


def an_exit(draw, employer) -> dict[str, Any]:
    return {
        "employer": employer,
        "worker": int(draw.integers(10**6)),
        "reason": int(draw.integers(1, 6)),
        "open_ended": bool(draw.random() < 0.8),
        "back_after": int(draw.choice([0, 0, 1, 30, 31])),
    }


def an_entry(draw, employer) -> dict[str, Any]:
    return {
        "employer": employer,
        "worker": int(draw.integers(10**6)),
        "open_ended": bool(draw.random() < 0.8),
        "away_for": int(draw.choice([0, 0, 1, 30, 31])),
    }


def write_world(folder: Path, world: World, *, omitted: Collection[str] = ()) -> Path:
    for quarter, tables in zip(YEAR, world, strict=True):
        for table in TABLES:
            if table.name in tables and table.name not in omitted:
                write(folder, table, quarter, tables[table.name], omitted=omitted)
    with duckdb.connect() as engine:
        texts = ", ".join(f"'{column.name}' AS {column.name}" for column in EMPLOYERS_FILE.columns)
        engine.sql(f"SELECT {texts}").write_parquet(str(folder / EMPLOYERS_FILE.files))
    return folder


def write(
    folder: Path, table: Table, quarter: Quarter, rows: list[Mapping[str, Any]], *, omitted: Collection[str]
) -> None:
    """As an importer does: no file where there is no row."""
    if not rows:
        return
    path = folder / table.name / f"quarter={quarter}" / "part-0.parquet"
    path.parent.mkdir(parents=True)
    frame = pd.DataFrame(rows)
    columns = ", ".join(
        f"CAST({column.name} AS {TYPES[column.kind]}) AS {column.name}"
        for column in table.columns
        if column.name not in omitted
    )
    with duckdb.connect() as engine:
        engine.register("frame", frame)
        engine.sql(f"SELECT {columns} FROM frame ORDER BY employer").write_parquet(str(path))  # noqa: S608
