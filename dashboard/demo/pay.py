"""Pay and cost of each invented worker and month, from hours, wages and what the employer grants."""

from __future__ import annotations

import numpy as np

from dashboard.demo.benefits import BENEFITS, benefit_columns
from dashboard.demo.columns import Columns
from dashboard.demo.contracts import FLEXI, STUDENT
from dashboard.demo.hours import Time
from dashboard.demo.payroll import Numbers, Payroll, Ratios
from dashboard.demo.wages import full_time_wages
from dashboard.demo.workers import BONUS, FULL_TIME, Workers
from dashboard.domain.workforce import Quarter

# Hundredths of hours in a full-timer's average month, 38 hours a week.
FULL_MONTH = 3800 * 52 / 12
OVERTIME_FACTOR = 1.5

# Regular premiums of blue-collar and of white-collar workers, for shifts and nights.
PREMIUMS_BLUE, PREMIUMS_WHITE = 0.055, 0.018
# Holiday pay of blue-collar workers comes from a fund, which contributions pay.
DOUBLE_HOLIDAY_PAY = 0.92 / 12
WHITE_RATE, BLUE_RATE, FLEXI_RATE, STUDENT_RATE = 0.272, 0.400, 0.280, 0.056
REDUCED_BELOW, REDUCTION = 3_000_00, 0.16
SMALLEST, SMALL = 3, 6
FIRST_HIRES, NEXT_HIRES = 0.50, 0.85
ACCIDENT_INSURANCE = 0.008

# What of a year's variable pay falls in each month.
BONUS_MONTHS = np.array([0.04, 0.05, 0.40, 0.06, 0.04, 0.06, 0.03, 0.03, 0.04, 0.04, 0.04, 0.17])
COLLECTIVE_MONTH = 2
VARIABLE_YEAR, BLUE_VARIABLE = 0.085, 0.15
MONTHS_A_YEAR = 12
TRAINING_OVERHEAD = 1.35


def pay_columns(workers: Workers, time: Time, *, payroll: Payroll, quarter: Quarter) -> Columns:
    """Columns of worker_months in cents, and the number of meal vouchers."""
    row, employer = time.row, workers.employer[time.row]
    wages = full_time_wages(workers.wage, age=workers.age(quarter), quarter=quarter)
    fte = np.rint(workers.fraction[row] * (time.paid / time.contracted))
    base = np.rint(wages[row] * fte / FULL_TIME)
    overtime_pay = np.rint((wages * (OVERTIME_FACTOR / FULL_MONTH))[row] * time.overtime) * (fte > 0)
    gross = base + overtime_pay
    bonus = np.rint(
        bonuses(workers, wages, payroll=payroll, quarter=quarter)[row, time.month] * fte / FULL_TIME
    )
    year_end = np.rint(gross * year_ends(workers, payroll)[row])
    rates = contribution_rates(workers, wages, payroll=payroll)
    contributions = np.rint((gross + bonus + year_end) * rates[row])
    benefits = benefit_columns(workers, time, policy=payroll.policy, gross=gross)
    other = np.rint(gross * payroll.policy.other[employer])
    parts = (gross, bonus, year_end, contributions, other, *(benefits[name] for name in BENEFITS))
    cost = np.sum(parts, axis=0)
    hourly = cost / np.maximum(time.at_work, 1)
    return {
        "fte": fte,
        "gross": gross,
        "cost": cost,
        "premiums": np.floor(base * premium_rates(workers, payroll)[row]),
        "overtime_pay": overtime_pay,
        "bonus": bonus,
        "year_end": year_end,
        "contributions": contributions,
        "training_cost": np.rint(np.minimum(hourly * time.training, cost) * TRAINING_OVERHEAD),
        **benefits,
    }


def premium_rates(workers: Workers, payroll: Payroll) -> Ratios:
    """Where there is much overtime there are shifts and nights."""
    usual = np.where(workers.blue, PREMIUMS_BLUE, PREMIUMS_WHITE)
    often = np.minimum(payroll.overtime / payroll.overtime.mean(), 3.0)
    return np.asarray(usual * often[workers.employer] * workers.ordinary)


def bonuses(workers: Workers, wages: Ratios, *, payroll: Payroll, quarter: Quarter) -> Ratios:
    """Variable pay at full time: a column a month."""
    policy = payroll.policy
    status = np.where(workers.blue, BLUE_VARIABLE, 1.0)
    has = workers.ordinary & (workers.fortunes[:, BONUS] < policy.variable[workers.employer] * status)
    year = wages * (MONTHS_A_YEAR * VARIABLE_YEAR) * (0.3 + 1.4 * workers.fortunes[:, BONUS]) * has
    months = 3 * (quarter.number - 1) + np.arange(3)
    collective = policy.collective[workers.employer] * workers.ordinary
    return np.asarray(
        year[:, None] * BONUS_MONTHS[months] + collective[:, None] * (months == COLLECTIVE_MONTH)
    )


def year_ends(workers: Workers, payroll: Payroll) -> Ratios:
    """Year-end bonus and double holiday pay as a share of the gross wage."""
    double = np.where(workers.blue, 0.0, DOUBLE_HOLIDAY_PAY)
    return np.asarray((payroll.policy.year_end[workers.employer] + double) * workers.ordinary)


def contribution_rates(workers: Workers, wages: Ratios, *, payroll: Payroll) -> Ratios:
    """Shares of pay: less for low wages and the first hires, more where accidents are common."""
    usual = np.where(workers.blue, BLUE_RATE, WHITE_RATE)
    low = REDUCTION * np.maximum(1 - wages / REDUCED_BELOW, 0)
    staff = payroll.headcount
    hires = np.where(staff < SMALLEST, FIRST_HIRES, np.where(staff < SMALL, NEXT_HIRES, 1.0))
    rates = np.maximum(usual - low, 0) * hires[workers.employer]
    rates = np.where(workers.contract == STUDENT, STUDENT_RATE, rates)
    rates = np.where(workers.contract == FLEXI, FLEXI_RATE, rates)
    return np.asarray(rates + ACCIDENT_INSURANCE * payroll.accidents[workers.employer])


def whole(column: Ratios | Numbers) -> Numbers:
    return np.asarray(column, dtype=np.int32)
