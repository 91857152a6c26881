"""Builds the invented world once: the register, firms and lists, documents and contacts."""

from __future__ import annotations

import dataclasses
import shutil

from dashboard.config import Settings
from dashboard.data import bulk
from dashboard.data.database import writing
from dashboard.data.migrate import migrate
from dashboard.data.schema import world
from dashboard.data.store import Store
from dashboard.demo import stories, telling
from dashboard.demo.contacts import record_contacts
from dashboard.demo.documents import record_documents, record_reading
from dashboard.demo.firms_on_record import (
    record_affiliations,
    record_entries,
    record_firms,
    record_lists,
    record_mandates,
)
from dashboard.demo.ground import Ground
from dashboard.demo.population import Population, invent_population
from dashboard.demo.portfolios import Listing, Reach, invent_listings
from dashboard.demo.requests_sent import record_requests
from dashboard.demo.size import EMPLOYERS, FEWEST_EMPLOYERS, SEED, Progress, quietly
from dashboard.demo.stand_in import invent_employers, invent_firms
from dashboard.demo.stories import Story
from dashboard.errors import Misconfigured


def build(
    settings: Settings, *, employers: int = EMPLOYERS, seed: int = SEED, progress: Progress = quietly
) -> Story:
    """Build the world where nothing is yet, in one transaction."""
    if employers < FEWEST_EMPLOYERS:
        raise Misconfigured("A world has {n} employers at least.", n=FEWEST_EMPLOYERS)
    settings.folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(settings)
    migrate(store.engine)
    with writing(store.engine) as connection:
        if bulk.anything_kept(connection):
            raise Misconfigured("There is a world in {folder} already.", folder=settings.folder)
        told = fill(Ground(connection, store, seed), employers=employers, progress=progress)
    store.engine.dispose()
    stories.keep(told, folder=settings.folder)
    return told


def rebuild(
    settings: Settings, *, employers: int = EMPLOYERS, seed: int = SEED, progress: Progress = quietly
) -> Story:
    """Throw an invented world away, and nothing else, then build another."""
    if stories.is_built(settings):
        throw_away(settings)
    return build(settings, employers=employers, seed=seed, progress=progress)


def throw_away(settings: Settings) -> None:
    if settings.database != Settings.demo(settings.folder).database:
        raise Misconfigured("Only a world in its own folder can be built again.")
    for path in settings.folder.glob("portefeuille.sqlite*"):
        path.unlink()
    (settings.folder / stories.FILE).unlink()
    for folder in (settings.folder / "documents", settings.facts):
        shutil.rmtree(folder, ignore_errors=True)


def fill(ground: Ground, *, employers: int, progress: Progress) -> Story:
    progress(0, 4, "Inventing employers and people")
    frame = invent_employers(employers, seed=ground.seed)
    portfolio = invent_firms(frame, seed=ground.seed)
    population = invent_population(frame, seed=ground.seed, today=ground.today)
    special: frozenset[str] = frozenset()
    listings = invent_listings(
        population, portfolio, always_open=special, seed=ground.seed, today=ground.today
    )
    trying = telling.to_try(population, listings)
    progress(1, 4, "Recording the register and the firms")
    ground = with_register(ground, population)
    record_mandates(ground, (*listings, *mandated(trying, ground)))
    public_ids = record_lists(ground, listings)
    progress(2, 4, "Filing documents and contacts")
    record_files(ground, listings)
    record_requests(ground)
    record_world(ground, employers=employers)
    progress(4, 4, "Done")
    return telling.tell(listings, trying=trying, special=special, public_ids=public_ids)


def with_register(ground: Ground, population: Population) -> Ground:
    ground = dataclasses.replace(ground, entries=record_entries(ground, population))
    record_affiliations(ground, population)
    return dataclasses.replace(ground, firms=record_firms(ground))


def mandated(trying: telling.ToTry, ground: Ground) -> tuple[Listing, ...]:
    """The first firm may open whom it has yet to add."""
    return tuple(Listing(0, known, Reach.FULL, ground.today) for known in trying.everybody)


def record_files(ground: Ground, listings: tuple[Listing, ...]) -> None:
    everybody = {listing.known.main_number: listing.known for listing in listings}
    record_contacts(ground, everybody.values())
    record_documents(ground, (listing.known for listing in listings if listing.firm == 0))
    record_reading(ground)


def record_world(ground: Ground, *, employers: int) -> None:
    row = {"invented": True, "seed": ground.seed, "employers": employers, "built_at": ground.now}
    bulk.add_all(ground.connection, world, [row])
