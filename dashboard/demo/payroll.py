"""What holds for each invented employer during all quarters: who works there, and on what terms."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.policy import Policy, policy_of
from dashboard.demo.sectors import by_activity, sectors_of
from dashboard.demo.wages import wage_effects
from dashboard.domain.workforce import Quarter

Numbers = NDArray[np.int64]
Ratios = NDArray[np.float64]
Flags = NDArray[np.bool_]

GROWTH_MEAN, GROWTH_SPREAD = 0.005, 0.03
TURNOVER_SHAPE = 4.0
SMALL, LARGE = 50, 200
STRENGTH = 8.0

# Shares of the staff at the end of 2024, and hours of blue-collar workers lost in a year without a crisis.
STUDENTS = {"A": 0.05, "G": 0.055, "I": 0.12, "R": 0.015, "S": 0.08, "T": 0.03, "78": 0.15}
FLEXI = {"A": 0.02, "G": 0.06, "I": 0.52, "S": 0.09, "T": 0.03, "96": 0.06, "10": 0.03, "78": 0.80}
IDLE = {"A": 0.004, "C": 0.021, "F": 0.038, "G": 0.010, "H": 0.014, "I": 0.004, "E": 0.006}
OVERTIME = {"C": 0.14, "E": 0.10, "F": 0.10, "H": 0.22, "K": 0.05, "N": 0.05, "I": 0.08, "R": 0.05}
OTHER_STUDENTS, OTHER_FLEXI, OTHER_IDLE, OTHER_OVERTIME = 0.008, 0.003, 0.003, 0.06
FLEMISH, OTHER_REGIONS, MOST_FLEXI = 1.42, 0.32, 0.75
FLANDERS = "02000"

# What a quarter adds to the staff of an activity.
SEASONS = {
    "A": (-0.08, 0.04, 0.12, -0.08),
    "G": (-0.01, 0.0, 0.02, 0.01),
    "I": (-0.05, 0.02, 0.06, -0.03),
    "S": (-0.03, 0.03, 0.04, -0.03),
    "F": (-0.01, 0.01, 0.0, 0.0),
}
STEADY = (0.0, 0.0, 0.01, 0.0)


class Payroll(NamedTuple):
    """Arrays in the order of the employers of one chunk; shares between 0 and 1, indices around 1."""

    headcount: Numbers
    women: Ratios
    blue: Ratios
    students: Ratios
    flexi: Ratios
    part_time: Ratios
    turnover: Ratios
    growth: Ratios
    seasons: Ratios
    wage: Ratios
    idle: Ratios
    overtime: Ratios
    accidents: Ratios
    policy: Policy
    still: Flags

    def wanted(self, quarter: Quarter, *, years: float) -> Numbers:
        """How many workers each employer would like to have in this quarter."""
        trend = np.exp(self.growth * years) * (1 + self.seasons[:, quarter.number - 1])
        return np.asarray(np.maximum(np.rint(self.headcount * trend), 1).astype(np.int64))


def payroll_of(random: np.random.Generator, employers: pd.DataFrame, *, still: Flags) -> Payroll:
    sectors = sectors_of(employers)
    headcount, count = employers["headcount"].to_numpy(), len(employers)
    moves = np.where(still, 0.0, 1.0)
    size = np.where(headcount < SMALL, 1.42, np.where(headcount < LARGE, 1.0, 0.75))
    shape = TURNOVER_SHAPE * (1 + headcount / LARGE)
    flemish = np.where(employers["region"] == FLANDERS, FLEMISH, OTHER_REGIONS)
    flexi = np.minimum(by_activity(employers, FLEXI, others=OTHER_FLEXI) * flemish, MOST_FLEXI)
    return Payroll(
        headcount=headcount,
        women=around(random, sectors["women"].to_numpy()),
        blue=employers["blue"].to_numpy(),
        students=moves * around(random, by_activity(employers, STUDENTS, others=OTHER_STUDENTS)),
        flexi=moves * around(random, flexi),
        part_time=sectors["part_time"].to_numpy() * random.uniform(0.6, 1.4, count),
        turnover=moves * sectors["turnover"].to_numpy() * size * random.gamma(shape) / shape,
        growth=moves * random.normal(GROWTH_MEAN, GROWTH_SPREAD, count),
        seasons=moves[:, None] * seasons_of(employers),
        wage=wage_effects(random, employers),
        idle=by_activity(employers, IDLE, others=OTHER_IDLE),
        overtime=by_activity(employers, OVERTIME, others=OTHER_OVERTIME) * random.gamma(2.0, 1 / 2, count),
        accidents=sectors["accidents"].to_numpy(),
        policy=policy_of(random, employers),
        still=still,
    )


def around(random: np.random.Generator, share: Ratios) -> Ratios:
    """A share of each employer's own, scattered around the share of its activity."""
    return np.asarray(random.beta(share * STRENGTH, (1 - share) * STRENGTH))


def seasons_of(employers: pd.DataFrame) -> Ratios:
    return np.array([SEASONS.get(section, STEADY) for section in employers["section"].tolist()])
