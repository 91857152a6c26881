"""The figures world on a day when the next quarter's facts are in and nobody has released them yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from dashboard.domain.workforce import Quarter
from tests.figures_world import FiguresWorld

PUBLISHED, NEXT = Quarter(2026, 2), Quarter(2026, 3)
DAY = "2027-01-04"


def with_next_quarter(world: FiguresWorld, folder: Path) -> FiguresWorld:
    """A copy in which everybody worked as in the quarter before."""
    copied = world.copy(folder)
    deliver(copied.settings.facts, NEXT)
    return copied


def deliver(facts: Path, quarter: Quarter) -> None:
    for table in facts.glob(f"*/quarter={PUBLISHED}"):
        shutil.copytree(table, table.parent / f"quarter={quarter}")


def environment(world: FiguresWorld, *, day: str = DAY) -> dict[str, str]:
    return {
        "PORTEFEUILLE_PROFILE": "demo",
        "PORTEFEUILLE_FOLDER": str(world.settings.folder),
        "PORTEFEUILLE_TODAY": day,
    }
