import pytest

from dashboard.domain.metrics import (
    BY_NAME,
    COMPARED,
    MEASURES,
    METRICS,
    OVERVIEW,
    OWN_ONLY,
    MetricName,
    value,
)
from dashboard.domain.workforce import Missing, Reason, Span

# Twelve months of ten people, nine of them on open-ended contracts.
A_YEAR = dict.fromkeys(MEASURES, 0) | {
    "months": 12,
    "headcount": 120,
    "headcount_open": 108,
    "women": 60,
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
    "from_25": 36,
    "from_35": 30,
    "from_45": 18,
    "part_time_small": 6,
    "part_time_half": 15,
    "part_time_large": 9,
    "open_ordinary": 96,
    "fixed_ordinary": 12,
    "students": 6,
    "flexi_jobs": 3,
    "seniority": 10_800,
    "gross_women": 16_000_000,
    "hours_paid": 1_300_000,
    "hours_paid_women": 600_000,
    "hours_overtime": 30_000,
    "hours_unemployed": 7_500,
    "hours_training": 12_000,
    "bonus": 1_600_000,
    "year_end": 6_400_000,
    "training_cost": 448_000,
    "meal_vouchers": 1_500,
    "meal_voucher_pay": 900_000,
    "with_meal_vouchers": 90,
    "with_company_car": 24,
    "agency_hours": 400_000,
    "sick_guaranteed": 37_500,
    "sick_to_day_90": 15_000,
    "spells_ended": 16,
    "days_ended": 200,
    "accident_days": 24,
    "accident_degrees": 4,
    "accident_deaths": 1,
    "entries": 5,
    "exits": 7,
    "bradford": 1_230,
    "year_trained": 4,
    "median_wage": 387_654,
    "median_seniority": 66,
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
    MetricName.SHARE_OF_WOMEN: 50,
    MetricName.PART_TIME_SHARE: 25,
    MetricName.MEDIAN_WAGE: 3_876.54,
    MetricName.WAGE_MASS: 448_000,
    MetricName.VARIABLE_PAY_SHARE: 4,
    # 160,000 euro in 6,000 hours of women, 224,000 in 7,000 hours of men.
    MetricName.GENDER_PAY_GAP: 100 * (32 - 80 / 3) / 32,
    MetricName.OVERTIME_SHARE: 2.5,
    MetricName.MEAL_VOUCHER_SHARE: 75,
    MetricName.MEAL_VOUCHER_VALUE: 6,
    MetricName.COMPANY_CAR_SHARE: 20,
    MetricName.SICKNESS_GUARANTEED: 2.5,
    MetricName.SICKNESS_TO_DAY_90: 1,
    MetricName.SPELL_LENGTH: 12.5,
    MetricName.BRADFORD: 123,
    # 24 days, and 24 + 4 x 75 + 7,500, in 12 thousand hours.
    MetricName.ACCIDENT_SEVERITY: 2,
    MetricName.ACCIDENT_SEVERITY_GLOBAL: 652,
    MetricName.TEMPORARY_UNEMPLOYMENT: 0.5,
    MetricName.ENTRIES: 5,
    MetricName.EXITS: 7,
    MetricName.SENIORITY: 7.5,
    MetricName.MEDIAN_SENIORITY: 5.5,
    MetricName.SHARE_25_TO_34: 30,
    MetricName.SHARE_35_TO_44: 25,
    MetricName.SHARE_45_TO_54: 15,
    MetricName.PART_TIME_UNDER_HALF: 5,
    MetricName.PART_TIME_HALF: 12.5,
    MetricName.PART_TIME_FOUR_FIFTHS: 7.5,
    MetricName.SHARE_OPEN_ENDED: 80,
    MetricName.SHARE_FIXED_TERM: 10,
    MetricName.SHARE_STUDENTS: 5,
    MetricName.SHARE_FLEXI_JOBS: 2.5,
    MetricName.SHARE_AGENCY_HOURS: 25,
    MetricName.TRAINING_HOURS: 15,
    MetricName.SHARE_TRAINED: 40,
    MetricName.TRAINING_COST_SHARE: 1,
}


@pytest.mark.parametrize("name", MetricName)
def test_each_metric_agrees_with_the_hand(name):
    assert value(BY_NAME[name], A_YEAR) == pytest.approx(BY_HAND[name])


def test_every_metric_is_defined_once_over_known_measures():
    assert len(METRICS) == len(BY_NAME) == len(MetricName)
    assert {name for metric in METRICS for name in metric.measures} <= set(MEASURES)


def test_every_metric_covers_a_span_and_rounds_to_a_step():
    assert all(metric.spans and metric.step > 0 for metric in METRICS)


def test_a_median_is_of_one_quarter():
    medians = [metric for metric in METRICS if "median" in metric.name]
    assert [metric.spans for metric in medians] == [(Span.QUARTER,)] * 2


def test_sizes_and_sums_of_money_are_never_compared():
    assert {metric.name for metric in OWN_ONLY} == {"wage_mass", "entries", "exits"}
    assert len(OWN_ONLY) + len(COMPARED) == len(METRICS)
    assert all(metric in COMPARED for metric in OVERVIEW)


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


@pytest.mark.parametrize(("women", "reason"), [(59, "women"), (61, "men")])
def test_a_pay_gap_needs_five_women_and_five_men(women, reason):
    found = value(BY_NAME[MetricName.GENDER_PAY_GAP], A_YEAR | {"women": women})

    assert found == Missing(Reason.TOO_FEW_EMPLOYEES), reason


@pytest.mark.parametrize("measure", ["gross_women", "hours_paid"])
def test_what_was_not_delivered_is_not_zero(measure):
    gap = BY_NAME[MetricName.GENDER_PAY_GAP]

    assert value(gap, A_YEAR | {measure: None}) == Missing(Reason.NOT_DELIVERED)
    assert value(BY_NAME[MetricName.FTE], A_YEAR | {measure: None}) == 8


def test_a_pay_gap_without_paid_hours_of_men_does_not_apply():
    women_alone = A_YEAR | {"hours_paid": A_YEAR["hours_paid_women"]}

    assert value(BY_NAME[MetricName.GENDER_PAY_GAP], women_alone) == Missing(Reason.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        (MetricName.COST_PER_FTE, "(120 × cost) / fte"),
        (MetricName.ENTRIES, "entries"),
        (
            MetricName.GENDER_PAY_GAP,
            "(100 × (({men}) − (gross_women / hours_paid_women))) / ({men})".replace(
                "{men}", "(gross − gross_women) / (hours_paid − hours_paid_women)"
            ),
        ),
    ],
)
def test_a_formula_is_written_as_it_is_computed(name, formula):
    assert BY_NAME[name].written == formula
