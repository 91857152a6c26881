"""An employer's own figures month by month and by group of its staff: for its own charts, never for peers."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Mapping
from typing import TypeVar

from dashboard.domain.metrics import SMALLEST_HEADCOUNT
from dashboard.domain.metrics.formulas import Ratio
from dashboard.domain.workforce import MONTHS, Missing, Quarter, Reason, Value

SMALLEST_GROUP = 5
# What divides the staff: a group of a series, or the name of a part of a mix.
Part = TypeVar("Part", bound=str)


class Group(enum.StrEnum):
    """A part of the staff."""

    BLUE_COLLAR = "blue_collar"
    WHITE_COLLAR = "white_collar"
    UNDER_25 = "under_25"
    FROM_25 = "from_25"
    FROM_35 = "from_35"
    FROM_45 = "from_45"
    OVER_55 = "over_55"
    MEN = "men"
    WOMEN = "women"


class Breakdown(enum.StrEnum):
    """What divides the staff into groups."""

    STATUS = "status"
    AGE = "age"
    SEX = "sex"


GROUPS = {
    Breakdown.STATUS: (Group.BLUE_COLLAR, Group.WHITE_COLLAR),
    Breakdown.AGE: (Group.UNDER_25, Group.FROM_25, Group.FROM_35, Group.FROM_45, Group.OVER_55),
    Breakdown.SEX: (Group.MEN, Group.WOMEN),
}
# Whole numbers as in the metric dictionary, of one month or of one group.
Sums = Mapping[str, int | None]
SUMS = ("headcount", "fte", "gross", "hours_contracted", "hours_worked", "hours_sick")
SICKNESS = Ratio({"hours_sick": 1}, {"hours_contracted": 1}, scale=100)
WAGE_PER_FTE = Ratio({"gross": 1}, {"fte": 1}, scale=10)
HOURS_PER_FTE = Ratio({"hours_worked": 10}, {"fte": 1})


@dataclasses.dataclass(frozen=True)
class Series:
    """One quarter: each delivered month, and the groups that are large enough to be shown."""

    months: Mapping[int, Sums]
    groups: Mapping[Group, Sums]


@dataclasses.dataclass(frozen=True)
class Month:
    """One month of the calendar; without sums when it was not delivered."""

    year: int
    number: int
    sums: Sums | None


def months_of(series: Mapping[Quarter, Series], quarters: Iterable[Quarter]) -> tuple[Month, ...]:
    """The months of some quarters in the order of these, delivered or not."""
    found = [(quarter, series[quarter].months if quarter in series else {}) for quarter in quarters]
    return tuple(
        Month(quarter.year, MONTHS * (quarter.number - 1) + one, months.get(one))
        for quarter, months in found
        for one in range(1, MONTHS + 1)
    )


def shown_groups(people: Mapping[Part, int], *, months: int) -> frozenset[Part]:
    """R12: groups of one breakdown with five workers on average, and none that a difference would reveal.

    `people` adds the workers of each month. A small group hides the smallest other ones with it, until those
    hidden are five workers together, which one small group never is; a group of nobody is nobody's secret.
    """
    there = sorted((count, group) for group, count in people.items() if count)
    hidden = [(count, group) for count, group in there if count < SMALLEST_GROUP * months]
    others = iter(one for one in there if one not in hidden)
    while hidden and sum(count for count, _group in hidden) < SMALLEST_GROUP * months:
        following = next(others, None)
        if following is None:
            break
        hidden.append(following)
    return frozenset(group for _count, group in there) - {group for _count, group in hidden}


def rate(formula: Ratio, sums: Sums | None, *, months: int = 1) -> Value:
    """One month's or group's value, or why there is none: missing for the reasons of a metric."""
    if sums is None or any(sums.get(name) is None for name in formula.measures):
        return Missing(Reason.NOT_DELIVERED)
    if (sums["headcount"] or 0) < SMALLEST_HEADCOUNT * months:
        return Missing(Reason.TOO_FEW_EMPLOYEES)
    if any(divisor <= 0 for divisor in formula.divisors(sums)):
        return Missing(Reason.NOT_APPLICABLE)
    return float(formula.result(sums))


def group_over(quarters: Iterable[Series | None], group: Group) -> Sums | None:
    """A group's sums over some quarters; None unless it is shown in each of them."""
    parts = [quarter.groups.get(group) if quarter else None for quarter in quarters]
    given = [part for part in parts if part is not None]
    if not given or len(given) < len(parts):
        return None
    return {name: added(part[name] for part in given) for name in SUMS}


def added(parts: Iterable[int | None]) -> int | None:
    """What one part lacks is not known of the whole either."""
    every = tuple(parts)
    known = tuple(part for part in every if part is not None)
    return sum(known) if len(known) == len(every) else None
