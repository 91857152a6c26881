"""Months and weekdays of a quarter as numbers of days, for whole columns at once."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.workforce import Quarter

EPOCH = dt.date(1970, 1, 1)
EPOCH_WEEKDAY = 3
WEEK, WORKING_DAYS = 7, 5
MONTHS = 3

Days = NDArray[np.int64]


def months_of(quarter: Quarter) -> list[int]:
    """Numbers of the months in the year, from 0."""
    return [(quarter.number - 1) * MONTHS + month for month in range(MONTHS)]


def starts_of(quarter: Quarter) -> Days:
    """The first day of each month and of the next quarter."""
    days = [dt.date(quarter.year, month + 1, 1) for month in months_of(quarter)]
    return np.array([(day - EPOCH).days for day in (*days, quarter.minus(-1).start)])


def quarters_until(last: str, *, count: int) -> tuple[Quarter, ...]:
    newest = Quarter.parse(last)
    return tuple(newest.minus(count - 1 - index) for index in range(count))


def weekday(day: Days) -> Days:
    """0 is Monday."""
    return np.asarray((day + EPOCH_WEEKDAY) % WEEK)


def weekdays_between(first: Days, end: Days) -> Days:
    """How many days from Monday to Friday lie from the first day until the day before the end."""
    return np.asarray(np.maximum(weekdays_before(end) - weekdays_before(first), 0))


def weekdays_before(day: Days) -> Days:
    weeks = (day + EPOCH_WEEKDAY) // WEEK
    return np.asarray(WORKING_DAYS * weeks + np.minimum(weekday(day), WORKING_DAYS))
