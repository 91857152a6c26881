"""What the invented world is built on: one transaction, the store and a seed."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

import numpy as np

from dashboard.data.database import Connection
from dashboard.data.store import Store
from dashboard.demo.population import Known
from dashboard.domain.identifiers import CompanyNumber


@dataclasses.dataclass(frozen=True)
class Ground:
    """One build; `entries` and `firms` are the ids of what it has put on record so far."""

    connection: Connection
    store: Store
    seed: int
    entries: Mapping[str, int] = dataclasses.field(default_factory=dict)
    firms: tuple[int, ...] = ()

    @property
    def now(self) -> datetime.datetime:
        return self.store.clock()

    @property
    def today(self) -> datetime.date:
        return self.now.date()

    def random(self, stream: int) -> np.random.Generator:
        """A source of chance of its own for each part, so that parts do not move each other."""
        return np.random.default_rng([self.seed, stream])

    def entry_id(self, known: Known) -> int:
        number = known.main_number
        if isinstance(number, CompanyNumber):
            return self.entries[number.digits]
        return self.entries[self.store.cipher.index(number.digits)]
