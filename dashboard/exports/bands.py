"""Released quantiles as columns on top of each other, on either side of zero."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

Known = Mapping[float, float | None]
EDGES = (
    (0.1, 0.25, "P10–P25", "outer"),
    (0.25, 0.75, "P25–P75", "inner"),
    (0.75, 0.9, "P75–P90", "outer"),
)


@dataclasses.dataclass(frozen=True)
class Band:
    """One series of a stack: a column's height for each row, and how it is filled."""

    name: str
    fill: str
    values: tuple[float | None, ...]


def columns_of(rows: Sequence[Known]) -> tuple[Band, ...]:
    """Stacked from zero up, and from zero down where a quantile is negative."""
    above = stack(rows)
    if not any(number is not None and number < 0 for row in rows for number in row.values()):
        return above
    below = stack([mirrored(row) for row in rows])
    names = ("< 0: P90–0", *(f"< 0: {label}" for _low, _high, label, _fill in reversed(EDGES)))
    return (*above, *(turned(band, name) for band, name in zip(below, names, strict=True)))


def stack(rows: Sequence[Known]) -> tuple[Band, ...]:
    """What is above zero: an unseen ground, and a band from each quantile to the next."""
    ground = Band("0–P10", "unseen", tuple(lowest(row) for row in rows))
    bands = (
        Band(label, fill, tuple(height(row, low, high) for row in rows)) for low, high, label, fill in EDGES
    )
    return (ground, *bands)


def turned(band: Band, name: str) -> Band:
    return Band(name, band.fill, tuple(None if value is None else -value for value in band.values))


def mirrored(row: Known) -> Known:
    """What is below zero, seen from zero: the highest quantile comes first."""
    return {round(1 - at, 2): None if number is None else -number for at, number in row.items()}


def lowest(row: Known) -> float | None:
    """Where the first band begins; a median alone has none."""
    found = (row.get(at) for at, _high, _label, _fill in EDGES)
    first = next((number for number in found if number is not None), None)
    return None if first is None else max(first, 0)


def height(row: Known, low: float, high: float) -> float | None:
    start, end = row.get(low), row.get(high)
    if start is None or end is None:
        return None
    return round(max(end, 0) - max(start, 0), 10)
