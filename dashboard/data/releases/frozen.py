"""The panel through a calendar year: who is in stays as it was, newcomers wait until they are many (R7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from dashboard.data.releases.groups import NOWHERE, Groups
from dashboard.data.releases.knowledge import Flags, Knowledge
from dashboard.data.releases.panel import Floats, Panel, firms_of
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import LEVELS


@dataclasses.dataclass(frozen=True)
class History:
    """What a release leaves to the next one, on the side that builds and never on the side that serves.

    `last` has the values, a row per contributor of the panel. `released` are the groups shown in its year,
    `moved` those that its rebase hides, `low` those that wait until they are large enough again.
    """

    panel: Panel
    last: Floats
    released: frozenset[str]
    moved: frozenset[str]
    low: frozenset[str]


def grown(history: History, fresh: Panel, known_by: Mapping[str, Collection[int]], *, rules: Rules) -> Panel:
    """The panel of the year so far, with the newcomers that may join; the others are only placed."""
    kept = history.panel.employers[history.panel.employers["member"]]
    others = fresh.employers[~fresh.employers.index.isin(kept.index)]
    joining = others["unit"].isin(admitted(history, fresh, known_by, rules=rules))
    others = others.assign(member=others["member"] & joining, counts=others["counts"] & joining)
    return Panel(history.panel.year, pd.concat([kept, others]).sort_index())


def admitted(
    history: History, fresh: Panel, known_by: Mapping[str, Collection[int]], *, rules: Rules
) -> pd.Index[str]:
    """The contributors that may join, so that no released group grows by a few, or by one firm's clients."""
    waiting = newcomers(history.panel, fresh)
    groups = Groups.among(waiting)
    names = groups.keys(waiting, range(len(groups)))
    groups = groups.only(np.array([name in history.released for name in names], dtype=np.bool_))
    knowledge = Knowledge.of(waiting["unit"], firms_of(fresh, known_by))
    enough = np.ones(len(waiting), dtype=np.bool_)
    while (few := too_few(groups.of_those(enough), knowledge, rules=rules)).any():
        enough &= ~few
    joining: pd.Index[str] = pd.Index(waiting["unit"][enough])
    return joining


def newcomers(panel: Panel, fresh: Panel) -> pd.DataFrame:
    """Contributors of the quarter of which no employer is in the panel, under this or another unit."""
    inside = panel.unit_of
    now = fresh.unit_of
    known = pd.Index(inside).union(pd.Index(now[now.index.isin(inside.index)]))
    units = fresh.units
    return units[~units["unit"].isin(known)]


def too_few(groups: Groups, knowledge: Knowledge, *, rules: Rules) -> Flags:
    """True for the rows that would be among fewer newcomers of a released group than may join it."""
    held = groups.held(knowledge)
    few = (held.members > 0) & ((held.members < rules.joiners) | (held.firms < rules.joiner_firms))
    marked = np.append(few, False)
    answer: Flags = marked[groups.of].any(axis=0) & (groups.of != NOWHERE).any(axis=0)
    return answer


def frozen_values(history: History, panel: Panel, now: Floats) -> Floats:
    """The values of the quarter; who has none any more keeps the last, who had none yet waits.

    A metric that nobody had before begins for everybody.
    """
    place = pd.Index(history.panel.units["unit"]).get_indexer(pd.Index(panel.units["unit"]))
    # The last row stands for who was not in the panel.
    last = np.pad(history.last, ((0, 1), (0, 0)), constant_values=np.nan)[place]
    begun = (~np.isnan(history.last)).any(axis=0)
    stays = np.logical_and.outer(place >= 0, begun)
    kept = np.where(np.isnan(last), np.nan, np.where(np.isnan(now), last, now))
    answer: Floats = np.where(stays, kept, now)
    return answer


@dataclasses.dataclass(frozen=True)
class Change:
    """How groups differ from the panel before: their contributors then, and how many came or went."""

    before: np.ndarray[tuple[int], np.dtype[np.int64]]
    changed: np.ndarray[tuple[int], np.dtype[np.int64]]


def change(groups: Groups, units: pd.DataFrame, before: pd.DataFrame) -> Change:
    """Each group of the units against the group of the same name among the units before."""
    both = Groups.among(pd.concat([before, units]))
    # The last place stands for who was not in the panel before.
    old = np.pad(both.of[:, : len(before)], ((0, 0), (0, 1)), constant_values=NOWHERE)
    new = both.of[:, len(before) :]
    place = pd.Index(before["unit"]).get_indexer(pd.Index(units["unit"]))
    stayed = np.zeros(len(both), dtype=np.int64)
    for level in range(len(LEVELS)):
        same = (new[level] != NOWHERE) & (old[level][place] == new[level])
        stayed += np.bincount(new[level][same], minlength=len(both))
    then, now = (np.bincount(one[one != NOWHERE], minlength=len(both)) for one in (old, new))
    named = new[groups.level, groups.first]
    return Change(then[named], (then + now - 2 * stayed)[named])
