"""The cast of seven: two firms, one person disabled, one whose only client awaits a mandate, and nobody."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
from pathlib import Path

from argon2 import PasswordHasher
from sqlalchemy import select

from dashboard.config import Settings
from dashboard.data import team
from dashboard.data.administration import Administration, set_first_password
from dashboard.data.database import reading, writing
from dashboard.data.migrate import migrate
from dashboard.data.schema import users
from dashboard.data.store import Store
from dashboard.data.team import Accounts, Team
from dashboard.domain.access import Actor, Role
from dashboard.domain.clients import Affiliation, Client, Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.workspace import Workspace, workspace_of

TODAY = datetime.date(2026, 11, 24)
NOON = datetime.datetime.combine(TODAY, datetime.time(12))
PASSWORD = "a long enough password"
# Hashing is slow on purpose; what is tested here does not depend on how slow.
team.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
team.NOBODY = team.HASHER.hash("nobody's password")
PASSWORD_HASH = team.HASHER.hash(PASSWORD)
SINCE = datetime.date(2019, 4, 1)

MANAGER, EDITOR, READER = "manager@alpha.example", "editor@alpha.example", "reader@alpha.example"
BETA_EDITOR, BETA_READER = "editor@beta.example", "reader@beta.example"
DISABLED, PENDING = "disabled@alpha.example", "editor@gamma.example"
PEOPLE = {
    MANAGER: ("Alpha", Role.MANAGER),
    EDITOR: ("Alpha", Role.EDITOR),
    READER: ("Alpha", Role.READER),
    DISABLED: ("Alpha", Role.EDITOR),
    BETA_EDITOR: ("Beta", Role.EDITOR),
    BETA_READER: ("Beta", Role.READER),
    PENDING: ("Gamma", Role.EDITOR),
}


@dataclasses.dataclass
class Cast:
    """A small invented world: who is in it, and how to act as one of them."""

    settings: Settings
    store: Store
    firms: dict[str, int]
    entries: dict[str, int]

    def actor(self, email: str) -> Actor:
        """The person, without the slow check of a password."""
        with reading(self.store.engine) as connection:
            user_id = connection.execute(select(users.c.id).where(users.c.email == email)).scalar_one()
            found = Accounts(connection, now=self.store.clock()).person(user_id)
        assert found is not None
        return found

    def copy(self, folder: Path, *, database: str = "") -> Cast:
        """The same world in a database of its own; SQLite's file is copied along."""
        copied = Settings.demo(folder)
        if database:
            copied = dataclasses.replace(copied, database=database)
        else:
            shutil.copy(self.settings.folder / "portefeuille.sqlite", folder)
        store = Store.open(copied, clock=lambda: NOON)
        return Cast(copied, store, dict(self.firms), dict(self.entries))

    def workspace(self, email: str) -> Workspace:
        return workspace_of(self.actor(email), store=self.store, settings=self.settings)

    def administration(self, connection) -> Administration:
        return Administration(connection, self.store.cipher, self.store.clock(), self.store.rules)

    def client(self, email: str, name: str) -> Client:
        """The client in this person's list that stands for a named entry."""
        with self.store.reading(self.actor(email)) as firm:
            found = firm.clients.of_entry(self.entries[name])
        assert found is not None
        return found


KNOWN = {
    # name: (kind, enterprise stem or birth date, services)
    "Boulangerie Noël SRL": (Kind.EMPLOYER, 1000001, (Service.SECRETARIAT, Service.FUND)),
    "Garage Peeters BV": (Kind.EMPLOYER, 1000002, (Service.SECRETARIAT,)),
    "Straßenbau Weiß GmbH": (Kind.COMPANY, 1000003, (Service.FUND,)),
    "Dupuis, Anne": (Kind.SELF_EMPLOYED, datetime.date(1985, 7, 30), (Service.FUND,)),
    "Only Known SRL": (Kind.EMPLOYER, 1000004, (Service.SECRETARIAT,)),
    "Simon, Marc": (Kind.SELF_EMPLOYED, datetime.date(1979, 2, 3), (Service.FUND,)),
}
LISTS = {
    "Alpha": ("Boulangerie Noël SRL", "Straßenbau Weiß GmbH", "Dupuis, Anne"),
    "Beta": ("Garage Peeters BV",),
    "Gamma": ("Garage Peeters BV",),
}


def number_of(name: str) -> CompanyNumber | RegisterNumber:
    given = KNOWN[name][1]
    return CompanyNumber.from_stem(given) if isinstance(given, int) else RegisterNumber.invent(given, 994)


def a_cast(folder: Path, *, database: str = "", clock=lambda: NOON) -> Cast:
    settings = dataclasses.replace(Settings.demo(folder), **({"database": database} if database else {}))
    store = Store.open(settings, clock=clock)
    migrate(store.engine)
    cast = Cast(settings, store, {}, {})
    with writing(store.engine) as connection:
        office = cast.administration(connection)
        hire(cast, office)
        make_known(cast, office)
        for firm, names in LISTS.items():
            for name in names if firm != "Gamma" else ():
                for service in KNOWN[name][2]:
                    office.grant(cast.firms[firm], number_of(name), service)
    for email in (EDITOR, BETA_EDITOR, PENDING):
        with store.changing(cast.actor(email)) as firm:
            for name in LISTS[PEOPLE[email][0]]:
                firm.clients.add(cast.entries[name])
    return cast


def hire(cast: Cast, office: Administration) -> None:
    for email, (firm, role) in PEOPLE.items():
        if firm not in cast.firms:
            cast.firms[firm] = office.create_firm(firm)
        office.invite(
            cast.firms[firm], name=email.split("@")[0].title(), email=email, role=role, language="en"
        )
        set_first_password(office.connection, email=email, password_hash=PASSWORD_HASH)
    alpha = Team(office.connection, firm_id=cast.firms["Alpha"], now=office.now)
    alpha.disable(next(colleague.id for colleague in alpha.all() if colleague.email == DISABLED))


def make_known(cast: Cast, office: Administration) -> None:
    for name, (kind, _given, services) in KNOWN.items():
        number = number_of(name)
        person = isinstance(number, RegisterNumber)
        cast.entries[name] = office.register().add(
            {
                "kind": kind,
                "name": name,
                "enterprise_number": None if person else number.digits,
                "municipality_name": "Namur",
                "postal_code": "5000",
                "nace_code": "" if person else "10711",
                "language": "fr",
            },
            register_number=number if person else None,
        )
        for service in services:
            office.register().affiliate(cast.entries[name], Affiliation(service, SINCE))
