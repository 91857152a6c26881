"""Which firms know which contributors, and whether a set of contributors is safe from every firm (R3)."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.disclosure import Rules

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Held(NamedTuple):
    """For each of some sets: its members, the clients in it of the firm that knows most, and the firms."""

    members: Numbers
    largest: Numbers
    firms: Numbers

    def safe(self, rules: Rules) -> Flags:
        answer: Flags = (self.firms >= rules.firms) & (self.members - self.largest >= rules.outside_firm)
        return answer


@dataclasses.dataclass(frozen=True)
class Knowledge:
    """The firms of each row, one row after the other: those of row r are firms[starts[r] : starts[r + 1]]."""

    starts: Numbers
    firms: Numbers

    @classmethod
    def of(cls, units: Iterable[str], firms_of: Mapping[str, Collection[int]]) -> Knowledge:
        known = [sorted(firms_of.get(unit, ())) for unit in units]
        starts = np.concatenate([[0], np.cumsum([len(one) for one in known], dtype=np.int64)])
        everyone = np.array([firm for one in known for firm in one], dtype=np.int64)
        return cls(starts, np.unique(everyone, return_inverse=True)[1])

    def held(self, sets: Numbers, rows: Numbers, *, count: int) -> Held:
        """What firms hold of sets 0 to count - 1, given as pairs of a set and a row in it.

        A contributor that no firm knows counts as a firm of its own.
        """
        members = np.bincount(sets, minlength=count)
        length = self.starts[rows + 1] - self.starts[rows]
        alone = np.bincount(sets[length == 0], minlength=count)
        clients, holder = self._clients(sets, rows, length)
        largest = (alone > 0).astype(np.int64)
        np.maximum.at(largest, holder, clients)
        return Held(members, largest, alone + np.bincount(holder, minlength=count))

    def _clients(self, sets: Numbers, rows: Numbers, length: Numbers) -> tuple[Numbers, Numbers]:
        """How many members each firm knows of each set that it knows any of, and which set that is."""
        firm = self.firms[spread(self.starts[rows], length)]
        width = int(self.firms.max(initial=0)) + 1
        pairs, clients = counted(np.repeat(sets, length) * width + firm)
        return clients, pairs // width


def spread(starts: Numbers, lengths: Numbers) -> Numbers:
    """All places of some stretches, one stretch after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    places: Numbers = np.repeat(starts - (ends - lengths), lengths) + np.arange(total)
    return places


def counted(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The different keys in order, and how often each is there."""
    ordered = np.sort(keys)
    first = (
        np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(keys) else np.arange(0)
    )
    return ordered[first], np.diff(np.append(first, len(keys)))
