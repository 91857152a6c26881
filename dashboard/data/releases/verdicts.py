"""What each rule says of each group of a release, and which groups are released for it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd

from dashboard.data.releases.choice import Question, apart, frequent, ranked, released
from dashboard.data.releases.frozen import History, change
from dashboard.data.releases.knowledge import Flags, Numbers
from dashboard.domain.disclosure import FEW_MOVES
from dashboard.domain.peers import USUAL, USUAL_AGAIN


@dataclasses.dataclass(frozen=True)
class Verdicts:
    """True where a rule lets a group pass, and the groups that are released; `rank` is the order of R6.

    `unmoved` (R7) and `settled` (the size at which a card comes back down) are asked of groups that pass R2
    and R3, and true for the others.
    """

    frequent: Flags
    apart: Flags
    unmoved: Flags
    settled: Flags
    chosen: Flags
    rank: Numbers


def verdicts_on(question: Question, units: pd.DataFrame, history: History | None, *, year: int) -> Verdicts:
    groups = question.groups
    enough, safe = frequent(question), apart(question)
    places = np.flatnonzero(enough & safe)
    keys = np.array(groups.keys(units, places), dtype=np.str_)
    unmoved, settled = np.ones_like(enough), np.ones_like(enough)
    if history:
        changed = change(groups, units, history.panel.units)
        unmoved[places] = ~moved(history, keys, changed.changed[places], year=year)
        settled[places] = ~low(history, keys, groups.sizes[places], before=changed.before[places])
    candidates = enough & safe & unmoved & settled
    rank = ranked(groups, keys[candidates[places]], candidates)
    chosen = released(question, candidates, rank)
    return Verdicts(enough, safe, unmoved, settled, chosen, rank)


def moved(history: History, keys: np.ndarray, changed: Numbers, *, year: int) -> Flags:
    """R7: released groups that a rebase changes by a few are not shown in the year that it begins."""
    if history.panel.year == year:
        return np.isin(keys, list(history.moved))
    return np.isin(keys, list(history.released)) & (changed > 0) & (changed < FEW_MOVES)


def low(history: History, keys: np.ndarray, sizes: Numbers, *, before: Numbers) -> Flags:
    """Groups that were too small for a card, or wait since then, and are not yet large enough again."""
    waited = (before < USUAL) | np.isin(keys, list(history.low))
    answer: Flags = waited & (sizes >= USUAL) & (sizes < USUAL_AGAIN)
    return answer
