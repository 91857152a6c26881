"""What a metric is, and one employer's value of it."""

from __future__ import annotations

import dataclasses
import enum
import functools
from collections.abc import Mapping

from dashboard.domain.metrics.formulas import Formula, Term, Weights, weigh
from dashboard.domain.workforce import Missing, Reason, Span, Value

SMALLEST_HEADCOUNT, SMALLEST_SEX = 3, 5
BOTH = (Span.FOUR_QUARTERS, Span.QUARTER)
YEAR_ONLY = (Span.FOUR_QUARTERS,)
QUARTER_ONLY = (Span.QUARTER,)


class Topic(enum.StrEnum):
    """The three parts of the overview."""

    PAY = "pay"
    HEALTH = "health"
    WORKFORCE = "workforce"


class Unit(enum.StrEnum):
    """What a value counts."""

    PERSONS = "persons"
    FTE = "fte"
    PERCENT = "percent"
    EURO = "euro"
    EURO_PER_MONTH = "euro_per_month"
    EURO_PER_YEAR = "euro_per_year"
    EURO_PER_HOUR = "euro_per_hour"
    EURO_PER_VOUCHER = "euro_per_voucher"
    PER_WORKER = "per_worker"
    PER_MILLION_HOURS = "per_million_hours"
    DAYS = "days"
    DAYS_PER_THOUSAND_HOURS = "days_per_thousand_hours"
    YEARS = "years"
    HOURS_PER_FTE = "hours_per_fte"
    POINTS = "points"


class MetricName(enum.StrEnum):
    """Every metric."""

    COST_PER_FTE = "cost_per_fte"
    HOURLY_COST = "hourly_cost"
    GROSS_WAGE_PER_FTE = "gross_wage_per_fte"
    MEDIAN_WAGE = "median_wage"
    WAGE_MASS = "wage_mass"
    VARIABLE_PAY_SHARE = "variable_pay_share"
    GENDER_PAY_GAP = "gender_pay_gap"
    OVERTIME_SHARE = "overtime_share"
    MEAL_VOUCHER_SHARE = "meal_voucher_share"
    MEAL_VOUCHER_VALUE = "meal_voucher_value"
    COMPANY_CAR_SHARE = "company_car_share"
    SICKNESS_TOTAL = "sickness_total"
    SICKNESS_SHORT = "sickness_short"
    SICKNESS_GUARANTEED = "sickness_guaranteed"
    SICKNESS_MEDIUM = "sickness_medium"
    SICKNESS_TO_DAY_90 = "sickness_to_day_90"
    SICKNESS_LONG = "sickness_long"
    SICKNESS_FREQUENCY = "sickness_frequency"
    SPELL_LENGTH = "spell_length"
    ZERO_ABSENCE_SHARE = "zero_absence_share"
    BRADFORD = "bradford"
    ACCIDENT_FREQUENCY = "accident_frequency"
    ACCIDENT_SEVERITY = "accident_severity"
    ACCIDENT_SEVERITY_GLOBAL = "accident_severity_global"
    TEMPORARY_UNEMPLOYMENT = "temporary_unemployment"
    HEADCOUNT = "headcount"
    FTE = "fte"
    ENTRIES = "entries"
    EXITS = "exits"
    TURNOVER_TOTAL = "turnover_total"
    TURNOVER_VOLUNTARY = "turnover_voluntary"
    TURNOVER_INVOLUNTARY = "turnover_involuntary"
    SENIORITY = "seniority"
    MEDIAN_SENIORITY = "median_seniority"
    SHARE_UNDER_25 = "share_under_25"
    SHARE_25_TO_34 = "share_25_to_34"
    SHARE_35_TO_44 = "share_35_to_44"
    SHARE_45_TO_54 = "share_45_to_54"
    SHARE_55_AND_OVER = "share_55_and_over"
    SHARE_OF_WOMEN = "share_of_women"
    PART_TIME_SHARE = "part_time_share"
    PART_TIME_UNDER_HALF = "part_time_under_half"
    PART_TIME_HALF = "part_time_half"
    PART_TIME_FOUR_FIFTHS = "part_time_four_fifths"
    SHARE_OPEN_ENDED = "share_open_ended"
    SHARE_FIXED_TERM = "share_fixed_term"
    SHARE_STUDENTS = "share_students"
    SHARE_FLEXI_JOBS = "share_flexi_jobs"
    SHARE_AGENCY_HOURS = "share_agency_hours"
    TRAINING_HOURS = "training_hours"
    SHARE_TRAINED = "share_trained"
    TRAINING_COST_SHARE = "training_cost_share"


@dataclasses.dataclass(frozen=True)
class Floor:
    """How many people an employer needs on average before a value is shown."""

    whom: str
    people: Weights
    least: int


STAFF = (Floor("employees", {"headcount": 1}, SMALLEST_HEADCOUNT),)
WOMEN_AND_MEN = (
    Floor("women", {"women": 1}, SMALLEST_SEX),
    Floor("men", {"headcount": 1, "women": -1}, SMALLEST_SEX),
)


@dataclasses.dataclass(frozen=True)
class Metric:
    """One metric: its place in the dictionary, its formula, and how it is offered and rounded."""

    name: MetricName
    number: int
    topic: Topic
    unit: Unit
    formula: Formula
    step: float
    spans: tuple[Span, ...]
    label: str
    definition: str
    floors: tuple[Floor, ...] = STAFF

    @functools.cached_property
    def measures(self) -> tuple[str, ...]:
        """Every measure that a value needs."""
        needed = {"months"} | self.formula.measures | {name for floor in self.floors for name in floor.people}
        return tuple(sorted(needed))

    @property
    def written(self) -> str:
        """The formula in the names of the measures."""
        terms = {name: Term(name) for name in self.formula.measures}
        text: str = self.formula.result(terms).text
        return text.removeprefix("(").removesuffix(")").replace("*", "×").replace(" - ", " − ")


def value(metric: Metric, measures: Mapping[str, int | None] | None) -> Value:
    """One employer's value from its summed measures, or why there is none.

    Unit: the metric's; `measures` None means that the period was not delivered.
    """
    lacking = lack(metric, measures or {})
    return Missing(lacking) if lacking else float(metric.formula.result(measures or {}))


def lack(metric: Metric, measures: Mapping[str, int | None]) -> Reason | None:
    months = measures.get("months")
    if not months:
        return Reason.NOT_DELIVERED
    if any(weigh(floor.people, measures) < floor.least * months for floor in metric.floors):
        return Reason.TOO_FEW_EMPLOYEES
    if any(measures.get(name) is None for name in metric.measures):
        return Reason.NOT_DELIVERED
    nothing = any(divisor <= 0 for divisor in metric.formula.divisors(measures))
    return Reason.NOT_APPLICABLE if nothing else None
