"""Shares of the totals of released groups, where no contributor and no firm can be read from them (R4).

The rules are those of `domain.dominance`, applied to columns; a test compares the two.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from dashboard.data.releases.kernel import Batch, round_to
from dashboard.data.releases.knowledge import Flags, Knowledge, Numbers, spread
from dashboard.data.releases.panel import Floats
from dashboard.domain.disclosure import USELESS_SHARE, Rules
from dashboard.domain.shares import MIXES, SHARE_STEP, Counted, Mix
from dashboard.domain.workforce import Span

Shares = dict[str, dict[str, float]]


class Amount(NamedTuple):
    """One column of amounts: a part of a mix over a span; the part at the end is the whole."""

    mix: Mix
    span: Span
    part: int


def amounts_of(mixes: Sequence[Mix]) -> tuple[Amount, ...]:
    return tuple(
        Amount(mix, span, part) for span in Span for mix in mixes for part in range(len(mix.parts) + 1)
    )


AMOUNTS = amounts_of(MIXES)


@dataclasses.dataclass(frozen=True)
class Weighing:
    """What shares are worked out from: the rules, who knows whom, and the amounts of every contributor."""

    rules: Rules
    knowledge: Knowledge
    amounts: Floats
    columns: tuple[Amount, ...] = AMOUNTS

    @property
    def mixes(self) -> Iterator[tuple[str, Mix, Numbers]]:
        """Every mix over each span: what it is called in shares, and its columns, the whole as the last."""
        for place, (mix, span, part) in enumerate(self.columns):
            if part == len(mix.parts):
                yield f"{mix.name}|{span}", mix, np.arange(place - part, place + 1)


def released_shares(weighing: Weighing, batch: Batch) -> list[Shares]:
    """Every mix of each group that may be told: mix and span to the share of each part."""
    told: list[Shares] = [{} for _ in batch.members]
    holders: dict[bytes, Holders] = {}
    for name, mix, columns in weighing.mixes:
        amounts = weighing.amounts[batch.rows[:, None], columns]
        shown = np.logical_and.reduce(batch.shown[columns], axis=0)
        keep = ~np.isnan(amounts).any(axis=1) & shown[batch.sets]
        # Mixes of the same contributors are held by the same firms.
        pattern = np.packbits(keep).tobytes()
        if pattern not in holders:
            sets, rows = batch.sets[keep], batch.rows[keep]
            holders[pattern] = Holders.of(weighing.knowledge, sets, rows, count=len(batch.members))
        for group, found in shares_of(weighing.rules, mix, holders[pattern], amounts[keep]):
            told[group][name] = found
    return told


def shares_of(
    rules: Rules, mix: Mix, holders: Holders, amounts: Floats
) -> Iterator[tuple[int, dict[str, float]]]:
    """One mix in each group that may tell it, or the parts of it that may be told."""
    return (peers_in_ten if mix.counted is Counted.PEERS else parts_of_totals)(rules, mix, holders, amounts)


def peers_in_ten(
    rules: Rules, mix: Mix, holders: Holders, amounts: Floats
) -> Iterator[tuple[int, dict[str, float]]]:
    """How many peers in ten have any of each part; nothing where nearly all are alike (R10)."""
    sets, members = holders.sets, holders.members
    having = [
        np.bincount(sets[amounts[:, part] > 0], minlength=len(members)) for part in range(len(mix.parts))
    ]
    mixed = [np.maximum(one, members - one) <= USELESS_SHARE * members for one in having]
    for group in np.flatnonzero((members >= rules.for_shares) & np.any(mixed, axis=0)).tolist():
        tenths = {
            part.name: float(np.rint(10 * count[group] / members[group]))
            for part, count, is_mixed in zip(mix.parts, having, mixed, strict=True)
            if is_mixed[group]
        }
        yield group, tenths


def parts_of_totals(
    rules: Rules, mix: Mix, holders: Holders, amounts: Floats
) -> Iterator[tuple[int, dict[str, float]]]:
    """The share of each part in the whole; all of them or none, since they add up."""
    *parts, whole = amounts.T
    allowed = hard_to_read(rules, holders, amounts)
    for part in parts:
        allowed &= ~same_for_most(holders.sets, part, whole, count=holders.count)
    total = np.maximum(holders.total(whole), 1)
    shares = [round_to(100 * holders.total(part) / total, SHARE_STEP) for part in parts]
    for group in np.flatnonzero(allowed).tolist():
        yield group, {part.name: float(one[group]) for part, one in zip(mix.parts, shares, strict=True)}


@dataclasses.dataclass(frozen=True)
class Holders:
    """The firms that know any member of some sets: `of_set` and `firm` name each pair of a set and a firm.

    Members are pairs of a set and a row; `member` and `pair` say, one by one, whom each firm knows.
    Contributors that no firm knows are firms of their own, numbered after the others by their row.
    """

    knowledge: Knowledge
    sets: Numbers
    rows: Numbers
    count: int
    of_set: Numbers
    firm: Numbers
    member: Numbers
    pair: Numbers

    @classmethod
    def of(cls, knowledge: Knowledge, sets: Numbers, rows: Numbers, *, count: int) -> Holders:
        length = knowledge.starts[rows + 1] - knowledge.starts[rows]
        alone = np.flatnonzero(length == 0)
        known = knowledge.firms[spread(knowledge.starts[rows], length)]
        firm = np.concatenate([known, first_alone(knowledge) + rows[alone]])
        member = np.concatenate([np.repeat(np.arange(len(rows)), length), alone])
        width = first_alone(knowledge) + len(knowledge.starts)
        pairs, pair = np.unique(sets[member] * width + firm, return_inverse=True)
        return cls(knowledge, sets, rows, count, pairs // width, pairs % width, member, pair)

    @property
    def members(self) -> Numbers:
        return np.bincount(self.sets, minlength=self.count)

    def total(self, amounts: Floats) -> Floats:
        return np.bincount(self.sets, weights=amounts, minlength=self.count).astype(np.float64)

    def largest(self, amounts: Floats) -> Floats:
        most = np.zeros(self.count)
        np.maximum.at(most, self.sets, amounts)
        return most

    def held(self, amounts: Floats) -> Floats:
        """What each firm holds of each set."""
        held = np.bincount(self.pair, weights=amounts[self.member], minlength=len(self.firm))
        return held.astype(np.float64)

    def knows(self, firm: Numbers, rows: Numbers) -> Flags:
        """True where the firm knows the row, or is the row on its own."""
        length = self.knowledge.starts[rows + 1] - self.knowledge.starts[rows]
        place = np.repeat(np.arange(len(rows)), length)
        same = self.knowledge.firms[spread(self.knowledge.starts[rows], length)] == firm[place]
        itself = firm == first_alone(self.knowledge) + rows
        answer: Flags = (np.bincount(place[same], minlength=len(rows)) > 0) | itself
        return answer


def first_alone(knowledge: Knowledge) -> int:
    return int(knowledge.firms.max(initial=0)) + 1


def hard_to_read(rules: Rules, holders: Holders, amounts: Floats) -> Flags:
    """R4 for the parts and, in the last column, the whole of each set."""
    safe: Flags = (holders.members >= rules.for_shares) & evenly_held(rules, holders, amounts[:, -1])
    for part in amounts.T:
        safe &= hard_to_guess(rules, holders, part)
    return safe


def most_held(holders: Holders, amounts: Floats) -> Floats:
    """The most that one contributor, or one firm with all its clients, holds of each set."""
    most = holders.largest(amounts)
    np.maximum.at(most, holders.of_set, holders.held(amounts))
    return most


def evenly_held(rules: Rules, holders: Holders, amounts: Floats) -> Flags:
    """`dominance.evenly_held` for each set."""
    answer: Flags = rules.largest_part * most_held(holders, amounts) <= holders.total(amounts)
    return answer


def hard_to_guess(rules: Rules, holders: Holders, amounts: Floats) -> Flags:
    """`dominance.hard_to_guess` for each set."""
    others = holders.total(amounts)[holders.of_set] - holders.held(amounts)
    largest = holders.largest(amounts)[holders.of_set]
    # Only where the largest of all would be too plain does it matter whether the firm knows it.
    doubtful = np.flatnonzero(100 * (others - largest) < rules.percent * largest)
    largest = largest_of_others(holders, doubtful, amounts)
    plain = 100 * (others[doubtful] - largest) < rules.percent * largest
    safe: Flags = np.bincount(holders.of_set[doubtful[plain]], minlength=holders.count) == 0
    return safe


def largest_of_others(holders: Holders, asked: Numbers, amounts: Floats) -> Floats:
    """For some pairs of a set and a firm, the largest amount of somebody whom the firm does not know.

    The members of a set are tried from the largest down; few firms know more than the first ones.
    """
    largest = np.zeros(len(asked))
    if not len(asked):
        return largest
    in_doubt = np.zeros(holders.count, dtype=np.bool_)
    in_doubt[holders.of_set[asked]] = True
    members = np.flatnonzero(in_doubt[holders.sets])
    order = members[np.lexsort((-amounts[members], holders.sets[members]))]
    starts = np.searchsorted(holders.sets[order], np.arange(holders.count + 1))
    open_ones, rank = np.arange(len(asked)), 0
    while len(open_ones):
        of_set = holders.of_set[asked[open_ones]]
        there = starts[of_set] + rank < starts[of_set + 1]
        open_ones, member = open_ones[there], order[starts[of_set[there]] + rank]
        knows = holders.knows(holders.firm[asked[open_ones]], holders.rows[member])
        largest[open_ones[~knows]] = amounts[member[~knows]]
        open_ones, rank = open_ones[knows], rank + 1
    return largest


def same_for_most(sets: Numbers, part: Floats, whole: Floats, *, count: int) -> Flags:
    """R10: more than nine contributors in ten have nothing of a part, or nothing else."""
    members = np.bincount(sets, minlength=count)
    nothing, all_of_it = (np.bincount(sets[one], minlength=count) for one in (part == 0, part == whole))
    answer: Flags = np.maximum(nothing, all_of_it) > USELESS_SHARE * members
    return answer
