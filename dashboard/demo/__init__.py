"""The invented world: employers, firms' lists and five years of facts."""

from __future__ import annotations

import importlib

from dashboard.config import Settings
from dashboard.demo.size import EMPLOYERS, QUARTERS, SEED, Progress, Size, quietly
from dashboard.demo.stories import Numbered, Story, is_built, story

__all__ = ["Numbered", "Story", "build", "is_built", "rebuild", "story"]


def build(
    settings: Settings,
    *,
    employers: int = EMPLOYERS,
    seed: int = SEED,
    quarters: int = QUARTERS,
    progress: Progress = quietly,
) -> Story:
    """Build the world where nothing is yet."""
    return made_by("build", settings, Size(employers, seed, quarters), progress=progress)


def rebuild(
    settings: Settings,
    *,
    employers: int = EMPLOYERS,
    seed: int = SEED,
    quarters: int = QUARTERS,
    progress: Progress = quietly,
) -> Story:
    """Throw an invented world away, and nothing else, then build another."""
    return made_by("rebuild", settings, Size(employers, seed, quarters), progress=progress)


def made_by(order: str, settings: Settings, size: Size, *, progress: Progress) -> Story:
    # Building needs pandas, which costs a warm start more than a second.
    world = importlib.import_module("dashboard.demo.world")
    told: Story = getattr(world, order)(settings, size, progress=progress)
    return told
