"""The control chart of single values (XmR), which tells a blip from a change of level."""

from __future__ import annotations

import dataclasses
import itertools
import statistics
from collections.abc import Iterator, Sequence

# Three standard deviations, each the mean moving range / 1.128 (d2 of two values): Shewhart's constants.
NATURAL = 2.66
# A level is worked out from a year of months, so that every season is in it once.
BASELINE = 12
# So many values in a row on one side of the mean are a new level.
RUN = 8


@dataclasses.dataclass(frozen=True)
class Level:
    """What is usual from one place on until the next level: the mean and the natural limits."""

    start: int
    mean: float
    low: float
    high: float

    def contains(self, value: float) -> bool:
        return self.low <= value <= self.high


def levels_of(rates: Sequence[float], *, least: float) -> tuple[Level, ...]:
    """The levels of rates in their order; more than one where a run of eight moves the mean by `least`.

    Unit: the rates' own, and no limit lies below zero. Error: an empty sequence raises ValueError. Source:
    D. Wheeler, Understanding Variation (limits at 2.66 mean moving ranges); NHS England, Making Data Count
    (run of values on one side of the mean, limits worked out anew from there). Its rules on six rising
    values and on two of three near a limit are left out: seasons alone fulfil them.
    """
    levels = [level_from(rates, 0)]
    while (shifted := shift_after(rates, levels[-1], least=least)) is not None:
        levels.append(shifted)
    return tuple(levels)


def level_from(rates: Sequence[float], start: int) -> Level:
    baseline = rates[start : start + BASELINE]
    mean = statistics.fmean(baseline)
    ranges = [abs(later - earlier) for earlier, later in itertools.pairwise(baseline)]
    reach = NATURAL * statistics.fmean(ranges or [0.0])
    return Level(start, mean, max(mean - reach, 0.0), mean + reach)


def shift_after(rates: Sequence[float], level: Level, *, least: float) -> Level | None:
    """The level of the first run that is long enough, outlasts the baseline and moves the mean."""
    for start, end in runs(rates, level):
        if end - start >= RUN and end > level.start + BASELINE:
            found = level_from(rates, start)
            if abs(found.mean - level.mean) >= least:
                return found
    return None


def runs(rates: Sequence[float], level: Level) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch on one side of the mean; a value on it ends the stretch."""
    sides = [(rate > level.mean) - (rate < level.mean) for rate in rates[level.start :]]
    end = level.start
    for side, members in itertools.groupby(sides):
        start, end = end, end + len(list(members))
        if side:
            yield start, end


def level_at(levels: Sequence[Level], place: int) -> Level:
    return next(level for level in reversed(levels) if level.start <= place)


def signals_of(rates: Sequence[float], levels: Sequence[Level]) -> tuple[int, ...]:
    """The places outside the limits of their level, and the runs with which later levels start."""
    outside = {place for place, rate in enumerate(rates) if not level_at(levels, place).contains(rate)}
    return tuple(sorted(outside.union(*(range(one.start, one.start + RUN) for one in levels[1:]))))
