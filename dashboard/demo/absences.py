"""Invented rows of absences: each spell as far as a quarter knows it."""

from __future__ import annotations

import numpy as np

from dashboard.demo.calendar import starts_of
from dashboard.demo.columns import Columns
from dashboard.demo.payroll import Flags, Numbers
from dashboard.demo.spells import Presence, Spells
from dashboard.demo.work import Work
from dashboard.demo.workers import Workers
from dashboard.domain.workforce import Quarter

AT_WORK, ON_THE_WAY = 2, 6
GRAVE_DAYS, GRAVE, LIGHT = 30, 0.35, 0.02
DEGREE, MOST_DEGREES = 0.2, 100


def absence_rows(
    random: np.random.Generator,
    workers: Workers,
    work: Work,
    *,
    presence: Presence,
    left: Flags,
    quarter: Quarter,
) -> Columns:
    """Columns of absences; days are the calendar days of the whole spell so far."""
    spells, today = work.spells, starts_of(quarter)[0]
    starts_here = spells.start >= today
    numbers = {
        "start": spells.start,
        "days": work.observed_end - spells.start,
        "days_before": np.maximum(today - spells.start, 0),
        "hours": work.lost,
        "gap": spells.gap,
        "days_prior": spells.prior,
        "hours_to_day_30": work.lost_to_day_30,
        "hours_to_day_90": work.lost_to_day_90,
        "permanent": draw_degrees(random, spells) * starts_here,
    }
    return {
        "employer": workers.employer[spells.row],
        "worker": workers.worker[spells.row],
        "spell": spells.spell,
        "cause": spells.cause.astype(np.int8),
        "starts_here": starts_here,
        "ends_here": (spells.end <= presence.end[spells.row]) | left[spells.row],
        "fatal": spells.fatal & starts_here,
        **{name: column.astype(np.int32) for name, column in numbers.items()},
    }


def draw_degrees(random: np.random.Generator, spells: Spells) -> Numbers:
    """Degrees of permanent incapacity that an accident at work or on the way is expected to leave."""
    grave = spells.end - spells.start > GRAVE_DAYS
    accident = np.isin(spells.cause, (AT_WORK, ON_THE_WAY)) & ~spells.fatal
    lasting = accident & (random.random(len(grave)) < np.where(grave, GRAVE, LIGHT))
    degrees = np.minimum(random.geometric(DEGREE, len(grave)), MOST_DEGREES)
    return np.where(lasting, degrees, 0)
