"""Which groups tell a mix together: what is left of one without others must pass R4 as well."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

import numpy as np

from dashboard.data.releases.choice import Question, batches, in_order, without_conflicts
from dashboard.data.releases.groups import NOWHERE, Groups
from dashboard.data.releases.knowledge import Flags, Numbers, spread
from dashboard.data.releases.panel import Floats
from dashboard.data.releases.weighted import Holders, Shares, Weighing, hard_to_read, most_held
from dashboard.domain.peers import LEVELS
from dashboard.domain.shares import Counted

Told = Mapping[int, Shares]


def told_together(question: Question, weighing: Weighing, told: Told, rank: Numbers) -> dict[int, Shares]:
    """The shares of each group without the mixes that, with those of other groups, tell of a rest."""
    kept = {group: dict(shares) for group, shares in told.items()}
    for name, chosen in chosen_of(question, weighing, told, rank):
        for group, shares in kept.items():
            if not chosen[group]:
                shares.pop(name, None)
    return kept


def chosen_of(
    question: Question, weighing: Weighing, told: Told, rank: Numbers
) -> Iterator[tuple[str, Flags]]:
    """The groups that go on telling each mix of totals; mixes of the same contributors share the ground."""
    alike: dict[bytes, dict[str, Numbers]] = {}
    for name, mix, columns in weighing.mixes:
        if mix.counted is Counted.TOTALS:
            present = ~np.isnan(weighing.amounts[:, columns]).any(axis=1)
            alike.setdefault(np.packbits(present).tobytes(), {})[name] = columns
    for mixes in alike.values():
        telling = {name: telling_groups(told, name, count=len(question.groups)) for name in mixes}
        anything = np.logical_or.reduce([*telling.values()])
        ground = Ground.of(question, weighing, anything, np.concatenate([*mixes.values()]))
        for name, columns in mixes.items():
            yield name, decided(ground, columns, telling[name], rank)


def telling_groups(told: Told, name: str, *, count: int) -> Flags:
    telling = np.zeros(count, dtype=np.bool_)
    telling[[group for group, shares in told.items() if name in shares]] = True
    return telling


@dataclasses.dataclass(frozen=True)
class Rests:
    """What is left of some groups without other groups, all of one level, that lie in them.

    `outer` and `level` say it of each rest; `rest` and `inner` name each group that is taken away.
    """

    outer: Numbers
    level: Numbers
    rest: Numbers
    inner: Numbers

    def left(self, amounts: Floats | Numbers) -> Floats | Numbers:
        """What each rest has of an amount of which all its groups are known."""
        remains = amounts[self.outer].copy()
        np.subtract.at(remains, self.rest, amounts[self.inner])
        return remains


@dataclasses.dataclass(frozen=True)
class Ground:
    """Groups that tell mixes of the same contributors, and which of them lie in which.

    `total` and `most` have, for each group and column of amounts, the sum and the most that one contributor
    or one firm holds; the members of group g are rows[starts[g] : starts[g + 1]].
    """

    weighing: Weighing
    groups: Groups
    rows: Numbers
    starts: Numbers
    inner: Numbers
    outer: Numbers
    total: Floats
    most: Floats

    @classmethod
    def of(cls, question: Question, weighing: Weighing, telling: Flags, columns: Numbers) -> Ground:
        missing = np.isnan(weighing.amounts[:, columns]).any(axis=1)
        groups = question.groups.of_those(np.logical_not(missing)).only(telling)
        rows = np.concatenate([in_order(groups, level)[0] for level in range(len(LEVELS))])
        starts = np.concatenate([[0], np.cumsum(groups.sizes)])
        total = np.zeros((len(groups), weighing.amounts.shape[1]))
        most = np.zeros_like(total)
        for levels in groups.parts:
            holders = Holders.of(weighing.knowledge, *groups.members(*levels), count=len(groups))
            for column in columns:
                amounts = weighing.amounts[holders.rows, column]
                total[:, column] += holders.total(amounts)
                most[:, column] += most_held(holders, amounts)
        return cls(weighing, groups, rows, starts, *nested(groups), total, most)


def nested(groups: Groups) -> tuple[Numbers, Numbers]:
    """Pairs of groups of which the first lies in the second or is all of it."""
    inner, outer = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for level in range(len(LEVELS)):
        rows, _starts = in_order(groups, level)
        found, starts = np.unique(groups.of[level][rows], return_index=True)
        if len(found):
            around = groups.of[:, rows]
            lowest, highest = (end.reduceat(around, starts, axis=1) for end in (np.minimum, np.maximum))
            other, place = np.nonzero((lowest == highest) & (lowest != NOWHERE))
            inner.append(found[place].astype(np.int64))
            outer.append(lowest[other, place].astype(np.int64))
    return np.concatenate(inner), np.concatenate(outer)


def decided(ground: Ground, columns: Numbers, telling: Flags, rank: Numbers) -> Flags:
    """R6 over again for a mix: pair by pair from the largest group down, then all that is taken from one."""
    both = telling[ground.inner] & telling[ground.outer]
    inner, outer = ground.inner[both], ground.outer[both]
    pairs = Rests(outer, ground.groups.level[inner], np.arange(len(inner)), inner)
    conflicts = np.column_stack([inner, outer])[exposed(ground, columns, pairs)]
    chosen = without_conflicts(telling, rank, pairs=conflicts)
    return with_hidden_parts(ground, columns, chosen, rank)


def with_hidden_parts(ground: Ground, columns: Numbers, chosen: Flags, rank: Numbers) -> Flags:
    """Round by round, the smallest group that is taken away from an exposed rest tells the mix no more."""
    chosen = chosen.copy()
    while True:
        both = chosen[ground.inner] & chosen[ground.outer]
        rests = level_by_level(ground.groups, ground.inner[both], ground.outer[both])
        asked = exposed(ground, columns, rests)[rests.rest]
        if not asked.any():
            return chosen
        rest, inner = rests.rest[asked], rests.inner[asked]
        order = np.argsort(rank[inner], kind="stable")
        smallest = dict(zip(rest[order].tolist(), inner[order].tolist(), strict=True))
        chosen[[*smallest.values()]] = False


def level_by_level(groups: Groups, inner: Numbers, outer: Numbers) -> Rests:
    """Each group without all groups of a level that lie in it."""
    rests, rest = np.unique(outer * len(LEVELS) + groups.level[inner], return_inverse=True)
    return Rests(rests // len(LEVELS), rests % len(LEVELS), rest, inner)


def exposed(ground: Ground, columns: Numbers, rests: Rests) -> Flags:
    """True where somebody is left, and what is left does not pass R4."""
    rules = ground.weighing.rules
    members = rests.left(ground.groups.sizes)
    unsafe: Flags = (members > 0) & (members < rules.for_shares)
    total, most = rests.left(ground.total[:, columns]), ground.most[rests.outer[:, None], columns]
    # Nobody holds more of the rest than of the group: where even that is little, no need to look closer.
    plain = (100 * (total - 2 * most) >= rules.percent * most).all(axis=1)
    plain &= rules.largest_part * most[:, -1] <= total[:, -1]
    doubtful = np.flatnonzero((members >= rules.for_shares) & ~plain)
    for some in batches(doubtful, ground.groups.sizes[rests.outer]):
        sets, rows = members_of(ground, rests, some)
        holders = Holders.of(ground.weighing.knowledge, sets, rows, count=len(some))
        unsafe[some] = ~hard_to_read(rules, holders, ground.weighing.amounts[rows[:, None], columns])
    return unsafe


def members_of(ground: Ground, rests: Rests, some: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of one of some rests, numbered anew, and a row in it."""
    groups, width = ground.groups, len(ground.groups) + 1  # the first number stands for NOWHERE
    length = groups.sizes[rests.outer[some]]
    sets = np.repeat(np.arange(len(some)), length)
    rows = ground.rows[spread(ground.starts[rests.outer[some]], length)]
    there = groups.of[rests.level[some][sets], rows].astype(np.int64)
    taken = np.isin(some[sets] * width + there + 1, rests.rest * width + rests.inner + 1)
    return sets[~taken], rows[~taken]
