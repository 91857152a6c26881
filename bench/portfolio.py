"""A firm with as many clients as a measurement asks for, in an invented world of its own."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import importlib
import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from dashboard.config import Settings
from dashboard.data.administration import Administration, set_first_password
from dashboard.data.bulk import add_all
from dashboard.data.database import reading, writing
from dashboard.data.migrate import migrate
from dashboard.data.own_measures import own_measures
from dashboard.data.releases.tables import placements
from dashboard.data.store import Store
from dashboard.data.team import HASHER, Accounts
from dashboard.domain.access import Actor, Role
from dashboard.domain.clients import Affiliation, Kind, Service
from dashboard.domain.identifiers import CompanyNumber

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

EMPLOYERS, SEED = 600, 20250401
FIRST_STEM = 9_000_000
EMAIL, PASSWORD = "bench@firm.example", "a long enough password"
NAMES = (
    "Boulangerie",
    "Garage",
    "Bouwwerken",
    "Pharmacie",
    "Transport",
    "Bloemen",
    "Atelier",
    "Schilderwerken",
)
PLACES = (("5000", "Namur"), ("9000", "Gent"), ("4700", "Eupen"), ("1000", "Bruxelles"))


@dataclasses.dataclass(frozen=True)
class World:
    """Where it lies, who signs in, and the client whose figures are drawn."""

    settings: Settings
    email: str
    password: str
    client: str


def build(folder: Path, *, clients: int) -> World:
    """Take the demonstration's world where it can be built, and fill its first firm up to a size."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings.demo(folder)
    told = _demonstration(settings)
    email, password = (told.email, told.password) if told else (EMAIL, PASSWORD)
    store = Store.open(settings)
    migrate(store.engine)
    if told is None:
        _found_firm(store)
    actor = actor_of(store, email, password)
    first = _fill(store, actor, clients=clients)
    with writing(store.engine) as connection:
        _give_figures(connection, clients=clients)
    return World(settings, email, password, told.client_id if told else first)


def _demonstration(settings: Settings) -> Any:  # noqa: ANN401 - the demonstration's own type
    with contextlib.suppress(ModuleNotFoundError):
        demo = importlib.import_module("dashboard.demo")
        demo.build(settings, employers=EMPLOYERS, seed=SEED)
        return demo.story(settings)
    return None


def _found_firm(store: Store) -> None:
    with writing(store.engine) as connection:
        office = _office(store, connection)
        firm = office.create_firm("Bench")
        office.invite(firm, name="Bench", email=EMAIL, role=Role.EDITOR, language="en")
        set_first_password(connection, email=EMAIL, password_hash=HASHER.hash(PASSWORD))


def actor_of(store: Store, email: str, password: str) -> Actor:
    with reading(store.engine) as connection:
        actor = Accounts(connection, now=store.clock()).check(email, password)
    if actor is None:
        raise SystemExit("The bench cannot sign in: the demonstration's story names another password.")
    return actor


def _fill(store: Store, actor: Actor, *, clients: int) -> str:
    with writing(store.engine) as connection:
        office = _office(store, connection)
        entries = [_known(office, index) for index in range(clients)]
        for index, _entry in enumerate(entries):
            office.grant(actor.firm_id, CompanyNumber.from_stem(FIRST_STEM + index), Service.SECRETARIAT)
    with store.changing(actor) as firm:
        added = [firm.clients.add(entry) for entry in entries]
    return str(added[0].id)


def _give_figures(connection: Connection, *, clients: int) -> None:
    """Let each added client have the staff and the place of one of the demonstration's employers, in turn."""
    known = connection.execute(select(placements.c.employer).distinct().limit(clients)).scalars().all()
    added = [CompanyNumber.from_stem(FIRST_STEM + index).digits for index in range(clients if known else 0)]
    for table in (own_measures, placements):
        rows = defaultdict(list)
        for row in connection.execute(select(table).where(table.c.employer.in_(known))).mappings():
            rows[row["employer"]].append(row)
        copies = [
            {**row, "employer": employer, **({"counts": False} if "counts" in row else {})}
            for employer, like in zip(added, itertools.cycle(known), strict=False)
            for row in rows[like]
        ]
        add_all(connection, table, copies)


def _known(office: Administration, index: int) -> int:
    postal_code, municipality = PLACES[index % len(PLACES)]
    entry = office.register().add(
        {
            "kind": Kind.EMPLOYER,
            "name": f"{NAMES[index % len(NAMES)]} {index:05d} SRL",
            "enterprise_number": CompanyNumber.from_stem(FIRST_STEM + index).digits,
            "municipality_name": municipality,
            "postal_code": postal_code,
            "nace_code": "10711",
            "language": "fr",
        }
    )
    office.register().affiliate(entry, Affiliation(Service.SECRETARIAT, datetime.date(2019, 4, 1)))
    return entry


def _office(store: Store, connection: Connection) -> Administration:
    return Administration(connection, store.cipher, store.clock(), store.rules)
