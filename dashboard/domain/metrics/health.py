"""The metrics on absence and safety."""

from __future__ import annotations

from dashboard.domain.metrics.formulas import Ratio, Weights
from dashboard.domain.metrics.metric import BOTH, YEAR_ONLY, Metric, MetricName, Topic, Unit
from dashboard.domain.workforce import Span
from dashboard.i18n import N_

SICK_ALL = {"sick_short": 1, "sick_medium": 1, "sick_long": 1}
# Fedris: 75 days for each degree of permanent incapacity, 7,500 for a death.
LOST_FOR_GOOD = {"accident_days": 1, "accident_degrees": 75, "accident_deaths": 7500}


def of_hours(
    name: MetricName, number: int, hours: Weights, spans: tuple[Span, ...], *, label: str, definition: str
) -> Metric:
    """A share of the contractual hours."""
    formula = Ratio(hours, {"hours_contracted": 1}, scale=100)
    return Metric(name, number, Topic.HEALTH, Unit.PERCENT, formula, 0.1, spans, label, definition)


SICKNESS_TOTAL = of_hours(
    MetricName.SICKNESS_TOTAL,
    25,
    SICK_ALL,
    BOTH,
    label=N_("Sickness absence"),
    definition=N_("Hours lost through sickness or private accident, as a share of the contractual hours."),
)
SICKNESS_SHORT = of_hours(
    MetricName.SICKNESS_SHORT,
    26,
    {"sick_short": 1},
    BOTH,
    label=N_("Short sickness absence (less than a month)"),
    definition=N_("Hours lost in spells of up to 30 calendar days, as a share of the contractual hours."),
)
SICKNESS_GUARANTEED = of_hours(
    MetricName.SICKNESS_GUARANTEED,
    26,
    {"sick_guaranteed": 1},
    BOTH,
    label=N_("Sickness absence with guaranteed pay"),
    definition=N_(
        "Hours lost in the first 30 calendar days of every spell, long ones too, as a share of the "
        "contractual hours."
    ),
)
SICKNESS_MEDIUM = of_hours(
    MetricName.SICKNESS_MEDIUM,
    27,
    {"sick_medium": 1},
    YEAR_ONLY,
    label=N_("Medium sickness absence (one month to one year)"),
    definition=N_("Hours lost in spells of 31 to 365 calendar days, as a share of the contractual hours."),
)
SICKNESS_TO_DAY_90 = of_hours(
    MetricName.SICKNESS_TO_DAY_90,
    27,
    {"sick_to_day_90": 1},
    YEAR_ONLY,
    label=N_("Sickness absence in the second and third month"),
    definition=N_(
        "Hours lost in days 31 to 90 of every spell, as a share of the contractual hours. Employers with "
        "50 workers or more bear a part of the benefit of these days."
    ),
)
SICKNESS_LONG = of_hours(
    MetricName.SICKNESS_LONG,
    28,
    {"sick_long": 1},
    YEAR_ONLY,
    label=N_("Long sickness absence (more than a year)"),
    definition=N_(
        "Hours lost in spells of more than 365 calendar days, as a share of the contractual hours."
    ),
)
SICKNESS_FREQUENCY = Metric(
    MetricName.SICKNESS_FREQUENCY,
    29,
    Topic.HEALTH,
    Unit.PER_WORKER,
    Ratio({"spells": 12}, {"headcount": 1}),
    0.1,
    YEAR_ONLY,
    N_("Sickness spells per employee"),
    N_("Spells of sickness that started in the year, divided by the average headcount."),
)
SPELL_LENGTH = Metric(
    MetricName.SPELL_LENGTH,
    30,
    Topic.HEALTH,
    Unit.DAYS,
    Ratio({"days_ended": 1}, {"spells_ended": 1}),
    0.5,
    YEAR_ONLY,
    N_("Length of a sickness spell"),
    N_(
        "Calendar days of the spells that ended in the year, divided by their number; open ones are left out."
    ),
)
ZERO_ABSENCE_SHARE = Metric(
    MetricName.ZERO_ABSENCE_SHARE,
    31,
    Topic.HEALTH,
    Unit.PERCENT,
    Ratio({"year_workers_well": 1}, {"year_workers": 1}, scale=100),
    1,
    YEAR_ONLY,
    N_("Employees without sickness absence"),
    N_("Of those employed all year, the share without a single day of sickness."),
)
BRADFORD = Metric(
    MetricName.BRADFORD,
    32,
    Topic.HEALTH,
    Unit.POINTS,
    Ratio({"bradford": 12}, {"headcount": 1}),
    1,
    YEAR_ONLY,
    N_("Bradford factor, mean of the company"),
    N_(
        "Of each employee, the number of spells of sickness in the year, squared, times their calendar "
        "days; added up and divided by the average headcount."
    ),
)
ACCIDENT_FREQUENCY = Metric(
    MetricName.ACCIDENT_FREQUENCY,
    33,
    Topic.HEALTH,
    Unit.PER_MILLION_HOURS,
    Ratio({"accidents": 1}, {"hours_worked": 1}, scale=100_000_000),
    0.1,
    YEAR_ONLY,
    N_("Accidents at work per million hours"),
    N_("Accidents at work with at least one day of incapacity, per million hours worked."),
)
ACCIDENT_SEVERITY = Metric(
    MetricName.ACCIDENT_SEVERITY,
    34,
    Topic.HEALTH,
    Unit.DAYS_PER_THOUSAND_HOURS,
    Ratio({"accident_days": 1}, {"hours_worked": 1}, scale=100_000),
    0.1,
    YEAR_ONLY,
    N_("Severity of accidents at work"),
    N_("Calendar days lost to accidents at work, per thousand hours worked."),
)
ACCIDENT_SEVERITY_GLOBAL = Metric(
    MetricName.ACCIDENT_SEVERITY_GLOBAL,
    34,
    Topic.HEALTH,
    Unit.DAYS_PER_THOUSAND_HOURS,
    Ratio(LOST_FOR_GOOD, {"hours_worked": 1}, scale=100_000),
    0.1,
    YEAR_ONLY,
    N_("Severity of accidents at work, lasting harm included"),
    N_(
        "Calendar days lost to accidents at work, plus 75 for each degree of permanent incapacity and "
        "7500 for each death, per thousand hours worked."
    ),
)
TEMPORARY_UNEMPLOYMENT = of_hours(
    MetricName.TEMPORARY_UNEMPLOYMENT,
    35,
    {"hours_unemployed": 1},
    BOTH,
    label=N_("Temporary unemployment"),
    definition=N_("Hours of temporary unemployment, as a share of the contractual hours."),
)
HEALTH = (
    SICKNESS_TOTAL,
    SICKNESS_SHORT,
    SICKNESS_GUARANTEED,
    SICKNESS_MEDIUM,
    SICKNESS_TO_DAY_90,
    SICKNESS_LONG,
    SICKNESS_FREQUENCY,
    SPELL_LENGTH,
    ZERO_ABSENCE_SHARE,
    BRADFORD,
    ACCIDENT_FREQUENCY,
    ACCIDENT_SEVERITY,
    ACCIDENT_SEVERITY_GLOBAL,
    TEMPORARY_UNEMPLOYMENT,
)
