"""The metric dictionary: measures over measures, as data.

One definition gives an employer's value here, the column over all employers in the release build, the formula
on screen and in docs/metrics.md. Measures are whole numbers, added over the months or quarters of a period:
cents, hundredths of hours, thousandths of full-time equivalents, people at the end of each month.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from dashboard.domain.workforce import Missing, Reason, Span, Value
from dashboard.i18n import N_

SMALLEST_HEADCOUNT = 3

MEASURES = (
    "months",
    "headcount",
    "headcount_open",
    "women",
    "part_time",
    "under_25",
    "over_55",
    "fte",
    "gross",
    "cost",
    "hours_contracted",
    "hours_worked",
    "sick_short",
    "sick_medium",
    "sick_long",
    "spells",
    "accidents",
    "exits_employee",
    "exits_employer",
    "exits_natural",
    "year_workers",
    "year_workers_well",
)
# Counted over the year that ends with the quarter: of several quarters the last one holds.
YEARLY = frozenset({"year_workers", "year_workers_well"})


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
    EURO_PER_MONTH = "euro_per_month"
    EURO_PER_YEAR = "euro_per_year"
    EURO_PER_HOUR = "euro_per_hour"
    PER_WORKER = "per_worker"
    PER_MILLION_HOURS = "per_million_hours"


class MetricName(enum.StrEnum):
    """Every metric of the first version."""

    COST_PER_FTE = "cost_per_fte"
    HOURLY_COST = "hourly_cost"
    GROSS_WAGE_PER_FTE = "gross_wage_per_fte"
    SICKNESS_TOTAL = "sickness_total"
    SICKNESS_SHORT = "sickness_short"
    SICKNESS_MEDIUM = "sickness_medium"
    SICKNESS_LONG = "sickness_long"
    SICKNESS_FREQUENCY = "sickness_frequency"
    ZERO_ABSENCE_SHARE = "zero_absence_share"
    ACCIDENT_FREQUENCY = "accident_frequency"
    HEADCOUNT = "headcount"
    FTE = "fte"
    TURNOVER_TOTAL = "turnover_total"
    TURNOVER_VOLUNTARY = "turnover_voluntary"
    TURNOVER_INVOLUNTARY = "turnover_involuntary"
    SHARE_UNDER_25 = "share_under_25"
    SHARE_55_AND_OVER = "share_55_and_over"
    SHARE_OF_WOMEN = "share_of_women"
    PART_TIME_SHARE = "part_time_share"


BOTH = (Span.FOUR_QUARTERS, Span.QUARTER)
YEAR_ONLY = (Span.FOUR_QUARTERS,)


@dataclasses.dataclass(frozen=True)
class Metric:
    """One metric: scale x (sum of numerator measures) / (sum of denominator measures)."""

    name: MetricName
    number: int
    topic: Topic
    unit: Unit
    numerator: Mapping[str, int]
    denominator: Mapping[str, int]
    scale: float
    step: float
    spans: tuple[Span, ...]
    label: str
    definition: str


SICK_ALL = {"sick_short": 1, "sick_medium": 1, "sick_long": 1}
LEFT_ALL = {"exits_employee": 1, "exits_employer": 1, "exits_natural": 1}

METRICS = (
    Metric(
        MetricName.COST_PER_FTE,
        17,
        Topic.PAY,
        Unit.EURO_PER_YEAR,
        {"cost": 1},
        {"fte": 1},
        120,
        100,
        BOTH,
        N_("Wage cost per FTE"),
        N_("Everything the employer pays for its staff in a year, divided by the average number of FTE."),
    ),
    Metric(
        MetricName.HOURLY_COST,
        18,
        Topic.PAY,
        Unit.EURO_PER_HOUR,
        {"cost": 1},
        {"hours_worked": 1},
        1,
        0.5,
        BOTH,
        N_("Wage cost per hour worked"),
        N_("Everything the employer pays for its staff, divided by the hours actually worked."),
    ),
    Metric(
        MetricName.GROSS_WAGE_PER_FTE,
        15,
        Topic.PAY,
        Unit.EURO_PER_MONTH,
        {"gross": 1},
        {"fte": 1},
        10,
        10,
        BOTH,
        N_("Gross monthly wage per FTE"),
        N_("Ordinary gross wages of a month per FTE, without year-end bonus and double holiday pay."),
    ),
    Metric(
        MetricName.SICKNESS_TOTAL,
        25,
        Topic.HEALTH,
        Unit.PERCENT,
        SICK_ALL,
        {"hours_contracted": 1},
        100,
        0.1,
        BOTH,
        N_("Sickness absence"),
        N_("Hours lost through sickness or private accident, as a share of the contractual hours."),
    ),
    Metric(
        MetricName.SICKNESS_SHORT,
        26,
        Topic.HEALTH,
        Unit.PERCENT,
        {"sick_short": 1},
        {"hours_contracted": 1},
        100,
        0.1,
        BOTH,
        N_("Short sickness absence (less than a month)"),
        N_("Hours lost in spells of up to 30 calendar days, as a share of the contractual hours."),
    ),
    Metric(
        MetricName.SICKNESS_MEDIUM,
        27,
        Topic.HEALTH,
        Unit.PERCENT,
        {"sick_medium": 1},
        {"hours_contracted": 1},
        100,
        0.1,
        YEAR_ONLY,
        N_("Medium sickness absence (one month to one year)"),
        N_("Hours lost in spells of 31 to 365 calendar days, as a share of the contractual hours."),
    ),
    Metric(
        MetricName.SICKNESS_LONG,
        28,
        Topic.HEALTH,
        Unit.PERCENT,
        {"sick_long": 1},
        {"hours_contracted": 1},
        100,
        0.1,
        YEAR_ONLY,
        N_("Long sickness absence (more than a year)"),
        N_("Hours lost in spells of more than 365 calendar days, as a share of the contractual hours."),
    ),
    Metric(
        MetricName.SICKNESS_FREQUENCY,
        29,
        Topic.HEALTH,
        Unit.PER_WORKER,
        {"spells": 12},
        {"headcount": 1},
        1,
        0.1,
        YEAR_ONLY,
        N_("Sickness spells per employee"),
        N_("Spells of sickness that started in the year, divided by the average headcount."),
    ),
    Metric(
        MetricName.ZERO_ABSENCE_SHARE,
        31,
        Topic.HEALTH,
        Unit.PERCENT,
        {"year_workers_well": 1},
        {"year_workers": 1},
        100,
        1,
        YEAR_ONLY,
        N_("Employees without sickness absence"),
        N_("Of those employed all year, the share without a single day of sickness."),
    ),
    Metric(
        MetricName.ACCIDENT_FREQUENCY,
        33,
        Topic.HEALTH,
        Unit.PER_MILLION_HOURS,
        {"accidents": 1},
        {"hours_worked": 1},
        100_000_000,
        0.1,
        YEAR_ONLY,
        N_("Accidents at work per million hours"),
        N_("Accidents at work with at least one day of incapacity, per million hours worked."),
    ),
    Metric(
        MetricName.HEADCOUNT,
        1,
        Topic.WORKFORCE,
        Unit.PERSONS,
        {"headcount": 1},
        {"months": 1},
        1,
        1,
        BOTH,
        N_("Headcount"),
        N_("Employees under contract at the end of a month, averaged over the months of the period."),
    ),
    Metric(
        MetricName.FTE,
        2,
        Topic.WORKFORCE,
        Unit.FTE,
        {"fte": 1},
        {"months": 1},
        0.001,
        0.5,
        BOTH,
        N_("Full-time equivalents (FTE)"),
        N_("Paid performance relative to a full-time worker, averaged over the months of the period."),
    ),
    Metric(
        MetricName.TURNOVER_TOTAL,
        6,
        Topic.WORKFORCE,
        Unit.PERCENT,
        LEFT_ALL,
        {"headcount_open": 1},
        1200,
        0.1,
        YEAR_ONLY,
        N_("Staff turnover"),
        N_(
            "Open-ended contracts that ended in the year, as a share of the average number of such contracts."
        ),
    ),
    Metric(
        MetricName.TURNOVER_VOLUNTARY,
        7,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"exits_employee": 1},
        {"headcount_open": 1},
        1200,
        0.1,
        YEAR_ONLY,
        N_("Staff turnover on the employee's initiative"),
        N_("Open-ended contracts ended by the employee, as a share of the average number of such contracts."),
    ),
    Metric(
        MetricName.TURNOVER_INVOLUNTARY,
        8,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"exits_employer": 1},
        {"headcount_open": 1},
        1200,
        0.1,
        YEAR_ONLY,
        N_("Staff turnover on the employer's initiative"),
        N_("Open-ended contracts ended by the employer, as a share of the average number of such contracts."),
    ),
    Metric(
        MetricName.SHARE_UNDER_25,
        11,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"under_25": 1},
        {"headcount": 1},
        100,
        0.5,
        BOTH,
        N_("Share of employees under 25"),
        N_("Employees who turn 24 or less in the year, as a share of the headcount."),
    ),
    Metric(
        MetricName.SHARE_55_AND_OVER,
        11,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"over_55": 1},
        {"headcount": 1},
        100,
        0.5,
        BOTH,
        N_("Share of employees of 55 and over"),
        N_("Employees who turn 55 or more in the year, as a share of the headcount."),
    ),
    Metric(
        MetricName.SHARE_OF_WOMEN,
        12,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"women": 1},
        {"headcount": 1},
        100,
        0.5,
        BOTH,
        N_("Share of women"),
        N_("Women as a share of the headcount."),
    ),
    Metric(
        MetricName.PART_TIME_SHARE,
        13,
        Topic.WORKFORCE,
        Unit.PERCENT,
        {"part_time": 1},
        {"headcount": 1},
        100,
        0.5,
        BOTH,
        N_("Share of part-time employees"),
        N_("Employees who work less than full time, as a share of the headcount."),
    ),
)

BY_NAME = {metric.name: metric for metric in METRICS}


def weigh(weights: Mapping[str, int], measures: Mapping[str, int]) -> int:
    return sum(weight * measures[name] for name, weight in weights.items())


def value(metric: Metric, measures: Mapping[str, int] | None) -> Value:
    """One employer's value from its summed measures, or why there is none.

    Unit: the metric's; `measures` None means that the period was not delivered.
    """
    if not measures or not measures["months"]:
        return Missing(Reason.NOT_DELIVERED)
    if measures["headcount"] < SMALLEST_HEADCOUNT * measures["months"]:
        return Missing(Reason.TOO_FEW_EMPLOYEES)
    denominator = weigh(metric.denominator, measures)
    if denominator <= 0:
        return Missing(Reason.NOT_APPLICABLE)
    return metric.scale * weigh(metric.numerator, measures) / denominator
