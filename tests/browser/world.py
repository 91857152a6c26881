"""The demo world of the browser tests: built once, copied for whoever changes it."""

from __future__ import annotations

import fcntl
import importlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

EMPLOYERS = 300
SEED = 20250401
TODAY = "2025-04-01"
BUILT = "built"


@dataclass(frozen=True)
class Numbered:
    """A number to type, and the name that the product then shows."""

    number: str
    name: str = ""


@dataclass(frozen=True)
class Story:
    """Whom and what the journeys meet: `dashboard.demo.story(settings)` gives the same fields."""

    person: str
    email: str
    password: str
    client: str
    client_id: str
    application: str
    known_person: Numbered
    unknown_person: Numbered
    listed_person: Numbered
    known_employer: Numbered
    unknown_employer: Numbered
    listed_employer: Numbered
    importable: tuple[Numbered, ...]


def build_once(shared: Path) -> Path:
    """Let two test processes share one build: the second waits for the first."""
    folder = shared / "world"
    folder.mkdir(exist_ok=True)
    with (shared / "world.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / BUILT).exists():
            demo = importlib.import_module("dashboard.demo")
            demo.build(settings(folder), employers=EMPLOYERS, seed=SEED)
            (folder / BUILT).touch()
    return folder


def copy_of(world: Path, target: Path) -> Path:
    return Path(shutil.copytree(world, target / "world"))


def settings(folder: Path) -> Any:
    return importlib.import_module("dashboard.config").Settings.demo(folder, today=TODAY)


def application(folder: Path) -> WSGIApplication:
    server: WSGIApplication = importlib.import_module("dashboard.app").create_app(settings(folder)).server
    return server


def story(folder: Path) -> Story:
    told = importlib.import_module("dashboard.demo").story(settings(folder))
    return Story(**{name: getattr(told, name) for name in Story.__dataclass_fields__})
