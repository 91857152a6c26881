"""Builds the invented world once: the register, firms and lists, documents and contacts."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

from dashboard.config import Settings
from dashboard.data import bulk
from dashboard.data.database import writing
from dashboard.data.migrate import migrate
from dashboard.data.schema import world
from dashboard.data.store import Store
from dashboard.demo import stories, telling
from dashboard.demo.contacts import record_contacts
from dashboard.demo.documents import record_documents, record_reading
from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import invent_facts
from dashboard.demo.figures import fte_of, newest_released, record_figures
from dashboard.demo.firms import invent_firms, special_states
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
from dashboard.demo.size import EMPLOYERS, FEWEST_EMPLOYERS, SEED, Progress, part_of, quietly
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
        ground = Ground(connection, store, seed, settings.peers_key)
        told = fill(ground, employers=employers, folder=settings.facts, progress=progress)
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


def fill(ground: Ground, *, employers: int, folder: Path, progress: Progress) -> Story:
    frame = invent_employers(employers, seed=ground.seed)
    portfolio = invent_firms(frame, seed=ground.seed)
    states = special_states(frame, portfolio.loc[portfolio["firm"] == 0, "employer"].tolist())
    progress(0, 100, "Inventing five years of facts")
    last = newest_released(ground.today)
    invent_facts(
        frame,
        seed=ground.seed,
        folder=folder,
        last=str(last),
        special=states,
        progress=part_of(progress, 0, 40),
    )
    frame["fte"] = fte_of(frame, folder=folder, quarter=last)
    population = invent_population(frame, seed=ground.seed, today=ground.today)
    special = frozenset(states.values())
    listings = invent_listings(
        population, portfolio, always_open=special, seed=ground.seed, today=ground.today
    )
    trying = telling.to_try(population, listings)
    progress(40, 100, "Recording the register, the firms and their lists")
    ground = with_register(ground, population)
    record_mandates(ground, (*listings, *mandated(trying, ground)))
    public_ids = record_lists(ground, listings)
    record_files(ground, listings)
    record_requests(ground, population.spare[1:])
    record_figures(ground, folder=folder, progress=part_of(progress, 50, 100))
    record_world(ground, employers=employers)
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
