"""The invented world: employers, firms' lists and five years of facts."""

from dashboard.demo.stories import story
from dashboard.demo.world import build, rebuild

__all__ = ["build", "rebuild", "story"]
