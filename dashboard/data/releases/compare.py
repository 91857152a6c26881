"""How two releases differ, in what both of them say: groups and figures that are new, gone or changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import orjson

from dashboard.data.releases.stored import Group
from dashboard.domain.peers import LEVELS, Level, PeerGroup


@dataclasses.dataclass(frozen=True)
class Change:
    """The groups of one level that are new or gone, and how many cells (a metric of a group) differ."""

    level: Level
    before: int
    after: int
    new: tuple[PeerGroup, ...]
    gone: tuple[PeerGroup, ...]
    cells_new: int
    cells_gone: int
    cells_changed: int
    cells_same: int


def changes(before: Sequence[Group], after: Sequence[Group]) -> tuple[Change, ...]:
    """Level by level, the levels that have a group in either."""
    old, new = by_level(before), by_level(after)
    return tuple(change(one, old.get(one, {}), new.get(one, {})) for one in LEVELS if one in old | new)


def by_level(groups: Sequence[Group]) -> dict[Level, dict[str, Group]]:
    found: dict[Level, dict[str, Group]] = {}
    for group in groups:
        found.setdefault(PeerGroup.parse(group.key).level, {})[group.key] = group
    return found


def change(level: Level, before: Mapping[str, Group], after: Mapping[str, Group]) -> Change:
    old, new = cells(before), cells(after)
    both = old.keys() & new.keys()
    same = sum(old[cell] == new[cell] for cell in both)
    return Change(
        level,
        before=len(before),
        after=len(after),
        new=tuple(map(PeerGroup.parse, sorted(after.keys() - before.keys()))),
        gone=tuple(map(PeerGroup.parse, sorted(before.keys() - after.keys()))),
        cells_new=len(new.keys() - old.keys()),
        cells_gone=len(old.keys() - new.keys()),
        cells_changed=len(both) - same,
        cells_same=same,
    )


def cells(groups: Mapping[str, Group]) -> dict[tuple[str, str], object]:
    """What is said of each metric, period and mix of each group."""
    return {
        (key, column): said
        for key, group in groups.items()
        for column, said in (orjson.loads(group.figures) | orjson.loads(group.shares or b"{}")).items()
    }
