"""The demo world of the browser tests: built once, copied for whoever changes it."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import demo
from dashboard.app import create_app
from dashboard.config import Settings

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

EMPLOYERS = 300
SEED = 20250401
TODAY = "2025-04-01"
BUILT = "built"


def build_once(shared: Path) -> Path:
    """Let two test processes share one build: the second waits for the first."""
    folder = shared / "world"
    folder.mkdir(exist_ok=True)
    with (shared / "world.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / BUILT).exists():
            demo.build(settings(folder), employers=EMPLOYERS, seed=SEED)
            (folder / BUILT).touch()
    return folder


def copy_of(world: Path, target: Path) -> Path:
    return Path(shutil.copytree(world, target / "world"))


def settings(folder: Path) -> Settings:
    return Settings.demo(folder, today=TODAY)


def application(folder: Path) -> WSGIApplication:
    return create_app(settings(folder)).server


def story(folder: Path) -> demo.Story:
    return demo.story(settings(folder))
