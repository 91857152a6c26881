"""How often workers of a kind fall ill, have an accident or a child, by employer, age, status and sex."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.demo.calendar import months_of
from dashboard.demo.payroll import Flags, Ratios
from dashboard.demo.sectors import sectors_of
from dashboard.demo.workers import WOMAN, Workers
from dashboard.domain.workforce import QUARTERS, Quarter

SHORT, MEDIUM, LONG, ACCIDENT, PRIVATE, DISEASE, BIRTH, COMMUTE = range(8)
# The number in facts of each kind's cause.
CAUSES = np.array([1, 1, 1, 2, 3, 4, 5, 6])
SICKNESS = 1

# Per worker and year, before the indices below, whose mean over all workers is not one.
YEARLY = np.array([1.70, 0.086, 0.0109, 0.024, 0.012, 0.0003, 0.046, 0.0055])
LONG_STOCK, MEDIUM_STOCK = 0.031, 0.023
# An early death is more often than not no accident; one in the same quarter was its cause.
DYING = 2.5
CASUAL = np.array([0.25, 0.10, 0.02, 0.8, 0.3, 0.2, 0.1, 0.8])

MONTH_INDEX = np.array([1.10, 1.25, 1.15, 0.95, 0.90, 0.90, 0.75, 0.72, 0.98, 1.15, 1.10, 1.05])

AGE_CLASSES = (25, 35, 45, 55, 60)
AGE_INDEX = np.array(
    [
        [1.15, 1.10, 1.00, 0.93, 0.86, 0.80],
        [0.68, 1.02, 0.99, 1.03, 1.12, 1.18],
        [0.06, 0.26, 0.78, 1.40, 2.00, 2.30],
        [1.35, 1.10, 0.95, 0.90, 0.85, 0.75],
        [1.30, 1.10, 0.95, 0.90, 0.90, 0.90],
        [0.20, 0.50, 1.00, 1.50, 1.80, 1.80],
        [0.50, 2.40, 0.85, 0.03, 0.00, 0.00],
        [1.30, 1.10, 1.00, 0.90, 0.85, 0.80],
    ]
)
BLUE_INDEX = np.array([1.14, 1.38, 1.60, 1.70, 1.25, 2.00, 0.90, 0.90])
WHITE_INDEX = np.array([0.90, 0.74, 0.60, 0.35, 0.80, 0.20, 1.05, 1.05])
WOMAN_INDEX = np.array([1.08, 1.34, 1.34, 0.75, 0.80, 0.60, 1.15, 1.10])
MAN_INDEX = np.array([0.94, 0.78, 0.78, 1.15, 1.15, 1.40, 0.90, 0.90])

# An activity moves the long spells most.
SECTOR_POWERS = np.array([0.87, 0.65, 1.0])
SIZES = (5, 10, 20, 50, 100, 200, 500, 1000)
SIZE_INDEX = np.array([0.72, 0.80, 0.87, 0.92, 0.94, 0.93, 1.04, 1.23, 1.50])
PLACES = {
    "50000": (0.98, 1.10, 1.50),
    "60000": (0.98, 1.10, 1.50),
    "80000": (0.97, 1.05, 1.10),
    "90000": (0.97, 1.08, 1.15),
    "20002": (0.96, 1.00, 0.95),
    "04000": (1.01, 1.05, 1.25),
}
FLANDERS_INDEX = (1.00, 0.97, 0.86)
EMPLOYER_SHAPES, STEADY_STAFF = np.array([9.0, 6.0, 4.0, 6.0, 9.0, 1.0, 30.0, 9.0]), 200

# Whoever was ill for longer than a month lately is so again more often.
LATELY, LONGER = 120, 30
AGAIN = np.array([1.4, 3.0, 1.5])


def spell_indices(random: np.random.Generator, employers: pd.DataFrame) -> Ratios:
    """What an employer's activity, size, place and own health add to each kind of spell: one row each."""
    sectors = sectors_of(employers)
    staff = employers["headcount"].to_numpy()[:, None]
    size = SIZE_INDEX[np.searchsorted(SIZES, staff, side="right")]
    place = np.array([PLACES.get(code, FLANDERS_INDEX) for code in employers["province"].tolist()])
    sickness = sectors["sickness"].to_numpy()[:, None] ** SECTOR_POWERS * size * place
    accidents = sectors["accidents"].to_numpy()[:, None]
    even = np.ones_like(accidents)
    shapes = EMPLOYER_SHAPES * (1 + staff / STEADY_STAFF)
    own = random.gamma(shapes) / shapes
    return np.asarray(np.hstack([sickness, accidents, even, accidents, even, even]) * own)


def worker_indices(workers: Workers, *, quarter: Quarter) -> Ratios:
    """One row a worker, one column a kind: by age, status and sex together."""
    group = np.searchsorted(AGE_CLASSES, workers.age(quarter), side="right")
    place = (group * 2 + workers.blue) * 2 + (workers.sex == WOMAN)
    casual = np.where(workers.ordinary, 0, len(OF_KINDS))
    return np.asarray(np.vstack([OF_KINDS, OF_KINDS * CASUAL])[place + casual])


def of_kinds() -> Ratios:
    """The product of the three indices for every kind of worker, in the order of `worker_indices`."""
    status = np.stack([WHITE_INDEX, BLUE_INDEX])
    sex = np.stack([MAN_INDEX, WOMAN_INDEX])
    product = AGE_INDEX.T[:, None, None] * status[None, :, None] * sex[None, None, :]
    return np.asarray(product.reshape(-1, len(CAUSES)))


OF_KINDS = of_kinds()


def quarterly_rates(
    workers: Workers, *, indices: Ratios, dying: Flags, today: int, quarter: Quarter
) -> Ratios:
    """How many spells of each kind a worker would begin in this quarter: one row each."""
    rates = worker_indices(workers, quarter=quarter) * (YEARLY / QUARTERS)
    rates *= indices[workers.employer]
    rates[:, SHORT] *= workers.frailty * season(quarter).mean()
    rates[dying, ACCIDENT] *= DYING
    sick = SICKNESS - 1
    again = (workers.past_end[:, sick] > today - LATELY) & (workers.past_days[:, sick] > LONGER)
    rates[np.flatnonzero(again), : len(AGAIN)] *= AGAIN
    return rates


def season(quarter: Quarter) -> Ratios:
    return np.asarray(MONTH_INDEX[months_of(quarter)])
