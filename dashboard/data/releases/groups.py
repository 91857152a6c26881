"""Every group of every level as integers: which contributors each one has."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.data.releases.knowledge import Flags, Held, Knowledge, Numbers
from dashboard.data.releases.panel import PLACES, Floats
from dashboard.domain.peers import (
    ALL,
    ARRONDISSEMENT,
    BELGIUM,
    BOUNDS,
    COMMITTEE,
    LEVELS,
    PROVINCE,
    SECTION,
    Placement,
    Sizes,
)

NOWHERE = -1
# How many members are worked on in one go: it bounds the memory, not the answer.
AT_ONCE = 250_000
Codes = NDArray[np.int32]


@dataclasses.dataclass(frozen=True)
class Groups:
    """The groups that some contributors form: `of` says which one each row is in at each level, or -1.

    Groups are numbered level by level; `level` and `first` give each one's level and one of its rows.
    """

    of: Codes
    level: Numbers
    first: Numbers

    @classmethod
    def among(cls, units: pd.DataFrame) -> Groups:
        codes = level_codes(units)
        of = np.full((len(LEVELS), len(units)), NOWHERE, dtype=np.int32)
        levels, firsts = [], []
        start = 0
        for place, code in enumerate(codes):
            rows = np.flatnonzero(code != NOWHERE)
            _codes, first, group = np.unique(code[rows], return_index=True, return_inverse=True)
            of[place, rows] = group + start
            start += len(first)
            levels.append(np.full(len(first), place, dtype=np.int64))
            firsts.append(rows[first])
        return cls(of, np.concatenate(levels), np.concatenate(firsts))

    def __len__(self) -> int:
        return len(self.level)

    def only(self, wanted: Flags) -> Groups:
        """The same groups under the same numbers, with nobody in those that are not wanted."""
        kept = np.append(wanted, False)  # the last place stands for NOWHERE
        return dataclasses.replace(self, of=np.where(kept[self.of], self.of, NOWHERE))

    def of_those(self, present: Flags) -> Groups:
        """The same groups under the same numbers, of these rows alone."""
        return dataclasses.replace(self, of=np.where(present, self.of, NOWHERE))

    def at(self, level: int, wanted: Flags) -> Codes:
        """Which of the wanted groups of a level each row is in, or -1."""
        of = self.of[level]
        return np.where(np.append(wanted, False)[of], of, NOWHERE)

    def members(self, *levels: int) -> tuple[Numbers, Numbers]:
        """Pairs of a group and a row in it, over some levels."""
        found = [np.flatnonzero(self.of[level] != NOWHERE) for level in levels]
        groups = [self.of[level][rows] for level, rows in zip(levels, found, strict=True)]
        return np.concatenate(groups).astype(np.int64), np.concatenate(found)

    @functools.cached_property
    def parts(self) -> list[list[int]]:
        """The levels that somebody is in, in parts of a bearable number of members each."""
        members = np.count_nonzero(self.of != NOWHERE, axis=1)
        part = np.cumsum(members) // AT_ONCE
        return [
            np.flatnonzero((part == one) & (members > 0)).tolist() for one in np.unique(part[members > 0])
        ]

    @functools.cached_property
    def sizes(self) -> Numbers:
        """How many contributors each group has."""
        return np.bincount(self.of[self.of != NOWHERE], minlength=len(self))

    def tally(self, weights: Floats) -> Floats:
        """A sum over the rows of each group."""
        total = np.zeros(len(self))
        for levels in self.parts:
            groups, rows = self.members(*levels)
            total += np.bincount(groups, weights=weights[rows], minlength=len(self))
        return total

    def held(self, knowledge: Knowledge) -> Held:
        held = Held(*np.zeros((len(Held._fields), len(self)), dtype=np.int64))
        for levels in self.parts:
            more = knowledge.held(*self.members(*levels), count=len(self))
            held = Held(*(one + other for one, other in zip(held, more, strict=True)))
        return held

    def keys(self, units: pd.DataFrame, groups: Iterable[int]) -> list[str]:
        """The names of groups, as `PeerGroup.key` has them."""
        columns = [units[name].to_numpy() for name in PLACES]
        people = units["people"].to_numpy()
        found = []
        for group in groups:
            row = self.first[group]
            places = dict(zip(PLACES, (str(column[row]) for column in columns), strict=True))
            found.append(
                Placement(**places, headcount=float(people[row])).group(LEVELS[self.level[group]]).key
            )
        return found


def level_codes(units: pd.DataFrame) -> list[Numbers]:
    """One number per group of a level for each row, -1 where the row has no such group."""
    activity = {name: activity_codes(units, name) for name in {level.activity for level in LEVELS}}
    place = {name: place_codes(units, name) for name in {level.place for level in LEVELS}}
    size = {sizes: size_codes(units["people"].to_numpy(), sizes) for sizes in Sizes}
    return [joined(activity[level.activity], place[level.place], size[level.sizes]) for level in LEVELS]


def joined(*parts: Numbers) -> Numbers:
    code = parts[0]
    for part in parts[1:]:
        code = code * (part.max(initial=0) + 1) + part
    answer: Numbers = np.where(np.logical_and.reduce([part >= 0 for part in parts]), code, NOWHERE)
    return answer


def activity_codes(units: pd.DataFrame, activity: str) -> Numbers:
    if activity == ALL:
        return np.zeros(len(units), dtype=np.int64)
    if activity in {SECTION, COMMITTEE}:
        return factorized(units[activity])
    digits = int(activity)
    return factorized(units["nace"].str[:digits].where(units["nace"].str.len() >= digits, ""))


def place_codes(units: pd.DataFrame, place: str) -> Numbers:
    if place == BELGIUM:
        return np.zeros(len(units), dtype=np.int64)
    if place == PROVINCE:
        return factorized(units["province"].where(units["province"] != "", units["region"]))
    return factorized(units[ARRONDISSEMENT if place == ARRONDISSEMENT else place])


def factorized(codes: pd.Series[str]) -> Numbers:
    """A number for each different code, -1 for none."""
    return np.asarray(pd.factorize(codes.where(codes != "", None))[0], dtype=np.int64)


def size_codes(people: Floats, sizes: Sizes) -> Numbers:
    """The columns of `size_class`; rounding is to the even number, as there."""
    least = np.array([least for least, _most in BOUNDS[sizes]])
    whole = np.maximum(np.rint(people), 1)
    return np.searchsorted(least, whole, side="right") - 1
