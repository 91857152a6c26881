"""The metric dictionary: measures over measures, as data.

One definition gives an employer's value here, the column over all employers and the expression in SQL
(`data.facts.columns`), the formula on screen and in docs/metrics.md. Measures are whole numbers, added over
the months or quarters of a period: cents, hundredths of hours, thousandths of full-time equivalents, people
at the end of each month.
"""

from __future__ import annotations

from dashboard.domain.metrics.health import HEALTH
from dashboard.domain.metrics.learning import LEARNING
from dashboard.domain.metrics.measures import DICTIONARY, LATEST, MEASURES, Measure
from dashboard.domain.metrics.metric import SMALLEST_HEADCOUNT, Floor, Metric, MetricName, Topic, Unit, value
from dashboard.domain.metrics.pay import PAY
from dashboard.domain.metrics.workforce import WORKFORCE

METRICS = PAY + HEALTH + WORKFORCE + LEARNING
BY_NAME = {metric.name: metric for metric in METRICS}

# Sizes and sums of money say who an employer is: they are never compared.
NOT_COMPARED = {MetricName.WAGE_MASS, MetricName.ENTRIES, MetricName.EXITS}
OWN_ONLY = tuple(metric for metric in METRICS if metric.name in NOT_COMPARED)
COMPARED = tuple(metric for metric in METRICS if metric.name not in NOT_COMPARED)
OVERVIEW = tuple(
    BY_NAME[name]
    for name in (
        MetricName.COST_PER_FTE,
        MetricName.HOURLY_COST,
        MetricName.GROSS_WAGE_PER_FTE,
        MetricName.SICKNESS_TOTAL,
        MetricName.SICKNESS_SHORT,
        MetricName.SICKNESS_MEDIUM,
        MetricName.SICKNESS_LONG,
        MetricName.SICKNESS_FREQUENCY,
        MetricName.ZERO_ABSENCE_SHARE,
        MetricName.ACCIDENT_FREQUENCY,
        MetricName.HEADCOUNT,
        MetricName.FTE,
        MetricName.TURNOVER_TOTAL,
        MetricName.TURNOVER_VOLUNTARY,
        MetricName.TURNOVER_INVOLUNTARY,
        MetricName.SHARE_UNDER_25,
        MetricName.SHARE_55_AND_OVER,
        MetricName.SHARE_OF_WOMEN,
        MetricName.PART_TIME_SHARE,
    )
)

__all__ = [
    "BY_NAME",
    "COMPARED",
    "DICTIONARY",
    "LATEST",
    "MEASURES",
    "METRICS",
    "OVERVIEW",
    "OWN_ONLY",
    "SMALLEST_HEADCOUNT",
    "Floor",
    "Measure",
    "Metric",
    "MetricName",
    "Topic",
    "Unit",
    "value",
]
