"""Builds the invented world once: the register, firms and lists, documents and contacts."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from dashboard.config import Settings
from dashboard.data import bulk
from dashboard.data.database import writing
from dashboard.data.facts.engine import Embedded
from dashboard.data.migrate import migrate
from dashboard.data.releases.workshop import Workshop
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
from dashboard.demo.size import FEWEST_EMPLOYERS, Progress, Size, part_of
from dashboard.demo.stories import Story
from dashboard.errors import Misconfigured


def build(settings: Settings, size: Size, *, progress: Progress) -> Story:
    """Build the world where nothing is yet, in one transaction."""
    if size.employers < FEWEST_EMPLOYERS:
        raise Misconfigured("A world has {n} employers at least.", n=FEWEST_EMPLOYERS)
    settings.folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(settings)
    migrate(store.engine)
    with writing(store.engine) as connection:
        if bulk.anything_kept(connection):
            raise Misconfigured("There is a world in {folder} already.", folder=settings.folder)
        # What an interrupted build left behind must not be read as facts of this one.
        for folder in (settings.facts, settings.releases):
            shutil.rmtree(folder, ignore_errors=True)
        told = fill(Ground(connection, store, size.seed), size, settings=settings, progress=progress)
    store.engine.dispose()
    stories.keep(told, folder=settings.folder)
    return told


def rebuild(settings: Settings, size: Size, *, progress: Progress) -> Story:
    """Throw an invented world away, and nothing else, then build another."""
    if stories.is_built(settings):
        throw_away(settings)
    return build(settings, size, progress=progress)


def throw_away(settings: Settings) -> None:
    if settings.database != Settings.demo(settings.folder).database:
        raise Misconfigured("Only a world in its own folder can be built again.")
    for path in settings.folder.glob("portefeuille.sqlite*"):
        path.unlink()
    (settings.folder / stories.FILE).unlink()
    for folder in (settings.folder / "documents", settings.facts, settings.releases):
        shutil.rmtree(folder, ignore_errors=True)


def fill(ground: Ground, size: Size, *, settings: Settings, progress: Progress) -> Story:
    frame = invent_employers(size.employers, seed=ground.seed)
    portfolio = invent_firms(frame, seed=ground.seed)
    special = special_states(frame, portfolio.loc[portfolio["firm"] == 0, "employer"].tolist())
    frame["fte"] = worked(ground, frame, size, special=special, folder=settings.facts, progress=progress)
    progress(40, 100, "Recording the register, the firms and their lists")
    population = invent_population(frame, seed=ground.seed, today=ground.today)
    listings = invent_listings(
        population, portfolio, always_open=special.values(), seed=ground.seed, today=ground.today
    )
    trying = telling.to_try(population, listings)
    ground = with_register(ground, population)
    record_mandates(ground, (*listings, *mandated(trying, ground)))
    public_ids = record_lists(ground, listings)
    record_files(ground, listings)
    record_requests(ground, population.spare[1:])
    with Workshop.opened(
        settings.releases, address=str(settings.facts), engine=Embedded(settings.memory)
    ) as workshop:
        record_figures(ground, workshop, progress=part_of(progress, 50, 100))
    record_world(ground, employers=size.employers)
    return telling.tell(listings, trying=trying, special=special.values(), public_ids=public_ids)


def worked(
    ground: Ground,
    employers: pd.DataFrame,
    size: Size,
    *,
    special: Mapping[str, str],
    folder: Path,
    progress: Progress,
) -> pd.Series[float]:
    """Write the facts; gives each employer's full-time equivalents in the newest quarter."""
    last = newest_released(ground.today)
    invent_facts(
        employers,
        seed=ground.seed,
        folder=folder,
        quarters=size.quarters,
        last=str(last),
        special=special,
        progress=part_of(progress, 0, 40),
    )
    return fte_of(employers, folder=folder, quarter=last)


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
