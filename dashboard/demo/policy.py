"""What an invented employer grants beside wages, by activity, size and its own choice."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.sectors import by_activity

Ratios = NDArray[np.float64]

SMALL = 20
SIZES = (10, 50, 250)
# Chances by headcount that an employer grants it.
VOUCHERS_SMALL, VOUCHERS_LARGE = 0.32, 0.92
VOUCHERS = {"I": 0.55, "F": 0.75, "R": 0.80}
PENSION = np.array([0.35, 0.60, 0.80, 0.92])
HOSPITAL = np.array([0.12, 0.38, 0.62, 0.75])
BIKES = np.array([0.25, 0.45, 0.62, 0.70])
YEAR_END = np.array([0.80, 0.92, 0.97, 0.98])
COLLECTIVE = np.array([0.05, 0.16, 0.26, 0.28])
# Training, against the usual.
TRAINING = np.array([0.6, 0.85, 1.1, 1.35])

# Cents of a voucher that the employer pays; the worker pays the rest of the face value.
VOUCHER_SHARES, VOUCHER_CHANCES = np.array([391, 491, 591, 691]), np.array([0.44, 0.32, 0.15, 0.09])

# Shares of white-collar and of blue-collar workers with a company car.
CARS_WHITE = {
    "C": 0.37, "D": 0.28, "E": 0.36, "F": 0.80, "G": 0.34, "H": 0.27, "I": 0.08, "K": 0.50, "L": 0.25,
    "M": 0.36, "N": 0.42, "O": 0.34, "P": 0.02, "Q": 0.03, "R": 0.05, "S": 0.09, "T": 0.12,
}  # fmt: skip
CARS_BLUE = {"F": 0.26, "D": 0.14, "G": 0.06, "C": 0.03}
OTHER_CARS_WHITE, OTHER_CARS_BLUE = 0.25, 0.02
CAR_SIZES = np.array([0.85, 1.0, 1.7, 1.08])
# Shares of white-collar workers with variable pay.
VARIABLE = {"L": 0.55, "K": 0.45, "N": 0.40, "G": 0.40, "C": 0.35, "D": 0.50, "R": 0.01, "P": 0.0, "Q": 0.01}
OTHER_VARIABLE = 0.20
CYCLING = {
    "20001": 0.36,
    "04000": 0.16,
    "20002": 0.10,
    "50000": 0.05,
    "60000": 0.05,
    "80000": 0.05,
    "90000": 0.05,
}
OTHER_CYCLING = 0.33


class Policy(NamedTuple):
    """One element an employer: what it pays, or the chance that one of its workers has it."""

    voucher: Ratios
    car_white: Ratios
    car_blue: Ratios
    car_cost: Ratios
    pension: Ratios
    hospital: Ratios
    bike: Ratios
    variable: Ratios
    collective: Ratios
    year_end: Ratios
    training: Ratios
    other: Ratios


def policy_of(random: np.random.Generator, employers: pd.DataFrame) -> Policy:
    headcount, count = employers["headcount"].to_numpy(), len(employers)
    size = np.searchsorted(SIZES, headcount, side="right")
    cars = random.gamma(2.0, 1 / 2, count) * CAR_SIZES[size]
    cycling = np.array([CYCLING.get(code, OTHER_CYCLING) for code in employers["province"].tolist()])

    def granted(chances: Ratios, amount: Ratios | float) -> Ratios:
        return np.where(random.random(count) < chances[size], amount, 0.0)

    return Policy(
        voucher=draw_vouchers(random, employers),
        car_white=cars * by_activity(employers, CARS_WHITE, others=OTHER_CARS_WHITE),
        car_blue=cars * by_activity(employers, CARS_BLUE, others=OTHER_CARS_BLUE),
        car_cost=random.normal(85_000, 9_000, count),
        pension=granted(PENSION, random.uniform(0.015, 0.055, count)),
        hospital=granted(HOSPITAL, random.uniform(1_400, 3_800, count)),
        bike=granted(BIKES, cycling),
        variable=by_activity(employers, VARIABLE, others=OTHER_VARIABLE) * random.uniform(0.4, 1.6, count),
        collective=granted(COLLECTIVE, random.uniform(40_000, 300_000, count)),
        year_end=granted(YEAR_END, 1 / 12),
        training=random.gamma(2.0, 1 / 2, count) * TRAINING[size],
        other=random.uniform(0.005, 0.035, count),
    )


def draw_vouchers(random: np.random.Generator, employers: pd.DataFrame) -> Ratios:
    """The employer's share of a meal voucher in cents; 0 where there are none."""
    staff = employers["headcount"].to_numpy()
    usual = np.where(staff < SMALL, VOUCHERS_SMALL, VOUCHERS_LARGE)
    chance = usual * by_activity(employers, VOUCHERS, others=1.05)
    share = random.choice(VOUCHER_SHARES, len(staff), p=VOUCHER_CHANCES)
    return np.where(random.random(len(staff)) < chance, share, 0.0)
