"""What a payroll says of benefits: meal vouchers, cars, insurance and bicycles, month by month."""

from __future__ import annotations

import numpy as np

from dashboard.demo.columns import Columns
from dashboard.demo.hours import Time
from dashboard.demo.payroll import Flags, Numbers, Ratios
from dashboard.demo.policy import Policy
from dashboard.demo.wages import TYPICAL_SPREAD
from dashboard.demo.workers import BIKE, CAR, Workers

DAY = 760
# Someone better paid has a car more often; the middle of the white-collar workers keeps the share.
CAR_BY_WAGE, CAR_MIDDLE = 0.7, 0.79
BLUE_PENSION = 0.45
BIKE_MONTH, BIKE_SPREAD = 3_200, 1_800
FAIR_WEATHER = np.array([0.7, 0.8, 1.0, 1.1, 1.15, 1.2, 1.0, 1.0, 1.2, 1.1, 0.9, 0.7])

BENEFITS = ("meal_voucher_pay", "company_car", "group_insurance", "hospital_insurance", "bike_allowance")


def benefit_columns(workers: Workers, time: Time, *, policy: Policy, gross: Ratios) -> Columns:
    """One element a row of worker_months; cents, and the number of meal vouchers."""
    row, employer = time.row, workers.employer[time.row]
    vouchers = np.where(policy.voucher[employer] > 0, time.at_work // DAY, 0)
    ordinary = workers.ordinary
    pension = policy.pension[workers.employer] * np.where(workers.blue, BLUE_PENSION, 1.0) * ordinary
    hospital = policy.hospital[workers.employer] * ordinary
    return {
        "meal_vouchers": vouchers,
        "meal_voucher_pay": vouchers * policy.voucher[employer].astype(np.int64),
        "company_car": cars(workers, policy)[row],
        "group_insurance": np.rint(gross * pension[row]).astype(np.int64),
        "hospital_insurance": hospital.astype(np.int64)[row],
        "bike_allowance": bikes(workers, time, policy=policy),
    }


def cars(workers: Workers, policy: Policy) -> Numbers:
    """The monthly cost of each worker's company car; the larger the wage, the larger the car."""
    chance = np.where(workers.blue, policy.car_blue[workers.employer], policy.car_white[workers.employer])
    better = np.exp(CAR_BY_WAGE * np.clip(workers.wage / TYPICAL_SPREAD, -2, 2))
    has = workers.ordinary & (workers.fortunes[:, CAR] < CAR_MIDDLE * chance * better)
    cost = policy.car_cost[workers.employer] * (0.8 + 0.2 * np.minimum(better, 3.0))
    return np.where(has, cost, 0).astype(np.int64)


def bikes(workers: Workers, time: Time, *, policy: Policy) -> Numbers:
    """What a cyclist gets in a month with days at work, by distance and weather."""
    luck, share = workers.fortunes[:, BIKE], policy.bike[workers.employer]
    cycles: Flags = workers.ordinary & (luck < share)
    distance = BIKE_MONTH + BIKE_SPREAD * (1 - 2 * luck / np.maximum(share, 1e-9)).clip(-1, 1)
    full = np.where(cycles, distance, 0.0)[time.row]
    return np.asarray(full * FAIR_WEATHER[time.calendar_month] * time.presence, dtype=np.int64)
