"""Measures worked out slowly from rows in memory, sharing nothing with stage one.

A year is four quarters, oldest first; a quarter holds for each table a list of rows as dictionaries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
Quarter = Mapping[str, list[Row]]
Measures = dict[str, int | None]
BENEFITS = ("meal_vouchers", "company_car", "group_insurance", "hospital_insurance", "bike_allowance")
SUMMED = (
    *("fte", "gross", "cost", "hours_contracted", "hours_worked", "hours_paid", "hours_overtime"),
    *("hours_unemployed", "hours_training", "premiums", "overtime_pay", "bonus", "year_end"),
    *("contributions", "training_cost", "meal_voucher_pay", *BENEFITS),
)
# Which measures a column or table of the facts is needed for, beside the sum of its own name.
NEEDED_FOR = {
    "contract": ("open_ordinary", "fixed_ordinary", "students", "flexi_jobs"),
    "entry_month": ("seniority", "median_seniority"),
    "hours_paid": ("hours_paid", "hours_paid_women"),
    "hours_training": ("hours_training", "year_trained"),
    "hours_to_day_30": ("sick_guaranteed",),
    "hours_to_day_90": ("sick_to_day_90",),
    "permanent": ("accident_degrees",),
    "fatal": ("accident_deaths",),
    "absences": (
        *("sick_short", "sick_medium", "sick_long", "sick_guaranteed", "sick_to_day_90", "spells"),
        *("spells_ended", "days_ended", "accidents", "accident_days", "accident_degrees"),
        *("accident_deaths", "year_workers_well", "bradford"),
    ),
    "exits": ("exits", "exits_employee", "exits_employer", "exits_natural"),
    "entries": ("entries",),
    "agency_hours": ("agency_hours",),
} | {name: (name, f"with_{name}") for name in BENEFITS}


def plain_measures(
    year: list[Quarter], *, quarter: str, relapse_days: int = 0, omitted: Collection[str] = ()
) -> dict[str, Measures]:
    """Every measure of every employer with staff in the last quarter; None for what needs the omitted."""
    unknown = {measure for name in omitted for measure in NEEDED_FOR.get(name, (name,))}
    found = {}
    for employer in {row["employer"] for row in year[-1]["worker_months"]}:
        mine = [of(employer, one) for one in year]
        measures = {
            **of_staff(mine[-1]["worker_months"], quarter),
            **of_absences(mine[-1]["absences"], relapse_days),
            **of_movement(mine[-1]),
            **of_year(mine, relapse_days),
        }
        found[employer] = {name: None if name in unknown else value for name, value in measures.items()}
    return found


def of(employer: str, quarter: Quarter) -> Quarter:
    return {table: [row for row in rows if row["employer"] == employer] for table, rows in quarter.items()}


def count(rows: Iterable[Row], belongs: Callable[[Row], Any]) -> int:
    return sum(bool(belongs(row)) for row in rows)


def added(rows: Iterable[Row], column: str) -> int:
    return sum(row[column] for row in rows)


def of_staff(staff: list[Row], quarter: str) -> Measures:
    women = [row for row in staff if row["sex"] == 2]
    ordinary = [row for row in staff if row["contract"] == 1]
    return {
        "months": len({row["month"] for row in staff}),
        "headcount": len(staff),
        "headcount_open": count(staff, lambda row: row["open_ended"]),
        "women": len(women),
        "part_time": count(staff, lambda row: row["fraction"] < 1000),
        "part_time_small": count(staff, lambda row: row["fraction"] < 500),
        "part_time_half": count(staff, lambda row: 500 <= row["fraction"] < 800),
        "part_time_large": count(staff, lambda row: 800 <= row["fraction"] < 1000),
        "blue_collar": count(staff, lambda row: row["blue_collar"]),
        "open_ordinary": count(ordinary, lambda row: row["open_ended"]),
        "fixed_ordinary": count(ordinary, lambda row: not row["open_ended"]),
        "students": count(staff, lambda row: row["contract"] == 2),
        "flexi_jobs": count(staff, lambda row: row["contract"] == 3),
        "gross_women": added(women, "gross"),
        "hours_paid_women": added(women, "hours_paid"),
        **of_ages(staff, int(quarter[:4])),
        **of_service(staff, quarter),
        **{name: added(staff, name) for name in SUMMED},
        **{f"with_{name}": count(staff, lambda row, name=name: row[name] > 0) for name in BENEFITS},
        "median_wage": median(
            [(row["gross"] * 1000 // row["fte"], row["fte"]) for row in staff if row["fte"]]
        ),
    }


def of_ages(staff: list[Row], year: int) -> Measures:
    ages = [year - row["birth_year"] for row in staff]
    return {
        "under_25": sum(age < 25 for age in ages),
        "from_25": sum(25 <= age < 35 for age in ages),
        "from_35": sum(35 <= age < 45 for age in ages),
        "from_45": sum(45 <= age < 55 for age in ages),
        "over_55": sum(age >= 55 for age in ages),
    }


def of_service(staff: list[Row], quarter: str) -> Measures:
    """Months from the first one of service to the one of the row."""
    newest = max(row["month"] for row in staff)
    served = []
    for row in staff:
        began_year, began_month = divmod(row["entry_month"] - 1, 12)
        month = 3 * (int(quarter[-1]) - 1) + row["month"] - 1
        served.append((row["month"], 12 * (int(quarter[:4]) - began_year) + month - began_month))
    return {
        "seniority": sum(months for _month, months in served),
        "median_seniority": median([(months, 1) for month, months in served if month == newest]),
    }


def median(weighted: list[tuple[int, int]]) -> int | None:
    """The smallest value that at least half of the weight does not exceed."""
    everything = sum(weight for _value, weight in weighted)
    reached = 0
    for value, weight in sorted(weighted):
        reached += weight
        if 2 * reached >= everything:
            return value
    return None


def is_relapse(row: Row, relapse_days: int) -> bool:
    return 0 < row["gap"] <= relapse_days


def sickness(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["cause"] in (1, 3)]


def of_absences(rows: list[Row], relapse_days: int) -> Measures:
    sick = sickness(rows)
    ended = [row for row in sick if row["ends_here"]]
    hurt = [row for row in rows if row["cause"] == 2]
    lost = {"sick_short": 0, "sick_medium": 0, "sick_long": 0}
    for row in sick:
        length = row["days"] + (row["days_prior"] if is_relapse(row, relapse_days) else 0)
        lost["sick_short" if length <= 30 else "sick_medium" if length <= 365 else "sick_long"] += row[
            "hours"
        ]
    return {
        **lost,
        "sick_guaranteed": added(sick, "hours_to_day_30"),
        "sick_to_day_90": added(sick, "hours_to_day_90"),
        "spells": count(sick, lambda row: row["starts_here"] and not is_relapse(row, relapse_days)),
        "spells_ended": count(ended, lambda row: not is_relapse(row, relapse_days)),
        "days_ended": added(ended, "days"),
        "accidents": count(hurt, lambda row: row["starts_here"] and row["days"] >= 1),
        "accident_days": sum(row["days"] - row["days_before"] for row in hurt),
        "accident_degrees": added(hurt, "permanent"),
        "accident_deaths": added(hurt, "fatal"),
    }


def of_movement(quarter: Quarter) -> Measures:
    gone = [row for row in quarter["exits"] if not 0 < row["back_after"] <= 30]
    left = [row["reason"] for row in gone if row["open_ended"]]
    return {
        "exits": len(gone),
        "exits_employee": left.count(1),
        "exits_employer": left.count(2),
        "exits_natural": left.count(3),
        "entries": count(quarter["entries"], lambda row: not 0 < row["away_for"] <= 30),
        "agency_hours": added(quarter["agency_hours"], "hours"),
    }


def of_year(year: list[Quarter], relapse_days: int) -> Measures:
    present, ill = defaultdict(set), defaultdict(list)
    delivered, trained = set(), set()
    for place, quarter in enumerate(year):
        for row in quarter["worker_months"]:
            present[row["worker"]].add((place, row["month"]))
            delivered.add((place, row["month"]))
            if row["hours_training"] > 0:
                trained.add(row["worker"])
        for row in sickness(quarter["absences"]):
            ill[row["worker"]].append(row)
    all_year = {worker for worker, months in present.items() if months == delivered}
    return {
        "year_workers": len(all_year),
        "year_workers_well": len(all_year - set(ill)),
        "year_trained": len(trained),
        "bradford": sum(bradford(ill[worker], relapse_days) for worker in present if worker in ill),
    }


def bradford(rows: list[Row], relapse_days: int) -> int:
    """Spells squared times days in the year; who only relapsed had one spell."""
    spells = {row["spell"] for row in rows if not is_relapse(row, relapse_days)}
    return max(len(spells), 1) ** 2 * sum(row["days"] - row["days_before"] for row in rows)
