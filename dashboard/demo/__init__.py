"""The invented world: employers, firms' lists and five years of facts."""

from __future__ import annotations

import importlib

from dashboard.config import Settings
from dashboard.demo.size import EMPLOYERS, SEED, Progress, quietly
from dashboard.demo.stories import Numbered, Story, is_built, story

__all__ = ["Numbered", "Story", "build", "is_built", "rebuild", "story"]


def build(
    settings: Settings, *, employers: int = EMPLOYERS, seed: int = SEED, progress: Progress = quietly
) -> Story:
    """Build the world where nothing is yet."""
    return told_by("build", settings, employers=employers, seed=seed, progress=progress)


def rebuild(
    settings: Settings, *, employers: int = EMPLOYERS, seed: int = SEED, progress: Progress = quietly
) -> Story:
    """Throw an invented world away, and nothing else, then build another."""
    return told_by("rebuild", settings, employers=employers, seed=seed, progress=progress)


def told_by(order: str, settings: Settings, *, employers: int, seed: int, progress: Progress) -> Story:
    # Building needs pandas, which costs a warm start more than a second.
    world = importlib.import_module("dashboard.demo.world")
    told: Story = getattr(world, order)(settings, employers=employers, seed=seed, progress=progress)
    return told
