"""Whom a visitor of the demo meets, and the numbers there are to try."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from dashboard.config import Settings
from dashboard.data import bulk
from dashboard.data.database import reading
from dashboard.data.store import Store
from dashboard.errors import Misconfigured

FILE = "story.json"


@dataclasses.dataclass(frozen=True)
class Numbered:
    """A number to type, and the name that the product then shows."""

    number: str
    name: str = ""


@dataclasses.dataclass(frozen=True)
class Story:
    """The first sign-in, a client of theirs, and numbers for each outcome of adding one."""

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
    known_company: Numbered
    importable: tuple[Numbered, ...]


def keep(story: Story, *, folder: Path) -> None:
    text = json.dumps(dataclasses.asdict(story), ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text, encoding="utf-8")


def story(settings: Settings) -> Story:
    """The story of the world that was built in this folder."""
    path = settings.folder / FILE
    if not path.exists():
        raise Misconfigured("There is no invented world in {folder}.", folder=settings.folder)
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), object_hook=numbered_in)
    return Story(**(kept | {"importable": tuple(kept["importable"])}))


def numbered_in(kept: dict[str, Any]) -> Any:  # noqa: ANN401 - what JSON may hold
    return Numbered(**kept) if kept.keys() == {"number", "name"} else kept


def is_built(settings: Settings) -> bool:
    """Say whether an invented world is here, complete."""
    if not (settings.folder / FILE).exists():
        return False
    store = Store.open(settings)
    with reading(store.engine) as connection:
        row = bulk.world_of(connection)
    store.engine.dispose()
    return row is not None and bool(row.invented)
