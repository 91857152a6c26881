"""The operator's desk: settings from the environment, an open store, one transaction."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator

from dashboard.config import Settings
from dashboard.data.administration import Administration
from dashboard.data.database import writing
from dashboard.data.health import require_reachable
from dashboard.data.migrate import migrate
from dashboard.data.store import Store


@dataclasses.dataclass(frozen=True)
class Desk:
    """What one command may reach."""

    store: Store
    administration: Administration


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[Store]:
    """A store whose database has the newest tables; closed at the end."""
    if settings.database.startswith("sqlite"):
        settings.folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(settings)
    try:
        require_reachable(store.engine)
        migrate(store.engine)
        yield store
    finally:
        store.engine.dispose()


@contextlib.contextmanager
def desk() -> Iterator[Desk]:
    """One transaction of the operator; it commits when the command ends well."""
    with opened(Settings.read(os.environ)) as store, writing(store.engine) as connection:
        yield Desk(store, Administration(connection, store.cipher, store.clock(), store.rules))
