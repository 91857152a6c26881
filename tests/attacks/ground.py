"""What every attack starts from: a world whose every employer is known here, and what its release shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
import orjson
import pandas as pd

from dashboard.data.releases.build import Draft, drafted
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import Band
from tests.peer_world import (
    QUARTER,
    RULES,
    an_employer,
    some_measures,
)
from tests.slow_groups import groups_of
from tests.slow_panel import Employer, Member, contributors
from tests.slow_worlds import YEAR, source_of

BAKERY = Employer("", "10711", "C", "92000", "90000", "03000", "118")
TEN = 10


@dataclasses.dataclass(frozen=True)
class Shown:
    """What a release tells of one group."""

    band: Band
    figures: Mapping[str, Mapping[str, float] | str]


World = tuple[Employer, ...]
Release = Mapping[str, Shown]


class WithoutFloors(Rules):
    """Rules of an installation that may go below what is published: for planted faults."""

    def __post_init__(self) -> None:
        """Refuse nothing."""


def without(**floors: int) -> Rules:
    return WithoutFloors(RULES.key, **floors)


def a_crowd(count: int, *, like: Employer = BAKERY, people: float = TEN, **changed: object) -> World:
    """Employers alike; they get their numbers and their figures in `a_world`."""
    told = {quarter: {"headcount": people} for quarter in YEAR}
    return (dataclasses.replace(like, **changed, measures=told),) * count


def a_world(*crowds: World, seed: int = 1) -> World:
    """The employers of some crowds under numbers of their own, no two with the same figures."""
    everybody = [one for crowd in crowds for one in crowd]
    names = pd.Index([an_employer(place) for place in range(len(everybody))])
    people = np.array([one.measures[YEAR[0]]["headcount"] for one in everybody])
    rng = np.random.default_rng(seed)
    told = {quarter: some_measures(names, people, rng).to_dict("index") for quarter in YEAR}
    return tuple(
        dataclasses.replace(one, number=name, measures={quarter: told[quarter][name] for quarter in YEAR})
        for name, one in zip(names, everybody, strict=True)
    )


def members_of(world: World) -> dict[str, Member]:
    return contributors(world, str(QUARTER))


def groups_in(world: World) -> dict[str, frozenset[str]]:
    """Who is in which group, as somebody who knows everybody would count."""
    return groups_of(members_of(world).values())


def release_of(world: World, *, rules: Rules = RULES) -> Release:
    """What a release of this world says; a test holds that nothing else is written."""
    return shown_of(drafted(source_of(world), QUARTER, rules=rules))


def shown_of(draft: Draft) -> Release:
    return {key: Shown(Band(band), orjson.loads(figures)) for key, band, figures in draft.groups}
