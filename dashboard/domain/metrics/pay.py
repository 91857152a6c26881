"""The metrics on pay, cost and benefits."""

from __future__ import annotations

from dashboard.domain.metrics.formulas import Gap, Ratio, Total
from dashboard.domain.metrics.metric import (
    BOTH,
    QUARTER_ONLY,
    WOMEN_AND_MEN,
    YEAR_ONLY,
    Metric,
    MetricName,
    Topic,
    Unit,
)
from dashboard.i18n import N_

COST_PER_FTE = Metric(
    MetricName.COST_PER_FTE,
    17,
    Topic.PAY,
    Unit.EURO_PER_YEAR,
    Ratio({"cost": 1}, {"fte": 1}, scale=120),
    100,
    BOTH,
    N_("Wage cost per FTE"),
    N_("Everything the employer pays for its staff in a year, divided by the average number of FTE."),
)
HOURLY_COST = Metric(
    MetricName.HOURLY_COST,
    18,
    Topic.PAY,
    Unit.EURO_PER_HOUR,
    Ratio({"cost": 1}, {"hours_worked": 1}),
    0.5,
    BOTH,
    N_("Wage cost per hour worked"),
    N_("Everything the employer pays for its staff, divided by the hours actually worked."),
)
GROSS_WAGE_PER_FTE = Metric(
    MetricName.GROSS_WAGE_PER_FTE,
    15,
    Topic.PAY,
    Unit.EURO_PER_MONTH,
    Ratio({"gross": 1}, {"fte": 1}, scale=10),
    10,
    BOTH,
    N_("Gross monthly wage per FTE"),
    N_("Ordinary gross wages of a month per FTE, without year-end bonus and double holiday pay."),
)
MEDIAN_WAGE = Metric(
    MetricName.MEDIAN_WAGE,
    16,
    Topic.PAY,
    Unit.EURO_PER_MONTH,
    Total({"median_wage": 1}, scale=0.01),
    10,
    QUARTER_ONLY,
    N_("Median gross monthly wage"),
    N_("Half of the work is paid less at full time: the median of monthly gross wages, weighted by FTE."),
)
WAGE_MASS = Metric(
    MetricName.WAGE_MASS,
    19,
    Topic.PAY,
    Unit.EURO,
    Total({"gross": 1, "year_end": 1}, scale=0.01),
    1000,
    BOTH,
    N_("Wage bill"),
    N_("Ordinary gross wages with year-end bonus and double holiday pay. It says size, not level."),
)
VARIABLE_PAY_SHARE = Metric(
    MetricName.VARIABLE_PAY_SHARE,
    21,
    Topic.PAY,
    Unit.PERCENT,
    Ratio({"bonus": 1}, {"gross": 1, "bonus": 1}, scale=100),
    0.1,
    YEAR_ONLY,
    N_("Share of variable pay"),
    N_("Bonuses, commissions, collective bonuses and warrants, as a share of gross wages and variable pay."),
)
GENDER_PAY_GAP = Metric(
    MetricName.GENDER_PAY_GAP,
    22,
    Topic.PAY,
    Unit.PERCENT,
    Gap("gross", "hours_paid", "gross_women", "hours_paid_women"),
    0.1,
    YEAR_ONLY,
    N_("Gender pay gap within the company"),
    N_(
        "By how much the gross wage per paid hour of women lies below that of men. It is not the official "
        "figure, and it is not adjusted for function or seniority."
    ),
    WOMEN_AND_MEN,
)
OVERTIME_SHARE = Metric(
    MetricName.OVERTIME_SHARE,
    23,
    Topic.PAY,
    Unit.PERCENT,
    Ratio({"hours_overtime": 1}, {"hours_worked": 1}, scale=100),
    0.1,
    BOTH,
    N_("Overtime"),
    N_("Hours of overtime, as a share of the hours worked."),
)
MEAL_VOUCHER_SHARE = Metric(
    MetricName.MEAL_VOUCHER_SHARE,
    24,
    Topic.PAY,
    Unit.PERCENT,
    Ratio({"with_meal_vouchers": 1}, {"headcount": 1}, scale=100),
    1,
    BOTH,
    N_("Employees with meal vouchers"),
    N_("Employees who get meal vouchers, as a share of the headcount."),
)
MEAL_VOUCHER_VALUE = Metric(
    MetricName.MEAL_VOUCHER_VALUE,
    24,
    Topic.PAY,
    Unit.EURO_PER_VOUCHER,
    Ratio({"meal_voucher_pay": 1}, {"meal_vouchers": 100}),
    0.1,
    BOTH,
    N_("Employer’s share of a meal voucher"),
    N_("What the employer pays for meal vouchers, divided by their number."),
)
COMPANY_CAR_SHARE = Metric(
    MetricName.COMPANY_CAR_SHARE,
    24,
    Topic.PAY,
    Unit.PERCENT,
    Ratio({"with_company_car": 1}, {"headcount": 1}, scale=100),
    1,
    BOTH,
    N_("Employees with a company car"),
    N_("Employees who have a company car, as a share of the headcount."),
)
PAY = (
    COST_PER_FTE,
    HOURLY_COST,
    GROSS_WAGE_PER_FTE,
    MEDIAN_WAGE,
    WAGE_MASS,
    VARIABLE_PAY_SHARE,
    GENDER_PAY_GAP,
    OVERTIME_SHARE,
    MEAL_VOUCHER_SHARE,
    MEAL_VOUCHER_VALUE,
    COMPANY_CAR_SHARE,
)
