"""How many employers a release gives which level of each ladder, by size and sector, and why others none."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.data.releases.build import Draft
from dashboard.data.releases.groups import Groups, size_codes
from dashboard.data.releases.knowledge import Flags, Numbers
from dashboard.domain.peers import (
    CERTAIN,
    FINE_ENOUGH,
    FINE_SIZES,
    LADDERS,
    LEVELS,
    USUAL,
    Comparison,
    Sizes,
    band,
)

# Why a group is not released, in the order in which it is asked.
REASONS = ("", "R2", "R3", "R7", "settled", "R6")
NO_LEVEL = -1


@dataclasses.dataclass(frozen=True)
class Coverage:
    """The employers of a size or section (empty: all) and what their cards of one comparison say, in shares.

    `fine` is the share with a level that is fine enough; `reasons` say why the others' last fine enough group
    is not released.
    """

    comparison: Comparison
    size: str
    section: str
    employers: int
    levels: tuple[float, ...]
    fine: float
    reasons: Mapping[str, float]


def coverage(draft: Draft) -> Iterator[Coverage]:
    """For each comparison all employers with a placement, then each size, then each section."""
    employers = draft.panel.employers
    size = size_codes(employers["people"].to_numpy(), Sizes.FINE)
    section = employers["section"].to_numpy()
    everyone = np.ones(len(employers), dtype=np.bool_)
    parts = [("", "", everyone)]
    parts += [(str(least), "", size == place) for place, (least, _most) in enumerate(FINE_SIZES)]
    parts += [("", one, section == one) for one in sorted(set(section.tolist()))]
    least, reason = bands_and_reasons(draft)
    for comparison, ladder in LADDERS.items():
        places = [LEVELS.index(level) for level in ladder]
        level = levels_of(least[places], FINE_ENOUGH[comparison])
        why = reason[places[FINE_ENOUGH[comparison]]]
        for name, letter, chosen in parts:
            if chosen.any():
                yield counted(comparison, name, letter, level[chosen], why[chosen])


def bands_and_reasons(draft: Draft) -> tuple[Numbers, Numbers]:
    """For each level and employer, the least that the band of its group says, and why it is not released."""
    units, groups, verdicts = draft.panel.units, draft.question.groups, draft.verdicts
    everybody = Groups.among(pd.concat([units, draft.panel.employers]))
    named = everybody.of[groups.level, groups.first]
    least, reason = np.zeros(len(everybody) + 1, dtype=np.int64), np.ones(len(everybody) + 1, dtype=np.int64)
    sizes = groups.sizes[verdicts.chosen].tolist()
    least[named[verdicts.chosen]] = [band(size).least for size in sizes]
    passed = (verdicts.frequent, verdicts.apart, verdicts.unmoved, verdicts.settled, verdicts.chosen)
    failed = np.array([~one for one in passed])
    reason[named] = np.where(failed.any(axis=0), failed.argmax(axis=0) + 1, 0)
    mine = everybody.of[:, len(units) :]  # NOWHERE reads the last place: nothing is released there
    return least[mine], reason[mine]


def levels_of(least: Numbers, fine_enough: int) -> Numbers:
    """The level of each employer's card, as the reader chooses it."""
    answer = np.full(least.shape[1], NO_LEVEL, dtype=np.int64)
    for enough, end in ((CERTAIN, fine_enough + 1), (USUAL, len(least)), (1, len(least))):
        there = least[:end] >= enough
        answer = np.where((answer == NO_LEVEL) & there.any(axis=0), there.argmax(axis=0), answer)
    return answer


def counted(
    comparison: Comparison, size: str, section: str, level: Numbers, why: NDArray[np.int64]
) -> Coverage:
    fine: Flags = (level != NO_LEVEL) & (level <= FINE_ENOUGH[comparison])
    shares = np.bincount(level[level != NO_LEVEL], minlength=len(LADDERS[comparison])) / len(level)
    missing = np.bincount(why[~fine], minlength=len(REASONS)) / len(level)
    reasons = {name: float(share) for name, share in zip(REASONS, missing, strict=True) if share and name}
    return Coverage(
        comparison, size, section, len(level), tuple(shares.tolist()), float(fine.mean()), reasons
    )
