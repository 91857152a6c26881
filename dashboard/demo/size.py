"""How large the invented world is unless asked otherwise, and how its building is followed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

EMPLOYERS = 6000
SEED = 1
QUARTERS = 20
FEWEST_EMPLOYERS = 100


@dataclasses.dataclass(frozen=True)
class Size:
    """How large a world is asked for, and which one of that size."""

    employers: int = EMPLOYERS
    seed: int = SEED
    quarters: int = QUARTERS


# Done, out of how many, and what is being done.
Progress = Callable[[int, int, str], None]


def quietly(_done: int, _total: int, _label: str) -> None:
    """Tell nobody."""


def part_of(progress: Progress, first: int, last: int) -> Progress:
    """Tell the progress of one part within the whole, in percent."""

    def told(done: int, total: int, label: str) -> None:
        progress(first + (last - first) * done // total, 100, label)

    return told
