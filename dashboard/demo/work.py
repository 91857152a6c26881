"""Which hours of a quarter each invented worker owed, and which were lost to absence."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from dashboard.demo.calendar import MONTHS, starts_of, weekdays_between
from dashboard.demo.payroll import Numbers
from dashboard.demo.spells import Presence, Spells
from dashboard.demo.workers import FULL_TIME, Workers
from dashboard.domain.workforce import Quarter

# Hundredths of an hour on a working day of a full-timer, 38 hours a week.
DAY = 760
GUARANTEE_ENDS, CO_FUNDED_UNTIL = 30, 90
SICKNESS, PRIVATE_ACCIDENT, BIRTH = 1, 3, 5


class Work(NamedTuple):
    """Hundredths of hours in a quarter: three columns per worker, one for each month; one per spell."""

    spells: Spells
    observed_end: Numbers
    contracted: Numbers
    absent: Numbers
    sick: Numbers
    unpaid: Numbers
    lost: Numbers
    lost_to_day_30: Numbers
    lost_to_day_90: Numbers


def work_of(workers: Workers, spells: Spells, presence: Presence, *, quarter: Quarter) -> Work:
    end = np.minimum(spells.end, presence.end[spells.row])
    share = workers.fraction[spells.row]

    def lost_from(day: Numbers) -> Numbers:
        first = np.maximum(day, presence.start[spells.row])
        return hours(first, end, share=share, quarter=quarter)

    lost, late = lost_from(spells.start), lost_from(spells.start + GUARANTEE_ENDS)
    later = lost_from(spells.start + CO_FUNDED_UNTIL)
    sick = np.isin(spells.cause, (SICKNESS, PRIVATE_ACCIDENT))
    unpaid = np.where((spells.cause == BIRTH)[:, None], lost, late)
    return Work(
        spells=spells,
        observed_end=end,
        contracted=hours(presence.start, presence.end, share=workers.fraction, quarter=quarter),
        absent=per_worker(lost, spells.row, workers=len(workers)),
        sick=per_worker(lost[sick], spells.row[sick], workers=len(workers)),
        unpaid=per_worker(unpaid, spells.row, workers=len(workers)),
        lost=lost.sum(axis=1),
        lost_to_day_30=(lost - late).sum(axis=1),
        lost_to_day_90=(late - later).sum(axis=1),
    )


def hours(start: Numbers, end: Numbers, *, share: Numbers, quarter: Quarter) -> Numbers:
    """Working hours between two days, in each month; rounded down so that parts never exceed the whole."""
    days = starts_of(quarter)
    first = np.maximum(start[:, None], days[:-1])
    last = np.minimum(end[:, None], days[1:])
    return np.asarray(weekdays_between(first, last) * DAY * share[:, None] // FULL_TIME)


def per_worker(lost: Numbers, row: Numbers, *, workers: int) -> Numbers:
    columns = [np.bincount(row, weights=lost[:, month], minlength=workers) for month in range(MONTHS)]
    return np.column_stack(columns).astype(np.int64)
