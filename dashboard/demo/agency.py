"""Hours that agency workers work at invented users, month by month."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.demo.calendar import MONTHS, months_of
from dashboard.demo.columns import Columns
from dashboard.demo.payroll import Flags, Numbers, Ratios
from dashboard.demo.sectors import by_activity
from dashboard.domain.workforce import Quarter

# Share of users by headcount, and hours beside those of the own staff by activity; assumed.
SIZES = (5, 20, 50, 200)
USERS = np.array([0.02, 0.12, 0.35, 0.62, 0.80])
USUAL = {
    "A": 0.05,
    "C": 0.055,
    "E": 0.045,
    "F": 0.017,
    "G": 0.028,
    "H": 0.07,
    "I": 0.03,
    "O": 0.025,
    "78": 0.0,
}
OTHERS = 0.010
# A full-timer's month in hundredths of hours.
FULL_MONTH = 3800 * 52 / 12
SEASON = np.array([0.88, 0.90, 0.95, 0.98, 1.00, 1.05, 1.06, 1.02, 1.06, 1.05, 1.06, 1.00])
SPREAD = 4.0


def agency_shares(random: np.random.Generator, employers: pd.DataFrame, *, still: Flags) -> Ratios:
    """Hours of agency workers for each hour of the own staff; 0 for those who use none."""
    size = np.searchsorted(SIZES, employers["headcount"].to_numpy(), side="right")
    uses = (random.random(len(employers)) < USERS[size]) & ~still
    own = random.gamma(2.0, 1 / 2, len(employers))
    return np.where(uses, by_activity(employers, USUAL, others=OTHERS) * own, 0.0)


def agency_rows(
    random: np.random.Generator, shares: Ratios, *, staff: Numbers, months: Numbers, quarter: Quarter
) -> Columns:
    """Columns of agency_hours, in order of employer and month, for the months that are known."""
    season = SEASON[months_of(quarter)]
    mean = (shares * staff)[:, None] * season * FULL_MONTH
    hours = np.rint(mean * random.gamma(SPREAD, 1 / SPREAD, mean.shape)).astype(np.int64)
    hours[np.arange(MONTHS) >= months[:, None]] = 0
    employer, month = np.nonzero(hours)
    return {
        "employer": employer,
        "month": (month + 1).astype(np.int8),
        "hours": hours[employer, month].astype(np.int32),
    }
