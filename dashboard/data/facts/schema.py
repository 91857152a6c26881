"""The contract of docs/formats/facts.md as data: which tables, which columns, of what kind."""

from __future__ import annotations

import dataclasses
import enum
from pathlib import Path

import duckdb

from dashboard.errors import ImportProblem

INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")


class Kind(enum.StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"


KINDS = {"VARCHAR": Kind.TEXT, "BOOLEAN": Kind.FLAG} | dict.fromkeys(INTEGERS, Kind.NUMBER)


@dataclasses.dataclass(frozen=True)
class Column:
    """One column; what is computed from an optional one is missing where it is not delivered."""

    name: str
    kind: Kind
    required: bool = True


@dataclasses.dataclass(frozen=True)
class Table:
    """One table: a single file, or a folder of files for each quarter."""

    name: str
    columns: tuple[Column, ...]
    required: bool = True
    by_quarter: bool = True

    @property
    def files(self) -> str:
        """The pattern of its files in the folder."""
        return f"{self.name}/quarter=*/*.parquet" if self.by_quarter else f"{self.name}.parquet"


def columns(names: str, kind: Kind = Kind.NUMBER, *, required: bool = True) -> tuple[Column, ...]:
    return tuple(Column(name, kind, required) for name in names.split())


def optional(names: str, kind: Kind = Kind.NUMBER) -> tuple[Column, ...]:
    return columns(names, kind, required=False)


EMPLOYERS = Table(
    "employers",
    columns("employer nace_version nace section municipality arrondissement province region", Kind.TEXT)
    + optional("committee enterprise_group", Kind.TEXT),
    by_quarter=False,
)
ESTABLISHMENTS = Table(
    "establishments",
    columns("employer establishment municipality arrondissement province region", Kind.TEXT)
    + columns("headcount"),
    required=False,
    by_quarter=False,
)
WORKER_MONTHS = Table(
    "worker_months",
    columns("employer", Kind.TEXT)
    + columns("worker month sex birth_year")
    + columns("blue_collar open_ended", Kind.FLAG)
    + columns("fraction fte gross cost hours_contracted hours_worked")
    + optional("contract entry_month")
    + optional("hours_paid hours_overtime hours_sick hours_unemployed hours_training")
    + optional("premiums overtime_pay bonus year_end contributions training_cost")
    + optional(
        "meal_vouchers meal_voucher_pay company_car group_insurance hospital_insurance bike_allowance"
    ),
)
ABSENCES = Table(
    "absences",
    columns("employer", Kind.TEXT)
    + columns("worker spell cause start days days_before")
    + columns("starts_here ends_here", Kind.FLAG)
    + columns("hours gap days_prior")
    + optional("hours_to_day_30 hours_to_day_90 permanent")
    + optional("fatal", Kind.FLAG),
    required=False,
)
EXITS = Table(
    "exits",
    columns("employer", Kind.TEXT)
    + columns("worker reason")
    + columns("open_ended", Kind.FLAG)
    + columns("back_after"),
    required=False,
)
ENTRIES = Table(
    "entries",
    columns("employer", Kind.TEXT)
    + columns("worker")
    + columns("open_ended", Kind.FLAG)
    + columns("away_for"),
    required=False,
)
AGENCY_HOURS = Table("agency_hours", columns("employer", Kind.TEXT) + columns("month hours"), required=False)
TABLES = (EMPLOYERS, ESTABLISHMENTS, WORKER_MONTHS, ABSENCES, EXITS, ENTRIES, AGENCY_HOURS)


def check_schema(folder: Path) -> None:
    """Refuse facts with a table or column that is missing or of another kind, in one sentence."""
    with duckdb.connect() as engine:
        for table in TABLES:
            files = sorted(folder.glob(table.files))
            if table.required and not files:
                raise ImportProblem(place=folder, found="no such file", expected=table.files)
            for path in files:
                check_file(engine, path, table, name=str(path.relative_to(folder)))


def check_file(engine: duckdb.DuckDBPyConnection, path: Path, table: Table, *, name: str) -> None:
    question = "SELECT name, duckdb_type FROM parquet_schema(?) WHERE num_children IS NULL"
    types = dict(engine.execute(question, [str(path)]).fetchall())
    for column in table.columns:
        found = types.get(column.name)
        if found is None and column.required:
            raise ImportProblem(place=name, found="no such column", expected=column.name)
        if found is not None and KINDS.get(found) is not column.kind:
            raise ImportProblem(place=f"{name}, {column.name}", found=found, expected=f"a {column.kind}")
