"""A small invented world with figures, built once for all tests that look at the figures tab."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from sqlalchemy import select

from dashboard import demo
from dashboard.config import Settings
from dashboard.data.database import reading
from dashboard.data.releases.tables import released_groups, releases
from dashboard.data.schema import users
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.demo import Story
from dashboard.demo.employers import invent_employers
from dashboard.demo.firms import invent_firms, special_states
from dashboard.domain.clients import Client
from dashboard.domain.identifiers import CompanyNumber
from dashboard.domain.list_question import ListQuestion
from dashboard.viewmodels.company_figures import State, state_of
from dashboard.workspace import Workspace, workspace_of

DAY = "2026-11-24"
EMPLOYERS, SEED = 400, 3


@dataclasses.dataclass(frozen=True)
class FiguresWorld:
    """The world, and the first firm's way into it."""

    settings: Settings
    story: Story
    store: Store

    def workspace(self, email: str = "") -> Workspace:
        with reading(self.store.engine) as connection:
            question = select(users.c.id).where(users.c.email == (email or self.story.email))
            user_id = connection.execute(question).scalar_one()
            actor = Accounts(connection, now=self.store.clock()).person(user_id)
        assert actor is not None
        english = dataclasses.replace(actor, language="en")
        return workspace_of(english, store=self.store, settings=self.settings)

    def clients(self) -> tuple[Client, ...]:
        with self.workspace().reading() as firm:
            lines = firm.client_list.listed(ListQuestion(limit=10_000)).lines
            return tuple(firm.clients.one(line.id) for line in lines)

    def in_state(self, state: State) -> tuple[Client, ...]:
        with self.workspace().reading() as firm:
            quarters = firm.releases.quarters()
        return tuple(client for client in self.clients() if state_of(client, quarters) is state)

    def of_number(self, digits: str) -> Client:
        with self.workspace().reading() as firm:
            known = firm.register.by_number(CompanyNumber(digits))
            assert known is not None
            found = firm.clients.of_entry(known.id)
        assert found is not None
        return found

    def special(self) -> dict[str, Client]:
        """The client that stands for each state of the figures."""
        frame = invent_employers(EMPLOYERS, seed=SEED)
        firms = invent_firms(frame, seed=SEED)
        ours = firms[firms["firm"] == 0]["employer"].tolist()
        return {state: self.of_number(number) for state, number in special_states(frame, ours).items()}

    def released(self) -> dict[tuple[str, str], tuple[str, bytes]]:
        """Every byte of the active releases, by quarter and group."""
        question = select(releases.c.quarter, released_groups).join(releases).where(releases.c.active)
        with reading(self.store.engine) as connection:
            return {
                (row.quarter, row.group_key): (row.band, row.figures) for row in connection.execute(question)
            }

    def copy(self, folder: Path) -> FiguresWorld:
        shutil.copytree(self.settings.folder, folder, dirs_exist_ok=True)
        settings = Settings.demo(folder, today=DAY)
        return FiguresWorld(settings, self.story, Store.open(settings))


def a_figures_world(folder: Path) -> FiguresWorld:
    settings = Settings.demo(folder, today=DAY)
    told = demo.build(settings, employers=EMPLOYERS, seed=SEED, quarters=5)
    return FiguresWorld(settings, told, Store.open(settings))
