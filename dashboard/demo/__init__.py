"""The invented world: employers, firms' lists and five years of facts."""

from dashboard.demo.stories import Numbered, Story, story
from dashboard.demo.world import build, is_built, rebuild

__all__ = ["Numbered", "Story", "build", "is_built", "rebuild", "story"]
