"""A release after a release by the rules, slowly: who is in, which groups are shown, with which values."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from dashboard.data.releases.kernel import COLUMNS
from dashboard.domain.metrics import LATEST, Metric, value
from dashboard.domain.shares import MIXES, Mix
from dashboard.domain.workforce import Missing, Period, Quarter, Span
from tests.slow_groups import Groups, decided, groups_of, in_order, may_stand_alone
from tests.slow_panel import Employer, Member, contributors

SMALLEST = 3
JOINERS, JOINER_FIRMS, FEW_MOVES = 5, 2, 5
FOR_A_CARD, FOR_A_CARD_AGAIN = 15, 20
Values = Mapping[str, Mapping[str, Fraction | None]]


@dataclasses.dataclass(frozen=True)
class Column:
    """What each contributor has one value of: a metric, or an amount that is part of a total."""

    name: str
    span: Span
    of: Callable[[Mapping[str, int]], Fraction | None]


def metric_of(metric: Metric) -> Callable[[Mapping[str, int]], Fraction | None]:
    def found(sums: Mapping[str, int]) -> Fraction | None:
        told = value(metric, sums)
        return None if isinstance(told, Missing) else Fraction(told)

    return found


def amount_of(measures: Mapping[str, int], mix: Mix) -> Callable[[Mapping[str, int]], Fraction | None]:
    """One amount of a mix of a contributor that has some of the whole and of no part less than nothing."""

    def weighed(weights: Mapping[str, int], sums: Mapping[str, int]) -> int:
        return sum(weight * sums[name] for name, weight in weights.items())

    def found(sums: Mapping[str, int]) -> Fraction | None:
        enough = sums["headcount"] >= SMALLEST * sums["months"] and weighed(mix.whole, sums) > 0
        sound = all(weighed(part.measures, sums) >= 0 for part in mix.parts)
        return Fraction(weighed(measures, sums)) if enough and sound else None

    return found


METRIC_COLUMNS = [Column(one.name, one.span, metric_of(one.metric)) for one in COLUMNS]
AMOUNT_COLUMNS = [
    Column(f"{mix.name}|{span}|{name}", span, amount_of(measures, mix))
    for span in Span
    for mix in MIXES
    for name, measures in (*((part.name, part.measures) for part in mix.parts), ("", mix.whole))
]
ALL_COLUMNS = (*METRIC_COLUMNS, *AMOUNT_COLUMNS)


@dataclasses.dataclass(frozen=True)
class Slow:
    """One release: its contributors, their values by column, its groups, and what the next must know."""

    quarter: Quarter
    members: Mapping[str, Member]
    values: Values
    shown: Groups
    released: frozenset[str]
    moved: frozenset[str]
    low: frozenset[str]
    judged: dict[frozenset[str], Groups] = dataclasses.field(default_factory=dict)

    def shown_with(self, column: str) -> Groups:
        """The groups that may show a column, each with the members that have a value: R2, R3 and R6 again."""
        having = frozenset(name for name in self.members if self.values[name][column] is not None)
        if having not in self.judged:
            with_value = {key: inside & having for key, inside in self.shown.items()}
            self.judged[having] = decided(with_value, self.members)
        return self.judged[having]


def release(world: Iterable[Employer], quarter: Quarter, before: Slow | None = None) -> Slow:
    employers = {one.number: one for one in world}
    same_year = before is not None and before.quarter.year == quarter.year
    members = members_of(employers, quarter, before if same_year else None)
    values = values_of(members, quarter, before if same_year else None)
    groups = in_order(groups_of(members.values()))
    safe = {key: inside for key, inside in groups.items() if may_stand_alone(inside, members)}
    moved, low = moved_in(safe, before, same_year=same_year), low_in(safe, before)
    shown = decided({key: safe[key] for key in safe if key not in moved | low}, members)
    released = before.released if same_year else frozenset()
    return Slow(quarter, members, values, shown, released | set(shown), moved, low)


def members_of(world: Mapping[str, Employer], quarter: Quarter, before: Slow | None) -> dict[str, Member]:
    """R7: in the year's first release everybody, then those who were in and the newcomers that may join."""
    fresh = contributors(world.values(), str(quarter))
    if before is None:
        return fresh
    kept = {name: one.in_world(world) for name, one in before.members.items()}
    inside = frozenset().union(*(one.numbers for one in before.members.values()))
    new = {name: one for name, one in fresh.items() if name not in kept and not one.numbers & inside}
    return dict(sorted((kept | admitted(new, before.released)).items()))


def admitted(new: Mapping[str, Member], released: frozenset[str]) -> Mapping[str, Member]:
    """Those who enter no released group with fewer than four others, or with one firm's clients only."""
    for key, inside in groups_of(new.values()).items():
        firms = {firm for name in inside for firm in new[name].firms or (name,)}
        if key in released and (len(inside) < JOINERS or len(firms) < JOINER_FIRMS):
            return admitted({name: one for name, one in new.items() if name not in inside}, released)
    return new


def values_of(members: Mapping[str, Member], quarter: Quarter, before: Slow | None) -> Values:
    return {
        name: {column.name: value_of(one, column, quarter, before) for column in ALL_COLUMNS}
        for name, one in members.items()
    }


def value_of(member: Member, column: Column, quarter: Quarter, before: Slow | None) -> Fraction | None:
    """R7: who has no value any more keeps the last one; who had none when others had waits."""
    now = value_in(member, column, quarter)
    if before is None or member.name not in before.members:
        return now
    if all(found[column.name] is None for found in before.values.values()):
        return now
    last = before.values[member.name][column.name]
    return None if last is None else last if now is None else now


def value_in(member: Member, column: Column, quarter: Quarter) -> Fraction | None:
    """The value of a contributor over the whole period; None where a quarter or a base is missing."""
    told = [member.measures(str(one)) for one in Period(quarter, column.span).quarters]
    if any(one is None for one in told):
        return None
    sums = {name: sum(one[name] for one in told) for name in told[0] if name not in LATEST}
    sums |= {name: told[-1][name] for name in LATEST}
    return column.of(sums)


def moved_in(groups: Groups, before: Slow | None, *, same_year: bool) -> frozenset[str]:
    """R7: what was released in the year before and changes by a few at the rebase is hidden all year."""
    if before is None or same_year:
        return before.moved if before else frozenset()
    then = groups_of(before.members.values())
    changed = {key: len(then.get(key, frozenset()) ^ inside) for key, inside in groups.items()}
    return frozenset(key for key, few in changed.items() if key in before.released and 0 < few < FEW_MOVES)


def low_in(groups: Groups, before: Slow | None) -> frozenset[str]:
    """Groups that were too small for a card and are not large enough to be one again."""
    if before is None:
        return frozenset()
    then = groups_of(before.members.values())
    small = {key for key in groups if len(then.get(key, ())) < FOR_A_CARD or key in before.low}
    return frozenset(key for key in small if FOR_A_CARD <= len(groups[key]) < FOR_A_CARD_AGAIN)
