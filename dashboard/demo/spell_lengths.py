"""How many calendar days invented spells last."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dashboard.demo.payroll import Flags, Numbers, Ratios
from dashboard.demo.spell_rates import ACCIDENT, BIRTH, COMMUTE, DISEASE, LONG, MEDIUM, PRIVATE

SHORT_MEDIAN, SHORT_SPREAD, SHORT_LIMIT = 3.3, 0.95, 30
MEDIUM_START, MEDIUM_MEAN = 31, 48.0
LONG_START, LONG_MEAN = 366, 2000.0
ACCIDENT_START, ACCIDENT_MEDIAN, ACCIDENT_SPREAD = 2, 9.0, 1.1
DISEASE_MEAN = 90.0
# Fifteen weeks for the mother, twenty working days for the other parent.
MOTHER, PARENT = 105, 28


def draw_lengths(random: np.random.Generator, kind: Numbers, *, woman: Flags) -> Numbers:
    normal = random.normal(size=len(kind))
    lengths = np.clip(np.rint(SHORT_MEDIAN * np.exp(SHORT_SPREAD * normal)), 1, SHORT_LIMIT).astype(np.int64)
    medium, long, disease = (np.flatnonzero(kind == one) for one in (MEDIUM, LONG, DISEASE))
    lengths[medium] = MEDIUM_START + exponential(random, len(medium), mean=MEDIUM_MEAN)
    lengths[long] = LONG_START + exponential(random, len(long), mean=LONG_MEAN)
    lengths[disease] = MEDIUM_START + exponential(random, len(disease), mean=DISEASE_MEAN)
    accident = np.flatnonzero(np.isin(kind, (ACCIDENT, PRIVATE, COMMUTE)))
    scattered = np.rint(ACCIDENT_MEDIAN * np.exp(ACCIDENT_SPREAD * normal[accident]))
    lengths[accident] = ACCIDENT_START + scattered
    birth = np.flatnonzero(kind == BIRTH)
    lengths[birth] = np.where(woman[birth], MOTHER, PARENT)
    return lengths


def exponential(
    random: np.random.Generator, count: int, *, mean: float | Ratios | NDArray[np.int64]
) -> Numbers:
    return random.exponential(mean, count).astype(np.int64)
