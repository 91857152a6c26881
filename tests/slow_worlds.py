"""Small random worlds for the slow and the fast release: few trades and places, ties, zeros, gaps, groups."""

from __future__ import annotations

import dataclasses
import random

import pandas as pd
from hypothesis import strategies as st

from dashboard.data.releases.panel import Source
from dashboard.domain.metrics import MEASURES
from dashboard.domain.workforce import Period, Quarter, Span
from tests.peer_world import QUARTER, an_employer
from tests.slow_panel import Employer

# Measures of which there are no more than workers; the young and the old are never the same.
PARTS = ("headcount_open", "women", "part_time", "blue_collar")
YEAR = tuple(str(quarter) for quarter in Period(QUARTER, Span.FOUR_QUARTERS).quarters)
TRADES = (("10711", "C"), ("10712", "C"), ("10910", "C"), ("47111", "G"), ("47112", "G"), ("62010", "J"))
PLACES = (
    ("23000", "20001", "02000"),
    ("24000", "20001", "02000"),
    ("44000", "40000", "02000"),
    ("92000", "90000", "03000"),
    ("21000", "", "04000"),  # Brussels has no province
)
COMMITTEES = ("200", "118", "")
SIZES = (1, 2, 3, 4, 7, 12, 30, 60)
World = tuple[Employer, ...]
LISTS = ((), (1,), (2,), (1, 2), *((firm,) for firm in range(3, 13)))


@dataclasses.dataclass(frozen=True)
class Block:
    """Some employers alike in trade, place and size."""

    count: int
    trade: tuple[str, str]
    place: tuple[str, str, str]
    size: int
    committee: str
    firms: tuple[tuple[int, ...], ...]


def blocks() -> st.SearchStrategy[Block]:
    return st.builds(
        Block,
        count=st.integers(1, 24),
        trade=st.sampled_from(TRADES),
        place=st.sampled_from(PLACES),
        size=st.sampled_from(SIZES),
        committee=st.sampled_from(COMMITTEES),
        firms=st.lists(st.sampled_from(LISTS), min_size=1, max_size=8).map(tuple),
    )


@dataclasses.dataclass(frozen=True)
class Plan:
    """All that a random world follows from: few words, so that a failure can be read and repeated."""

    blocks: list[Block]
    seed: int
    grouped: float
    change: float
    gaps: float

    def worlds(self) -> tuple[World, World, World]:
        """The world, and what has become of it a quarter later, and another."""
        rng = random.Random(self.seed)  # noqa: S311 - nothing secret
        each = [(block, place) for block in self.blocks for place in range(block.count)]
        first = tuple(
            an_invented(number, block, block.firms[place % len(block.firms)], rng=rng, plan=self)
            for number, (block, place) in enumerate(each)
        )
        second = changed(first, self.change, rng)
        return first, second, changed(second, self.change, rng)


def plans() -> st.SearchStrategy[Plan]:
    return st.builds(
        Plan,
        blocks=st.lists(blocks(), min_size=3, max_size=10),
        seed=st.integers(0, 2**32),
        grouped=st.sampled_from((0, 0.1, 0.4)),
        change=st.sampled_from((0, 0.02, 0.1)),
        gaps=st.sampled_from((0.02, 0.25)),
    )


def an_invented(
    number: int, block: Block, firms: tuple[int, ...], *, rng: random.Random, plan: Plan
) -> Employer:
    group = f"group {rng.randrange(6)}" if rng.random() < plan.grouped else ""
    told = {quarter: some_measures(block.size, rng) for quarter in YEAR if rng.random() >= plan.gaps}
    (nace, section), (arrondissement, province, region) = block.trade, block.place
    return Employer(
        an_employer(number),
        nace,
        section,
        arrondissement,
        province,
        region,
        block.committee,
        group,
        frozenset(firms),
        told,
    )


def changed(world: World, part: float, rng: random.Random) -> World:
    """A part of the employers move, merge, recode, grow, leave, change firms or restate; others come."""
    kept = tuple(one_changed(one, rng) if rng.random() < part else one for one in world)
    coming = range(len(world), len(world) + rng.choice((0, 0, 3, 12) if part else (0,)))
    likes = [rng.choice(world) for _ in range(2)]
    return kept + tuple(
        dataclasses.replace(like, number=an_employer(number), group="", firms=frozenset(rng.choice(LISTS)))
        for number in coming
        for like in [likes[number % 2]]
    )


def one_changed(one: Employer, rng: random.Random) -> Employer:
    (nace, section), (arrondissement, province, region) = rng.choice(TRADES), rng.choice(PLACES)
    changes = (
        {"nace": nace, "section": section},
        {"arrondissement": arrondissement, "province": province, "region": region},
        {"group": f"group {rng.randrange(6)}"},
        {"group": ""},
        {"firms": frozenset(rng.choice(LISTS))},
        {"measures": {quarter: told for quarter, told in one.measures.items() if quarter < YEAR[2]}},
        {"measures": {quarter: some_measures(rng.choice(SIZES), rng) for quarter in YEAR}},
    )
    return dataclasses.replace(one, **rng.choice(changes))


def some_measures(size: int, rng: random.Random) -> dict[str, int]:
    """Zeros and ties are as usual as in life; a month may be missing."""
    months = 3 if rng.random() < 0.97 else 2
    headcount = max(1, size * months + rng.randrange(-2, 3))
    told = {name: rng.choice((0, 0, 1, 2, rng.randrange(1, 4000))) * size for name in MEASURES}
    told |= {name: rng.choice((0, rng.randrange(headcount + 1))) for name in PARTS}
    told |= {"fte": size * rng.randrange(500, 3000), "hours_contracted": size * rng.randrange(9000, 50000)}
    told["hours_worked"] = told["hours_contracted"] * rng.choice((0, 7, 8, 9)) // 10
    if rng.random() < 0.95:  # else there is less cost than pay
        told["gross"] += told["premiums"] + told["overtime_pay"]
        told["cost"] += sum(told[name] for name in ("gross", "bonus", "year_end", "contributions"))
    told["under_25"] = rng.choice((0, rng.randrange(headcount + 1)))
    told["over_55"] = rng.randrange(headcount - told["under_25"] + 1)
    return told | {"months": months, "headcount": headcount}


def source_of(world: World) -> Source:
    """The same world as the product takes it."""
    names = [one.number for one in world]
    columns = ("nace", "section", "arrondissement", "province", "region", "committee", "group")
    frame = pd.DataFrame([{name: getattr(one, name) for name in columns} for one in world], index=names)
    told = {
        Quarter.parse(quarter): pd.DataFrame.from_dict(
            {one.number: one.measures[quarter] for one in world if quarter in one.measures},
            orient="index",
            columns=list(MEASURES),
        )
        for quarter in YEAR
    }
    return Source(
        told,
        frame.rename(columns={"group": "enterprise_group"}),
        {one.number: set(one.firms) for one in world if one.firms},
    )


# A group's rest has exactly fifty workers, in thirds that add up to a hair less.
EXACTLY_FIFTY = Plan(
    blocks=[
        Block(
            count=6,
            trade=("10711", "C"),
            place=("21000", "", "04000"),
            size=2,
            committee="118",
            firms=((6,), (7,), (1,), (3,), (8,), (9,)),
        ),
        Block(
            count=12,
            trade=("47111", "G"),
            place=("23000", "20001", "02000"),
            size=3,
            committee="200",
            firms=((7,), (11,), (7,), (6,), (9,), (), (12,), (6,)),
        ),
        Block(
            count=16,
            trade=("10712", "C"),
            place=("44000", "40000", "02000"),
            size=4,
            committee="",
            firms=((8,), (10,), (4,), (9,), (10,), (4,)),
        ),
        Block(
            count=6,
            trade=("10711", "C"),
            place=("92000", "90000", "03000"),
            size=3,
            committee="",
            firms=((8,), (3,), (2,), (1, 2), (1, 2), (9,), (3,), (11,)),
        ),
        Block(
            count=11,
            trade=("10910", "C"),
            place=("92000", "90000", "03000"),
            size=60,
            committee="118",
            firms=((9,), (2,)),
        ),
        Block(
            count=9,
            trade=("62010", "J"),
            place=("23000", "20001", "02000"),
            size=4,
            committee="118",
            firms=((1,), (5,)),
        ),
        Block(
            count=13,
            trade=("10711", "C"),
            place=("21000", "", "04000"),
            size=7,
            committee="200",
            firms=((7,), (5,), (1,)),
        ),
        Block(
            count=24,
            trade=("47111", "G"),
            place=("23000", "20001", "02000"),
            size=4,
            committee="200",
            firms=((), (12,), (12,)),
        ),
        Block(
            count=14, trade=("10910", "C"), place=("21000", "", "04000"), size=7, committee="", firms=((10,),)
        ),
        Block(
            count=12,
            trade=("10712", "C"),
            place=("23000", "20001", "02000"),
            size=7,
            committee="118",
            firms=((4,), (6,), (2,)),
        ),
    ],
    seed=132,
    grouped=0,
    change=0.02,
    gaps=0.25,
)
