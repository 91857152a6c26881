import pytest

from dashboard.domain.metrics import BY_NAME, MEASURES, METRICS, MetricName, value
from dashboard.domain.workforce import Missing, Reason

# Twelve months of ten people, nine of them on open-ended contracts.
A_YEAR = dict.fromkeys(MEASURES, 0) | {
    "months": 12,
    "headcount": 120,
    "headcount_open": 108,
    "women": 48,
    "part_time": 30,
    "under_25": 12,
    "over_55": 24,
    "fte": 96_000,
    "gross": 38_400_000,
    "cost": 57_600_000,
    "hours_contracted": 1_500_000,
    "hours_worked": 1_200_000,
    "sick_short": 30_000,
    "sick_medium": 45_000,
    "sick_long": 60_000,
    "spells": 17,
    "accidents": 2,
    "exits_employee": 3,
    "exits_employer": 2,
    "exits_natural": 1,
    "year_workers": 8,
    "year_workers_well": 3,
}
BY_HAND = {
    # 8 FTE on average, 576,000 euro of cost and 384,000 euro of wages in the year.
    MetricName.COST_PER_FTE: 72_000,
    MetricName.GROSS_WAGE_PER_FTE: 4_000,
    MetricName.HOURLY_COST: 48,
    MetricName.SICKNESS_TOTAL: 9,
    MetricName.SICKNESS_SHORT: 2,
    MetricName.SICKNESS_MEDIUM: 3,
    MetricName.SICKNESS_LONG: 4,
    MetricName.SICKNESS_FREQUENCY: 1.7,
    MetricName.ZERO_ABSENCE_SHARE: 37.5,
    # Two in 12,000 hours.
    MetricName.ACCIDENT_FREQUENCY: 2 / 0.012,
    MetricName.HEADCOUNT: 10,
    MetricName.FTE: 8,
    MetricName.TURNOVER_TOTAL: 600 / 9,
    MetricName.TURNOVER_VOLUNTARY: 300 / 9,
    MetricName.TURNOVER_INVOLUNTARY: 200 / 9,
    MetricName.SHARE_UNDER_25: 10,
    MetricName.SHARE_55_AND_OVER: 20,
    MetricName.SHARE_OF_WOMEN: 40,
    MetricName.PART_TIME_SHARE: 25,
}


@pytest.mark.parametrize("name", MetricName)
def test_each_metric_agrees_with_the_hand(name):
    assert value(BY_NAME[name], A_YEAR) == pytest.approx(BY_HAND[name])


def test_every_metric_is_defined_once_over_known_measures():
    assert len(METRICS) == len(BY_NAME) == len(MetricName)
    assert {name for metric in METRICS for name in (*metric.numerator, *metric.denominator)} <= set(MEASURES)


def test_every_metric_covers_four_quarters_and_rounds_to_a_step():
    assert all(metric.spans[0] == "four_quarters" and metric.step > 0 for metric in METRICS)


@pytest.mark.parametrize("name", MetricName)
@pytest.mark.parametrize(
    ("measures", "reason"),
    [
        (None, Reason.NOT_DELIVERED),
        (dict.fromkeys(MEASURES, 0), Reason.NOT_DELIVERED),
        (A_YEAR | {"headcount": 35}, Reason.TOO_FEW_EMPLOYEES),
    ],
)
def test_a_missing_value_says_why(name, measures, reason):
    assert value(BY_NAME[name], measures) == Missing(reason)


def test_three_employees_on_average_are_enough():
    assert value(BY_NAME[MetricName.HEADCOUNT], A_YEAR | {"headcount": 36}) == 3


def test_nothing_to_divide_by_is_not_zero():
    nobody_all_year = A_YEAR | {"year_workers": 0, "year_workers_well": 0}

    assert value(BY_NAME[MetricName.ZERO_ABSENCE_SHARE], nobody_all_year) == Missing(Reason.NOT_APPLICABLE)


def test_no_absence_is_zero_and_not_missing():
    well = A_YEAR | dict.fromkeys(("sick_short", "sick_medium", "sick_long"), 0)

    assert value(BY_NAME[MetricName.SICKNESS_TOTAL], well) == 0
