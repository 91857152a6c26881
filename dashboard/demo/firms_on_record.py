"""Puts the invented register, the firms, their people, lists and mandates on record."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from dashboard.data import bulk
from dashboard.data.administration import Administration, set_first_password
from dashboard.data.clients import searchable
from dashboard.data.register import PLACE, sealed
from dashboard.data.schema import affiliations, clients, entries, favourites, mandates, recents, tags
from dashboard.data.store import Store
from dashboard.data.team import HASHER
from dashboard.demo.ground import Ground
from dashboard.demo.population import Known
from dashboard.demo.portfolios import Listing, Reach
from dashboard.demo.sign_ins import PASSWORD, SIGN_INS
from dashboard.demo.words import FIRMS, NOTES, TAGS
from dashboard.domain.clients import Client, Entry

TAGGED_EVERY = 4
NOTED_EVERY = 9
REFERENCED_EVERY = 3
STARRED_EVERY = 40
RECENT = 5
NO_NUMBER = {"register_index": None, "register_cipher": None, "register_masked": None}


def record_entries(ground: Ground, population: Iterable[Known]) -> Mapping[str, int]:
    """Make everybody known; gives each one's id by enterprise number or register index."""
    bulk.add_all(ground.connection, entries, (entry_row(known, ground.store) for known in population))
    return bulk.entry_ids(ground.connection)


def entry_row(known: Known, store: Store) -> dict[str, object]:
    hidden = sealed(store.cipher, known.register_number, place=PLACE) if known.register_number else NO_NUMBER
    return {
        "kind": known.kind,
        "enterprise_number": known.number.digits if known.number else None,
        "name": known.name,
        "trade_name": known.trade_name,
        "nace_code": known.nace,
        "municipality": known.municipality,
        "municipality_name": known.municipality_name,
        "postal_code": known.postal_code,
        "language": known.language,
        "fte": known.fte,
        **hidden,
    }


def record_affiliations(ground: Ground, population: Iterable[Known]) -> None:
    rows = (
        {
            "entry_id": ground.entry_id(known),
            "service": service,
            "since": known.since,
            "file_number": f"{service[0].upper()}{ground.entry_id(known):06d}",
        }
        for known in population
        for service in known.services
    )
    bulk.add_all(ground.connection, affiliations, rows)


def record_firms(ground: Ground) -> tuple[int, ...]:
    """Create the firms and whoever may sign in; gives the firms' ids."""
    office = Administration(ground.connection, ground.store.cipher, ground.now, ground.store.rules)
    firms = tuple(office.create_firm(name) for name in FIRMS)
    password_hash = HASHER.hash(PASSWORD)
    for person in SIGN_INS:
        office.invite(
            firms[person.firm],
            name=person.name,
            email=person.email,
            role=person.role,
            language=person.language,
        )
        set_first_password(ground.connection, email=person.email, password_hash=password_hash)
    return firms


def record_mandates(ground: Ground, listings: Iterable[Listing]) -> None:
    yesterday = ground.today - datetime.timedelta(days=1)
    rows = (
        {
            "firm_id": ground.firms[listing.firm],
            "entry_id": ground.entry_id(listing.known),
            "service": service,
            "since": listing.since,
            "until": yesterday if listing.reach is Reach.ENDED else None,
            "source": "record",
        }
        for listing in listings
        for service in listing.services
    )
    bulk.add_all(ground.connection, mandates, rows)


def record_lists(ground: Ground, listings: Iterable[Listing]) -> Mapping[tuple[int, str], str]:
    """Fill the firms' lists; gives each client's public id by firm and number."""
    rng = ground.random(5)
    made = tuple((listing, client_of(ground, listing, place, rng)) for place, listing in enumerate(listings))
    bulk.add_all(ground.connection, clients, (client_row(ground, *one) for one in made))
    for firm_id in ground.firms[:2]:
        record_own_words(ground, [client for _listing, client in made], firm_id=firm_id)
    return {(listing.firm, listing.known.main_number.digits): client.id for listing, client in made}


def client_of(ground: Ground, listing: Listing, place: int, rng: np.random.Generator) -> Client:
    known = listing.known
    return Client(
        id=base64.urlsafe_b64encode(rng.bytes(12)).decode(),
        entry=entry_of(known, entry_id=ground.entry_id(known)),
        reference="" if place % REFERENCED_EVERY else f"D-{place:05d}",
        note="" if place % NOTED_EVERY else NOTES[place // NOTED_EVERY % len(NOTES)],
        tags=() if place % TAGGED_EVERY else (TAGS[place // TAGGED_EVERY % len(TAGS)],),
        favourite=place % STARRED_EVERY == 0,
        mandates=frozenset(listing.services if listing.is_open else ()),
    )


def entry_of(known: Known, *, entry_id: int) -> Entry:
    return Entry(
        id=entry_id,
        name=known.name,
        trade_name=known.trade_name,
        enterprise_number=known.number.digits if known.number else None,
        register_masked=known.register_number.masked if known.register_number else None,
        kind=known.kind,
        nace_version="2025",
        nace_code=known.nace,
        municipality=known.municipality_name,
        postal_code=known.postal_code,
        language=known.language,
        affiliations=(),
    )


def client_row(ground: Ground, listing: Listing, client: Client) -> dict[str, object]:
    return {
        "public_id": client.id,
        "firm_id": ground.firms[listing.firm],
        "entry_id": client.entry.id,
        "reference": client.reference,
        "note": client.note,
        "added_at": ground.now - datetime.timedelta(days=30),
        **searchable(client),
    }


def record_own_words(ground: Ground, made: Iterable[Client], *, firm_id: int) -> None:
    """The tags of a firm, and the favourites and recent clients of its people."""
    keys = bulk.client_ids(ground.connection, firm_id=firm_id)
    mine = [client for client in made if client.id in keys]
    people = bulk.users_of(ground.connection, firm_id=firm_id)
    tagged = ({"client_id": keys[client.id], "tag": tag} for client in mine for tag in client.tags)
    bulk.add_all(ground.connection, tags, tagged)
    starred = [keys[client.id] for client in mine if client.favourite]
    bulk.add_all(
        ground.connection,
        favourites,
        ({"user_id": user, "client_id": key} for user in people for key in starred),
    )
    opened = [keys[client.id] for client in mine if client.mandates][:RECENT]
    bulk.add_all(ground.connection, recents, recent_rows(people, opened, now=ground.now))


def recent_rows(
    people: Iterable[int], opened: Sequence[int], *, now: datetime.datetime
) -> Iterator[dict[str, object]]:
    for user in people:
        for place, key in enumerate(opened, start=1):
            yield {"user_id": user, "client_id": key, "opened_at": now - datetime.timedelta(hours=3 * place)}
