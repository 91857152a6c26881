"""Quarters, months and weekdays as numbers of days, for whole columns at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

EPOCH = dt.date(1970, 1, 1)
EPOCH_WEEKDAY = 3
WEEK, WORKING_DAYS = 7, 5
QUARTERS, MONTHS = 4, 3

Days = NDArray[np.int64]


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, as 2026Q2."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        year, number = text.split("Q")
        return cls(int(year), int(number))

    @property
    def name(self) -> str:
        return f"{self.year}Q{self.number}"

    def before(self, quarters: int) -> Quarter:
        count = self.year * QUARTERS + self.number - 1 - quarters
        return Quarter(count // QUARTERS, count % QUARTERS + 1)

    @property
    def months(self) -> tuple[int, ...]:
        """Numbers of the months in the year, from 0."""
        return tuple((self.number - 1) * MONTHS + month for month in range(MONTHS))

    @property
    def starts(self) -> Days:
        """The first day of each month and of the next quarter."""
        nxt = self.before(-1)
        days = [dt.date(self.year, month + 1, 1) for month in self.months]
        return np.array([(day - EPOCH).days for day in (*days, dt.date(nxt.year, nxt.months[0] + 1, 1))])


def quarters_until(last: str, *, count: int) -> tuple[Quarter, ...]:
    newest = Quarter.parse(last)
    return tuple(newest.before(count - 1 - index) for index in range(count))


def weekday(day: Days) -> Days:
    """0 is Monday."""
    return np.asarray((day + EPOCH_WEEKDAY) % WEEK)


def weekdays_between(first: Days, end: Days) -> Days:
    """How many days from Monday to Friday lie from the first day until the day before the end."""
    return np.asarray(np.maximum(weekdays_before(end) - weekdays_before(first), 0))


def weekdays_before(day: Days) -> Days:
    weeks = (day + EPOCH_WEEKDAY) // WEEK
    return np.asarray(WORKING_DAYS * weeks + np.minimum(weekday(day), WORKING_DAYS))
