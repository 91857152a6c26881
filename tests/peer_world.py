"""Employers and their measures, invented by a seed: what a release is built from, without facts."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Engine, insert, select

from dashboard.data.database import open_database
from dashboard.data.metadata import metadata
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import Release, write
from dashboard.data.releases.panel import Source
from dashboard.data.releases.tables import released_groups
from dashboard.data.schema import firms
from dashboard.domain.disclosure import Rules
from dashboard.domain.metrics import MEASURES
from dashboard.domain.peers import Placement
from dashboard.domain.workforce import Period, Quarter, Span

QUARTER = Quarter(2026, 2)
YEAR = Period(QUARTER, Span.FOUR_QUARTERS)
NOW = datetime.datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the store keeps UTC without zone
RULES = Rules(key=b"a key of the tests")
BAKERY = Placement("10711", "C", "92000", "90000", "03000", 10, "118")
ALPHA, BETA, GAMMA = 1, 2, 3


def an_employer(place: int) -> str:
    stem = 1_000_000 + place
    return f"{stem:08d}{97 - stem % 97:02d}"


@dataclasses.dataclass(frozen=True)
class Crowd:
    """Some employers alike in activity, place and headcount, and the firms that know each of them."""

    count: int
    like: Placement = BAKERY
    firms: tuple[int, ...] = ()


def a_source(*crowds: Crowd, seed: int = 1, quarters: Collection[Quarter] = YEAR.quarters) -> Source:
    """Employers are numbered through the crowds; each has measures of its own in every quarter."""
    each = [crowd for crowd in crowds for _ in range(crowd.count)]
    names = pd.Index([an_employer(place) for place in range(len(each))], name="employer")
    rng = np.random.default_rng(seed)
    people = np.array([crowd.like.headcount for crowd in each])
    return Source(
        {quarter: some_measures(names, people, rng) for quarter in quarters},
        pd.DataFrame([dataclasses.asdict(crowd.like) for crowd in each], index=names).drop(
            columns="headcount"
        ),
        {name: set(crowd.firms) for name, crowd in zip(names, each, strict=True) if crowd.firms},
    )


def a_mixed_source() -> Source:
    """Three trades, four sizes, firms that know some: groups of many bands, and some hidden."""
    places = [
        dataclasses.replace(BAKERY, nace=nace, headcount=size)
        for nace in ("10711", "10712", "47111")
        for size in (4, 7, 12, 30)
    ]
    known = [(), (ALPHA,), (BETA,), (GAMMA,), (ALPHA, BETA)]
    return a_source(
        *(
            Crowd(3 + (row * 7 + column * 3) % 13, like=like, firms=firms)
            for row, like in enumerate(places)
            for column, firms in enumerate(known)
        )
    )


def some_measures(names: pd.Index, people: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Plausible whole numbers of a complete quarter: no two employers alike."""
    headcount = np.rint(3 * people).astype(int)
    contracted = headcount * rng.integers(12_000, 16_000, len(names))
    fte = headcount * rng.integers(600, 1000, len(names))
    values = {
        "months": np.full(len(names), 3),
        "headcount": headcount,
        "headcount_open": rng.binomial(headcount, 0.9),
        "fte": fte,
        "gross": fte * rng.integers(250, 500, len(names)),
        "cost": fte * rng.integers(500, 700, len(names)),
        "hours_contracted": contracted,
        "hours_worked": (contracted * rng.uniform(0.7, 0.9, len(names))).astype(int),
        "accidents": rng.poisson(0.2, len(names)),
        "year_workers": np.rint(people).astype(int),
        "year_workers_well": rng.binomial(np.rint(people).astype(int), 0.3),
    }
    values |= {name: rng.binomial(headcount, 0.3) for name in ("women", "part_time", "under_25", "over_55")}
    values |= {
        name: (contracted * rng.uniform(0, 0.04, len(names))).astype(int)
        for name in MEASURES
        if name.startswith("sick_")
    }
    rest = {name: rng.poisson(people / 5) for name in MEASURES if name not in values}
    return pd.DataFrame(values | rest, index=names)[list(MEASURES)].astype("int64")


def with_measures(source: Source, employer: str, **changed: int) -> Source:
    """The same world, where this employer's measures differ in every quarter."""
    measures: Mapping[Quarter, pd.DataFrame] = {
        quarter: table.assign(
            **{name: table[name].where(table.index != employer, value) for name, value in changed.items()}
        )
        for quarter, table in source.measures.items()
    }
    return dataclasses.replace(source, measures=measures)


def an_empty_store() -> Engine:
    engine = open_database("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        rows = [{"name": name, "created_at": NOW} for name in ("Alpha", "Beta", "Gamma")]
        connection.execute(insert(firms), rows)
    return engine


def build_now(connection: Connection, source: Source, *, quarter: Quarter = QUARTER) -> Release:
    return write(connection, drafted(source, quarter, rules=RULES), now=NOW)


def stored_groups(connection: Connection, release: Release) -> dict[str, tuple[str, bytes]]:
    """What a release says of each group, byte by byte."""
    question = select(released_groups).where(released_groups.c.release_id == release.id)
    return {row.group_key: (row.band, row.figures) for row in connection.execute(question)}
