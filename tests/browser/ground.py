"""A demo world for tests that stand on every place of it: its server, its numbers, its clients."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.domain.identifiers import CompanyNumber
from dashboard.domain.list_question import ListQuestion
from dashboard.viewmodels.company_figures import State, state_of
from dashboard.workspace import workspace_of
from tests.browser import steps, world

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.demo import Story

UNUSED_STEM = 1999000


@dataclasses.dataclass
class Ground:
    """One copy of the demo world, and which client shows what."""

    address: str
    story: Story
    in_state: dict[State, str]
    used: int = 0

    def unknown_number(self) -> str:
        """A right enterprise number that nobody has; another one each time."""
        self.used += 1
        return CompanyNumber.from_stem(UNUSED_STEM + self.used).printed

    @property
    def wrong_number(self) -> str:
        return steps.with_wrong_check(self.story.known_employer.number)


def clients_by_state(folder: Path) -> dict[State, str]:
    """A client of the first sign-in's list for each state of the figures tab."""
    settings = world.settings(folder)
    store = Store.open(settings)
    told = world.story(folder)
    with store.engine.begin() as connection:
        actor = Accounts(connection, now=store.clock()).check(told.email, told.password)
    assert actor is not None
    with workspace_of(actor, store=store, settings=settings).reading() as firm:
        quarters = firm.releases.quarters()
        lines = firm.client_list.listed(ListQuestion(limit=10_000)).lines
        kept = [line for line in lines if line.name != told.listed_employer.name]
        found = {state_of(firm.clients.one(line.id), quarters): line.id for line in kept}
    store.engine.dispose()
    return found
