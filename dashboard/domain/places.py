"""One metric's peers province by province: employers of one class of size, in each place."""

from __future__ import annotations

import dataclasses

from dashboard.domain.peers import ALL, PROVINCE, Band, Figures, PeerGroup, Placement, both_sizes

LEVELS = both_sizes(ALL, PROVINCE)


@dataclasses.dataclass(frozen=True)
class PlaceCard:
    """The released figures of one place beside those of others; without a band there are too few peers."""

    group: PeerGroup
    band: Band | None
    figures: Figures
    is_own: bool


def groups_at(placement: Placement, places: tuple[str, ...]) -> tuple[tuple[PeerGroup, ...], ...]:
    """For each level the groups of every place, of the size that an employer has."""
    own = [placement.group(level) for level in LEVELS]
    return tuple(tuple(dataclasses.replace(group, place=place) for place in places) for group in own)
