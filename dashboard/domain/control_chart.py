"""The control chart of single values (XmR), which tells a blip from a change of plateau."""

from __future__ import annotations

import dataclasses
import itertools
import statistics
from collections.abc import Iterator, Sequence

# Three standard deviations, each the mean moving range / 1.128 (d2 of two values): Shewhart's constants.
NATURAL = 2.66
# A plateau is worked out from a year of months, so that every season is in it once.
BASELINE = 12
# So many values in a row on one side of the mean are a new plateau.
RUN = 8


@dataclasses.dataclass(frozen=True)
class Plateau:
    """What is usual from one place on until the next plateau: the mean and the natural limits."""

    start: int
    mean: float
    low: float
    high: float

    def contains(self, value: float) -> bool:
        return self.low <= value <= self.high


def plateaus_of(rates: Sequence[float], *, least: float) -> tuple[Plateau, ...]:
    """The plateaus of rates in their order; more than one where a run of eight moves the mean by `least`.

    Unit: the rates' own, and no limit lies below zero. Error: an empty sequence raises ValueError. Source:
    D. Wheeler, Understanding Variation (limits at 2.66 mean moving ranges); NHS England, Making Data Count
    (run of values on one side of the mean, limits worked out anew from there). Its rules on six rising
    values and on two of three near a limit are left out: seasons alone fulfil them.
    """
    plateaus = [plateau_from(rates, 0)]
    while (shifted := shift_after(rates, plateaus[-1], least=least)) is not None:
        plateaus.append(shifted)
    return tuple(plateaus)


def plateau_from(rates: Sequence[float], start: int) -> Plateau:
    baseline = rates[start : start + BASELINE]
    mean = statistics.fmean(baseline)
    ranges = [abs(later - earlier) for earlier, later in itertools.pairwise(baseline)]
    reach = NATURAL * statistics.fmean(ranges or [0.0])
    return Plateau(start, mean, max(mean - reach, 0.0), mean + reach)


def shift_after(rates: Sequence[float], plateau: Plateau, *, least: float) -> Plateau | None:
    """The plateau of the first run that is long enough, outlasts the baseline and moves the mean."""
    for start, end in runs(rates, plateau):
        if end - start >= RUN and end > plateau.start + BASELINE:
            found = plateau_from(rates, start)
            if abs(found.mean - plateau.mean) >= least:
                return found
    return None


def runs(rates: Sequence[float], plateau: Plateau) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch on one side of the mean; a value on it ends the stretch."""
    sides = [(rate > plateau.mean) - (rate < plateau.mean) for rate in rates[plateau.start :]]
    end = plateau.start
    for side, members in itertools.groupby(sides):
        start, end = end, end + len(list(members))
        if side:
            yield start, end


def plateau_at(plateaus: Sequence[Plateau], place: int) -> Plateau:
    return next(plateau for plateau in reversed(plateaus) if plateau.start <= place)


def signals_of(rates: Sequence[float], plateaus: Sequence[Plateau]) -> tuple[int, ...]:
    """The places outside the limits of their plateau, and the runs with which later plateaus start."""
    outside = {place for place, rate in enumerate(rates) if not plateau_at(plateaus, place).contains(rate)}
    return tuple(sorted(outside.union(*(range(one.start, one.start + RUN) for one in plateaus[1:]))))
