"""Invented wages: a shifted lognormal whose middle moves with activity, place, age and employer."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.sectors import sectors_of
from dashboard.domain.workforce import QUARTERS, Quarter

# Fitted to the first decile, the median and the last decile of full-time wages in 2022.
SHIFT, SCALE, SIGMA = 1165.0, 2563.0, 0.543
FITTED = Quarter(2022, 4)
GROWTH = 1.03
CENTS = 100

AGES = (25, 30, 35, 40, 45, 50, 55, 60)
AGE_EFFECT = np.array([-0.85, -0.40, -0.15, 0.02, 0.14, 0.20, 0.27, 0.37, 0.62])
BLUE_EFFECT, WHITE_EFFECT, WOMAN_EFFECT = -0.32, 0.24, -0.10
EMPLOYER_SPREAD, WORKER_SPREAD, STEADY_STAFF = 0.33, 0.72, 500
LEVEL = -0.12

BRUSSELS, BRABANT = "04000", ("20001", "20002")
PLACE_EFFECT = {BRUSSELS: 0.35, BRABANT[0]: 0.12, BRABANT[1]: 0.17}
SMALLER, LARGER = -0.15, 0.10
SMALL, LARGE = 10, 100

# In deviations: what students and flexi-jobs earn has a narrow spread near the minimum.
STUDENT_LEVEL, FLEXI_LEVEL, CASUAL_SPREAD = -1.3, -1.95, 0.2
# Of a worker of no particular kind around the middle.
TYPICAL_SPREAD = 0.9


def wage_effects(random: np.random.Generator, employers: pd.DataFrame) -> NDArray[np.float64]:
    """What an employer's activity, place and own policy add, in deviations."""
    staff = employers["headcount"].to_numpy()
    size = np.where(staff < SMALL, SMALLER, np.where(staff < LARGE, 0.0, LARGER))
    place = employers["province"].map(PLACE_EFFECT).fillna(0.0).to_numpy()
    own = random.normal(0, EMPLOYER_SPREAD, len(employers)) / np.sqrt(1 + staff / STEADY_STAFF)
    return np.asarray(sectors_of(employers)["wage"].to_numpy() + place + size + own + LEVEL)


def worker_effects(
    random: np.random.Generator, *, woman: NDArray[np.bool_], blue: NDArray[np.bool_]
) -> NDArray[np.float64]:
    own = random.normal(0, WORKER_SPREAD, len(woman))
    return np.asarray(np.where(blue, BLUE_EFFECT, WHITE_EFFECT) + np.where(woman, WOMAN_EFFECT, 0.0) + own)


def casual_effects(random: np.random.Generator, *, student: NDArray[np.bool_]) -> NDArray[np.float64]:
    own = random.normal(0, CASUAL_SPREAD, len(student))
    return np.asarray(np.where(student, STUDENT_LEVEL, FLEXI_LEVEL) + own)


def full_time_wages(
    effects: NDArray[np.float64], *, age: NDArray[np.int64], quarter: Quarter
) -> NDArray[np.float64]:
    """Monthly gross in cents for a full-time month of this quarter."""
    deviation = effects + AGE_EFFECT[np.searchsorted(AGES, age, side="right")]
    years = ((quarter.year - FITTED.year) * QUARTERS + quarter.number - FITTED.number) / QUARTERS
    return np.asarray(GROWTH**years * CENTS * (SHIFT + SCALE * np.exp(SIGMA * deviation)))
