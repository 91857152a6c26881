"""The metrics on who works at an employer, who comes and goes, and what they learn."""

from __future__ import annotations

from dashboard.domain.metrics.formulas import Ratio, Total, Weights
from dashboard.domain.metrics.metric import (
    BOTH,
    QUARTER_ONLY,
    YEAR_ONLY,
    Metric,
    MetricName,
    Topic,
    Unit,
)
from dashboard.i18n import N_

LEFT_ALL = {"exits_employee": 1, "exits_employer": 1, "exits_natural": 1}


def share(name: MetricName, number: int, people: Weights, *, label: str, definition: str) -> Metric:
    """A share of the headcount."""
    formula = Ratio(people, {"headcount": 1}, scale=100)
    return Metric(name, number, Topic.WORKFORCE, Unit.PERCENT, formula, 0.5, BOTH, label, definition)


def turnover(name: MetricName, number: int, left: Weights, *, label: str, definition: str) -> Metric:
    """A share of the average number of open-ended contracts, over a year."""
    formula = Ratio(left, {"headcount_open": 1}, scale=1200)
    return Metric(name, number, Topic.WORKFORCE, Unit.PERCENT, formula, 0.1, YEAR_ONLY, label, definition)


def whole(  # noqa: PLR0913 a row of the dictionary
    name: MetricName,
    number: int,
    unit: Unit,
    formula: Ratio | Total,
    step: float,
    *,
    label: str,
    definition: str,
) -> Metric:
    """A size or a mean of the whole staff, in a quarter or a year."""
    return Metric(name, number, Topic.WORKFORCE, unit, formula, step, BOTH, label, definition)


HEADCOUNT = whole(
    MetricName.HEADCOUNT,
    1,
    Unit.PERSONS,
    Ratio({"headcount": 1}, {"months": 1}),
    1,
    label=N_("Headcount"),
    definition=N_("Employees under contract at the end of a month, averaged over the months of the period."),
)
FTE = whole(
    MetricName.FTE,
    2,
    Unit.FTE,
    Ratio({"fte": 1}, {"months": 1}, scale=0.001),
    0.5,
    label=N_("Full-time equivalents (FTE)"),
    definition=N_("Paid performance relative to a full-time worker, averaged over the months of the period."),
)
ENTRIES = whole(
    MetricName.ENTRIES,
    4,
    Unit.PERSONS,
    Total({"entries": 1}),
    1,
    label=N_("Entries"),
    definition=N_("Contracts that began. Who comes back within 30 days has not entered."),
)
EXITS = whole(
    MetricName.EXITS,
    5,
    Unit.PERSONS,
    Total({"exits": 1}),
    1,
    label=N_("Exits"),
    definition=N_("Contracts that ended, for whatever reason. Who comes back within 30 days has not left."),
)
TURNOVER_TOTAL = turnover(
    MetricName.TURNOVER_TOTAL,
    6,
    LEFT_ALL,
    label=N_("Staff turnover"),
    definition=N_(
        "Open-ended contracts that ended in the year, as a share of the average number of such contracts."
    ),
)
TURNOVER_VOLUNTARY = turnover(
    MetricName.TURNOVER_VOLUNTARY,
    7,
    {"exits_employee": 1},
    label=N_("Staff turnover on the employee's initiative"),
    definition=N_(
        "Open-ended contracts ended by the employee, as a share of the average number of such contracts."
    ),
)
TURNOVER_INVOLUNTARY = turnover(
    MetricName.TURNOVER_INVOLUNTARY,
    8,
    {"exits_employer": 1},
    label=N_("Staff turnover on the employer's initiative"),
    definition=N_(
        "Open-ended contracts ended by the employer, as a share of the average number of such contracts."
    ),
)
SENIORITY = whole(
    MetricName.SENIORITY,
    10,
    Unit.YEARS,
    Ratio({"seniority": 1}, {"headcount": 12}),
    0.5,
    label=N_("Seniority"),
    definition=N_(
        "Years of uninterrupted service at the end of a month, averaged over the employees and months."
    ),
)
MEDIAN_SENIORITY = Metric(
    MetricName.MEDIAN_SENIORITY,
    10,
    Topic.WORKFORCE,
    Unit.YEARS,
    Total({"median_seniority": 1}, scale=1 / 12),
    0.5,
    QUARTER_ONLY,
    N_("Median seniority"),
    N_("Half of the employees have served longer without interruption, at the end of the last month."),
)
SHARE_UNDER_25 = share(
    MetricName.SHARE_UNDER_25,
    11,
    {"under_25": 1},
    label=N_("Share of employees under 25"),
    definition=N_("Employees who turn 24 or less in the year, as a share of the headcount."),
)
SHARE_25_TO_34 = share(
    MetricName.SHARE_25_TO_34,
    11,
    {"from_25": 1},
    label=N_("Share of employees of 25 to 34"),
    definition=N_("Employees who turn 25 to 34 in the year, as a share of the headcount."),
)
SHARE_35_TO_44 = share(
    MetricName.SHARE_35_TO_44,
    11,
    {"from_35": 1},
    label=N_("Share of employees of 35 to 44"),
    definition=N_("Employees who turn 35 to 44 in the year, as a share of the headcount."),
)
SHARE_45_TO_54 = share(
    MetricName.SHARE_45_TO_54,
    11,
    {"from_45": 1},
    label=N_("Share of employees of 45 to 54"),
    definition=N_("Employees who turn 45 to 54 in the year, as a share of the headcount."),
)
SHARE_55_AND_OVER = share(
    MetricName.SHARE_55_AND_OVER,
    11,
    {"over_55": 1},
    label=N_("Share of employees of 55 and over"),
    definition=N_("Employees who turn 55 or more in the year, as a share of the headcount."),
)
SHARE_OF_WOMEN = share(
    MetricName.SHARE_OF_WOMEN,
    12,
    {"women": 1},
    label=N_("Share of women"),
    definition=N_("Women as a share of the headcount."),
)
PART_TIME_SHARE = share(
    MetricName.PART_TIME_SHARE,
    13,
    {"part_time": 1},
    label=N_("Share of part-time employees"),
    definition=N_("Employees who work less than full time, as a share of the headcount."),
)
PART_TIME_UNDER_HALF = share(
    MetricName.PART_TIME_UNDER_HALF,
    13,
    {"part_time_small": 1},
    label=N_("Part-time, less than half"),
    definition=N_("Employees with less than half of full time, as a share of the headcount."),
)
PART_TIME_HALF = share(
    MetricName.PART_TIME_HALF,
    13,
    {"part_time_half": 1},
    label=N_("Part-time, half to four fifths"),
    definition=N_("Employees with half to less than four fifths of full time, as a share of the headcount."),
)
PART_TIME_FOUR_FIFTHS = share(
    MetricName.PART_TIME_FOUR_FIFTHS,
    13,
    {"part_time_large": 1},
    label=N_("Part-time, four fifths or more"),
    definition=N_(
        "Employees with four fifths of full time or more, but not full time, as a share of the headcount."
    ),
)
SHARE_OPEN_ENDED = share(
    MetricName.SHARE_OPEN_ENDED,
    14,
    {"open_ordinary": 1},
    label=N_("Share of open-ended contracts"),
    definition=N_("Ordinary contracts without an end, as a share of the headcount."),
)
SHARE_FIXED_TERM = share(
    MetricName.SHARE_FIXED_TERM,
    14,
    {"fixed_ordinary": 1},
    label=N_("Share of fixed-term contracts"),
    definition=N_("Ordinary contracts for a term, as a share of the headcount."),
)
SHARE_STUDENTS = share(
    MetricName.SHARE_STUDENTS,
    14,
    {"students": 1},
    label=N_("Share of students"),
    definition=N_("Student contracts, as a share of the headcount."),
)
SHARE_FLEXI_JOBS = share(
    MetricName.SHARE_FLEXI_JOBS,
    14,
    {"flexi_jobs": 1},
    label=N_("Share of flexi-jobs"),
    definition=N_("Flexi-jobs, as a share of the headcount."),
)
SHARE_AGENCY_HOURS = Metric(
    MetricName.SHARE_AGENCY_HOURS,
    14,
    Topic.WORKFORCE,
    Unit.PERCENT,
    Ratio({"agency_hours": 1}, {"hours_worked": 1, "agency_hours": 1}, scale=100),
    0.1,
    BOTH,
    N_("Agency work"),
    N_("Hours of agency workers, as a share of all hours worked at the employer."),
)
WORKFORCE = (
    HEADCOUNT,
    FTE,
    ENTRIES,
    EXITS,
    TURNOVER_TOTAL,
    TURNOVER_VOLUNTARY,
    TURNOVER_INVOLUNTARY,
    SENIORITY,
    MEDIAN_SENIORITY,
    SHARE_UNDER_25,
    SHARE_25_TO_34,
    SHARE_35_TO_44,
    SHARE_45_TO_54,
    SHARE_55_AND_OVER,
    SHARE_OF_WOMEN,
    PART_TIME_SHARE,
    PART_TIME_UNDER_HALF,
    PART_TIME_HALF,
    PART_TIME_FOUR_FIFTHS,
    SHARE_OPEN_ENDED,
    SHARE_FIXED_TERM,
    SHARE_STUDENTS,
    SHARE_FLEXI_JOBS,
    SHARE_AGENCY_HOURS,
)
