"""Which levels cut the groups of which others into smaller ones."""

from __future__ import annotations

from dashboard.domain.peers import (
    ALL,
    ARRONDISSEMENT,
    BELGIUM,
    COMMITTEE,
    DIVISION,
    LEVELS,
    PROVINCE,
    REGION,
    SECTION,
    Level,
    Sizes,
)

# Each cut from coarse to fine; a committee divides all activities, and nothing divides a committee.
CUTS = (
    (ALL, SECTION, DIVISION, "3", "4", "5"),
    (ALL, COMMITTEE),
    (BELGIUM, REGION, PROVINCE, ARRONDISSEMENT),
    tuple(reversed(Sizes)),
)


def within(fine: Level, coarse: Level) -> bool:
    """True when every group of the finer level lies in one group of the coarser."""

    def cut(one: str, other: str) -> bool:
        return any(one in cuts and other in cuts[: cuts.index(one) + 1] for cuts in CUTS)

    pairs = ((fine.activity, coarse.activity), (fine.place, coarse.place), (fine.sizes, coarse.sizes))
    return fine != coarse and all(cut(one, other) for one, other in pairs)


# Pairs of places in LEVELS: a level of parents, and a level of their children.
FAMILIES = tuple(
    (parent, child)
    for parent, coarse in enumerate(LEVELS)
    for child, fine in enumerate(LEVELS)
    if within(fine, coarse)
)
