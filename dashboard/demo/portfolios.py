"""Which firm has whom in its list, and how far its mandates go."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from collections.abc import Collection

import numpy as np
import pandas as pd

from dashboard.demo.population import DAYS, Known, Population
from dashboard.domain.clients import Service

FIRST_FIRM_COMPANIES = 20
FIRST_FIRM_PEOPLE = 25
LISTED_SHARE = 0.6
LONGEST_MANDATE_YEARS = 4


class Reach(enum.Enum):
    """What a firm may open of a client: all of its services, one of them, none yet, none any more."""

    FULL = enum.auto()
    PARTIAL = enum.auto()
    PENDING = enum.auto()
    ENDED = enum.auto()


# One client in so many is not fully open; the first of them stands at the given place.
EVERY = {Reach.PENDING: (25, 24), Reach.ENDED: (60, 59), Reach.PARTIAL: (18, 17)}


@dataclasses.dataclass(frozen=True)
class Listing:
    """One client in one firm's list."""

    firm: int
    known: Known
    reach: Reach
    since: datetime.date

    @property
    def services(self) -> tuple[Service, ...]:
        """The services that were ever under a mandate."""
        if self.reach is Reach.PENDING:
            return ()
        return self.known.services[:1] if self.reach is Reach.PARTIAL else self.known.services

    @property
    def is_open(self) -> bool:
        return self.reach in {Reach.FULL, Reach.PARTIAL}


def invent_listings(
    population: Population,
    portfolio: pd.DataFrame,
    *,
    always_open: Collection[str],
    seed: int,
    today: datetime.date,
) -> tuple[Listing, ...]:
    """Every client of every firm; `always_open` names employers whose figures must be seen."""
    rng = np.random.default_rng([seed, 4])
    by_number = {one.number.digits: one for one in population.employers if one.number}
    others = others_of(population, firms=int(portfolio["firm"].max()) + 1)
    return tuple(
        Listing(
            int(str(firm)), known, reach_at(place, known, always_open), mandate_day(known, rng, today=today)
        )
        for firm, numbers in portfolio.groupby("firm")["employer"]
        for place, known in enumerate([*(by_number[number] for number in numbers), *others[int(str(firm))]])
    )


def others_of(population: Population, *, firms: int) -> tuple[tuple[Known, ...], ...]:
    """The companies and people of each firm; the last two in five are in nobody's list."""
    first = (*population.companies[:FIRST_FIRM_COMPANIES], *population.people[:FIRST_FIRM_PEOPLE])
    companies = listed(population.companies, after=FIRST_FIRM_COMPANIES)
    people = listed(population.people, after=FIRST_FIRM_PEOPLE)
    rest = (*companies, *people)
    return (first, *(rest[firm :: firms - 1] for firm in range(firms - 1)))


def listed(everybody: tuple[Known, ...], *, after: int) -> tuple[Known, ...]:
    return everybody[after : max(after, int(len(everybody) * LISTED_SHARE))]


def reach_at(place: int, known: Known, always_open: Collection[str]) -> Reach:
    if known.number and known.number.digits in always_open:
        return Reach.FULL
    matching = (reach for reach, (count, rest) in EVERY.items() if place % count == rest)
    return next(matching, Reach.FULL)


def mandate_day(known: Known, rng: np.random.Generator, *, today: datetime.date) -> datetime.date:
    earliest = today - datetime.timedelta(days=int(rng.integers(DAYS, LONGEST_MANDATE_YEARS * DAYS)))
    return max(known.since, earliest)
