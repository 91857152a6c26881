"""Stage one as SQL: the facts of one quarter become one row of whole measures an employer.

Only sums, counts, comparisons, CASE and joins, so that engines give the same integers from the same text;
DuckDB and PostgreSQL are compared. What needs a column or table that was not delivered is NULL, never zero.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from dashboard.data.facts.schema import (
    ABSENCES,
    AGENCY_HOURS,
    ENTRIES,
    EXITS,
    TABLES,
    WORKER_MONTHS,
    Kind,
    Table,
)
from dashboard.domain.metrics import MEASURES
from dashboard.domain.workforce import Quarter

NOT_A_BREAK = 30
WORD = re.compile(r"\w+")
KNOWN = {table.name: frozenset(column.name for column in table.columns) for table in TABLES}


@dataclasses.dataclass(frozen=True)
class Source:
    """One table of a quarter, or of a year with a column `quarter`: what SQL reads, which columns it has."""

    sql: str
    columns: frozenset[str]


# By the table's name; a table that was never delivered is not there.
Sources = Mapping[str, Source]


def first_month(quarter: Quarter) -> int:
    """As `entry_month` counts: year x 12 + month."""
    return 12 * quarter.year + quarter.start.month


def people(condition: str) -> str:
    return f"sum(CASE WHEN {condition} THEN 1 ELSE 0 END)"


def total(column: str, condition: str = "") -> str:
    value = f"CASE WHEN {condition} THEN {column} ELSE 0 END" if condition else column
    return f"sum(CAST({value} AS BIGINT))"


def ages(first: int, last: int) -> str:
    return people(f"{{year}} - birth_year BETWEEN {first} AND {last}")


BENEFITS = ("meal_vouchers", "company_car", "group_insurance", "hospital_insurance", "bike_allowance")
ADDED = (
    *("fte", "gross", "cost", "premiums", "overtime_pay", "bonus", "year_end", "contributions"),
    *("training_cost", "meal_voucher_pay", "hours_contracted", "hours_worked", "hours_paid"),
    *("hours_overtime", "hours_unemployed", "hours_training"),
)
OF_STAFF = (
    {
        "months": "count(DISTINCT month)",
        "headcount": "count(*)",
        "headcount_open": people("open_ended"),
        "women": people("sex = 2"),
        "part_time": people("fraction < 1000"),
        "part_time_small": people("fraction < 500"),
        "part_time_half": people("fraction BETWEEN 500 AND 799"),
        "part_time_large": people("fraction BETWEEN 800 AND 999"),
        "under_25": ages(0, 24),
        "from_25": ages(25, 34),
        "from_35": ages(35, 44),
        "from_45": ages(45, 54),
        "over_55": ages(55, 999),
        "blue_collar": people("blue_collar"),
        "open_ordinary": people("contract = 1 AND open_ended"),
        "fixed_ordinary": people("contract = 1 AND NOT open_ended"),
        "students": people("contract = 2"),
        "flexi_jobs": people("contract = 3"),
        "seniority": total("{first_month} + month - 1 - entry_month"),
        "gross_women": total("gross", "sex = 2"),
        "hours_paid_women": total("hours_paid", "sex = 2"),
    }
    | {
        name: total(name)
        for name in ("fte", "gross", "cost", "premiums", "overtime_pay", "bonus", "year_end")
    }
    | {name: total(name) for name in ("contributions", "training_cost", "meal_voucher_pay", *BENEFITS)}
    | {
        f"hours_{name}": total(f"hours_{name}")
        for name in ("contracted", "worked", "paid", "overtime", "unemployed", "training")
    }
    | {f"with_{name}": people(f"{name} > 0") for name in BENEFITS}
)
SICK, AT_WORK = "cause IN (1, 3)", "cause = 2"
RELAPSE = "gap BETWEEN 1 AND {relapse_days}"
LENGTH = f"days + CASE WHEN {RELAPSE} THEN days_prior ELSE 0 END"
OF_ABSENCES = {
    "sick_short": total("hours", f"{SICK} AND {LENGTH} <= 30"),
    "sick_medium": total("hours", f"{SICK} AND {LENGTH} BETWEEN 31 AND 365"),
    "sick_long": total("hours", f"{SICK} AND {LENGTH} > 365"),
    "sick_guaranteed": total("hours_to_day_30", SICK),
    "sick_to_day_90": total("hours_to_day_90", SICK),
    "spells": people(f"{SICK} AND starts_here AND NOT {RELAPSE}"),
    "spells_ended": people(f"{SICK} AND ends_here AND NOT {RELAPSE}"),
    "days_ended": total("days", f"{SICK} AND ends_here"),
    "accidents": people(f"{AT_WORK} AND starts_here AND days >= 1"),
    "accident_days": total("days - days_before", AT_WORK),
    "accident_degrees": total("permanent", AT_WORK),
    "accident_deaths": people(f"{AT_WORK} AND fatal"),
}
LEFT = f"(back_after = 0 OR back_after > {NOT_A_BREAK})"
OF_EXITS = {
    "exits": people(LEFT),
    "exits_employee": people(f"{LEFT} AND open_ended AND reason = 1"),
    "exits_employer": people(f"{LEFT} AND open_ended AND reason = 2"),
    "exits_natural": people(f"{LEFT} AND open_ended AND reason = 3"),
}
OF_ENTRIES = {"entries": people(f"away_for = 0 OR away_for > {NOT_A_BREAK}")}
OF_AGENCY = {"agency_hours": total("hours")}
SUMS = (
    (WORKER_MONTHS, OF_STAFF),
    (ABSENCES, OF_ABSENCES),
    (EXITS, OF_EXITS),
    (ENTRIES, OF_ENTRIES),
    (AGENCY_HOURS, OF_AGENCY),
)
ALL_YEAR = "people.months = delivered.months"
OF_YEAR = {
    "year_workers": people(ALL_YEAR),
    "year_workers_well": people(f"{ALL_YEAR} AND sick.worker IS NULL"),
    "year_trained": people("people.hours_training > 0"),
    "bradford": total("CASE WHEN sick.spells > 1 THEN sick.spells * sick.spells ELSE 1 END * sick.days"),
}
YEAR = """SELECT people.employer, {sums}
FROM (
  SELECT employer, worker, count(*) AS months, {hours_training} AS hours_training
  FROM {months} AS staff GROUP BY employer, worker
) AS people
JOIN (
  SELECT employer, count(DISTINCT 3 * quarter + month) AS months FROM {months} AS staff GROUP BY employer
) AS delivered ON delivered.employer = people.employer
LEFT JOIN (
  SELECT employer, worker,
    count(DISTINCT CASE WHEN {relapse} THEN NULL ELSE spell END) AS spells, sum(days - days_before) AS days
  FROM {absences} AS absences WHERE {sick} GROUP BY employer, worker
) AS sick ON sick.employer = people.employer AND sick.worker = people.worker
GROUP BY people.employer"""
# What the measures of a year need of each quarter; training where all four have it.
OF_THE_YEAR = {
    WORKER_MONTHS: ("employer", "worker", "month", "hours_training"),
    ABSENCES: ("employer", "worker", "spell", "cause", "days", "days_before", "gap"),
}
NOT_DELIVERED = "CAST(NULL AS BIGINT)"
ZERO = {
    Kind.TEXT: "CAST(NULL AS VARCHAR(10))",
    Kind.NUMBER: NOT_DELIVERED,
    Kind.FLAG: "CAST(NULL AS BOOLEAN)",
}


@dataclasses.dataclass(frozen=True)
class Part:
    """One grouping by employer, and the measures that come of it."""

    name: str
    sql: str
    measures: frozenset[str]


def measures_sql(quarter: Quarter, sources: Sources, year: Sources, *, relapse_days: int = 0) -> str:
    """One row an employer: every measure but the medians, in the order of `MEASURES`.

    A spell that follows within `relapse_days` on one of the same cause continues it.
    """
    values = {
        "year": quarter.year,
        "first_month": first_month(quarter),
        "relapse_days": relapse_days,
    }
    given = [(table.name, sources[table.name], sums) for table, sums in SUMS if table.name in sources]
    parts = [quarter_part(name, source, sums, values) for name, source, sums in given]
    return joined([*parts, year_part(year, values)])


def quarter_part(name: str, source: Source, sums: Mapping[str, str], values: Mapping[str, int]) -> Part:
    lacking = KNOWN[name] - source.columns
    computed = {one: sql for one, sql in sums.items() if not lacking & set(WORD.findall(sql))}
    sql = f"SELECT employer, {listed(computed, values)} FROM {source.sql} AS facts GROUP BY employer"  # noqa: S608 - our own names
    return Part(f"of_{name}", sql, frozenset(computed))


def year_part(year: Sources, values: Mapping[str, int]) -> Part:
    months, absences = year[WORKER_MONTHS.name], year.get(ABSENCES.name)
    trained = "hours_training" in months.columns
    unknown = set() if absences else {"year_workers_well", "bradford"}
    unknown |= set() if trained else {"year_trained"}
    computed = {one: sql for one, sql in OF_YEAR.items() if one not in unknown}
    sql = YEAR.format(
        sums=listed(computed, values),
        months=months.sql,
        hours_training=total("hours_training") if trained else NOT_DELIVERED,
        absences=absences.sql if absences else nothing(ABSENCES),
        relapse=RELAPSE.format_map(values),
        sick=SICK,
    )
    return Part("of_year", sql, frozenset(computed))


def listed(sums: Mapping[str, str], values: Mapping[str, int]) -> str:
    return ", ".join(f"{sql.format_map(values)} AS {name}" for name, sql in sums.items())


def joined(parts: list[Part]) -> str:
    """Everybody with staff in the quarter; where nothing happened there is a zero."""
    staff, *others = parts
    where = {measure: part.name for part in parts for measure in part.measures}
    columns = (
        f"CAST(COALESCE({where[name]}.{name}, 0) AS BIGINT) AS {name}"
        if name in where
        else f"{NOT_DELIVERED} AS {name}"
        for name in MEASURES
    )
    named = ", ".join(f"{part.name} AS ({part.sql})" for part in parts)
    joins = " ".join(
        f"LEFT JOIN {part.name} ON {part.name}.employer = {staff.name}.employer" for part in others
    )
    return (
        f"WITH {named} SELECT {staff.name}.employer, {', '.join(columns)}"  # noqa: S608 - our own names
        f" FROM {staff.name} {joins} ORDER BY {staff.name}.employer"
    )


def of_quarters(table: Table, quarters: Sequence[Source]) -> Source:
    """The same table of several quarters, oldest first, with a column `quarter`."""
    shared = frozenset.intersection(*(source.columns for source in quarters))
    columns = [name for name in OF_THE_YEAR[table] if name in shared]
    parts = (
        f"SELECT {place} AS quarter, {', '.join(columns)} FROM {source.sql} AS facts"  # noqa: S608 - our own names
        for place, source in enumerate(quarters)
    )
    return Source(f"({' UNION ALL '.join(parts)})", frozenset(columns))


def nothing(table: Table) -> str:
    """A table without rows."""
    columns = ", ".join(f"{ZERO[column.kind]} AS {column.name}" for column in table.columns)
    return f"(SELECT {columns} WHERE 1 = 0)"
