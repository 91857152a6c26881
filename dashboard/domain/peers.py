"""Peer groups: the ladders on which a card looks for them, and what a released group says."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from dashboard.domain.metrics import MetricName
from dashboard.domain.workforce import Period

CERTAIN = 40
USUAL = 15
# A group that fell below the usual size is used again from here on, so that cards do not flip.
USUAL_AGAIN = 20
TENTHS = tuple(tenth / 10 for tenth in range(1, 10))
FOURTH_TENTH, FIRST_TENTH, LOWER_QUARTILE = 0.4, 0.1, 0.25


class Comparison(enum.StrEnum):
    """What a client is compared with."""

    SECTOR = "sector"
    REGION = "region"
    BELGIUM = "belgium"
    COMMITTEE = "committee"


class Sizes(enum.StrEnum):
    """How employers are divided by headcount."""

    FINE = "fine"
    MERGED = "merged"
    ALL = "all"


FINE_SIZES = ((1, 4), (5, 9), (10, 19), (20, 49), (50, 99), (100, 199), (200, 0))
MERGED_SIZES = ((1, 9), (10, 49), (50, 0))
ALL_SIZES = ((1, 0),)
BOUNDS = {Sizes.FINE: FINE_SIZES, Sizes.MERGED: MERGED_SIZES, Sizes.ALL: ALL_SIZES}

ALL, COMMITTEE = "all", "committee"
SECTION, DIVISION = "section", "2"
BELGIUM, REGION, PROVINCE, ARRONDISSEMENT = "belgium", "region", "province", "arrondissement"


@dataclasses.dataclass(frozen=True)
class Level:
    """One rung of a ladder: how finely activity, place and size are cut."""

    activity: str
    place: str
    sizes: Sizes


def both_sizes(activity: str, place: str) -> tuple[Level, Level]:
    return Level(activity, place, Sizes.FINE), Level(activity, place, Sizes.MERGED)


SECTOR_LADDER = (
    *both_sizes("5", REGION),
    *both_sizes("4", REGION),
    *both_sizes("3", REGION),
    *both_sizes(DIVISION, REGION),
    *both_sizes(DIVISION, BELGIUM),
    Level(DIVISION, BELGIUM, Sizes.ALL),
    *both_sizes(SECTION, BELGIUM),
    Level(SECTION, BELGIUM, Sizes.ALL),
    *both_sizes(ALL, BELGIUM),
)
REGION_LADDER = (
    *both_sizes(ALL, ARRONDISSEMENT),
    *both_sizes(ALL, PROVINCE),
    *both_sizes(ALL, REGION),
    *both_sizes(ALL, BELGIUM),
)
BELGIUM_LADDER = both_sizes(ALL, BELGIUM)
COMMITTEE_LADDER = (
    *both_sizes(COMMITTEE, REGION),
    *both_sizes(COMMITTEE, BELGIUM),
    Level(COMMITTEE, BELGIUM, Sizes.ALL),
)
LADDERS = {
    Comparison.SECTOR: SECTOR_LADDER,
    Comparison.REGION: REGION_LADDER,
    Comparison.BELGIUM: BELGIUM_LADDER,
    Comparison.COMMITTEE: COMMITTEE_LADDER,
}
# Down to here a card prefers a group of at least forty to a finer one of at least fifteen.
FINE_ENOUGH = {
    Comparison.SECTOR: SECTOR_LADDER.index(Level(SECTION, BELGIUM, Sizes.MERGED)),
    Comparison.REGION: REGION_LADDER.index(Level(ALL, PROVINCE, Sizes.MERGED)),
    Comparison.BELGIUM: len(BELGIUM_LADDER) - 1,
    Comparison.COMMITTEE: len(COMMITTEE_LADDER) - 1,
}
LEVELS = tuple(dict.fromkeys(level for ladder in LADDERS.values() for level in ladder))


class Band(enum.StrEnum):
    """How many employers a group has, never closer than this."""

    FROM_10 = "10-14"
    FROM_15 = "15-24"
    FROM_25 = "25-39"
    FROM_40 = "40-99"
    FROM_100 = "100+"

    @property
    def least(self) -> int:
        return int(self.value.rstrip("+").split("-")[0])


def band(count: int) -> Band:
    """The band of a count of at least ten."""
    return next(one for one in reversed(Band) if count >= one.least)


@dataclasses.dataclass(frozen=True)
class PeerGroup:
    """Employers alike in activity, place and size; empty codes mean "all"."""

    level: Level
    activity: str
    place: str
    size: int

    @property
    def key(self) -> str:
        level = self.level
        parts = (level.activity, self.activity, level.place, self.place, level.sizes.value, str(self.size))
        return "|".join(parts)

    @classmethod
    def parse(cls, key: str) -> PeerGroup:
        activity_level, activity, place_level, place, sizes, size = key.split("|")
        return cls(Level(activity_level, place_level, Sizes(sizes)), activity, place, int(size))

    @property
    def bounds(self) -> tuple[int, int]:
        """Smallest and largest headcount; a largest of 0 means no upper bound."""
        return BOUNDS[self.level.sizes][self.size]


@dataclasses.dataclass(frozen=True)
class Placement:
    """Where an employer stands: its activity, its workplace and its headcount of the panel year."""

    nace: str
    section: str
    arrondissement: str
    province: str
    region: str
    headcount: float
    committee: str = ""

    def group(self, level: Level) -> PeerGroup:
        return PeerGroup(
            level, self._activity(level), self._place(level), size_class(self.headcount, level.sizes)
        )

    def _activity(self, level: Level) -> str:
        named = {ALL: "", SECTION: self.section, COMMITTEE: self.committee}
        if level.activity in named:
            return named[level.activity]
        return self.nace[: int(level.activity)]

    def _place(self, level: Level) -> str:
        places = {
            BELGIUM: "",
            REGION: self.region,
            # Brussels is a region, an arrondissement and no province: it stands for itself.
            PROVINCE: self.province or self.region,
            ARRONDISSEMENT: self.arrondissement,
        }
        return places[level.place]


def size_class(headcount: float, sizes: Sizes) -> int:
    people = max(1, round(headcount))
    return max(place for place, (least, _most) in enumerate(BOUNDS[sizes]) if people >= least)


@dataclasses.dataclass(frozen=True)
class Quantiles:
    """The released quantiles of one metric in one group, by probability; rounded, jittered, monotone."""

    values: Mapping[float, float]

    @property
    def median(self) -> float:
        return self.values[0.5]

    def at(self, probability: float) -> float | None:
        return self.values.get(probability)


@dataclasses.dataclass(frozen=True)
class NoSpread:
    """A metric that hardly differs between the peers, so that its quantiles would name most of them (R10)."""


Figures = Mapping[MetricName, Quantiles | NoSpread]
# The share of each part of a mix, in per cent of the peers' total, or the peers in ten that have any of it.
Mixes = Mapping[str, Mapping[str, float]]


@dataclasses.dataclass(frozen=True)
class PeerCard:
    """One comparison of one period: with whom, how many, and the released figures."""

    comparison: Comparison
    period: Period
    group: PeerGroup | None
    band: Band | None
    finer: tuple[PeerGroup, ...]
    figures: Figures
    mixes: Mixes = dataclasses.field(default_factory=dict)


class Where(enum.StrEnum):
    """A position among peers, never finer than the released quantiles."""

    HIGHEST_TENTH = "highest_tenth"
    LOWEST_TENTH = "lowest_tenth"
    HIGHER_THAN = "higher_than"
    LOWER_THAN = "lower_than"
    CLOSE = "close"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    UPPER_QUARTER = "upper_quarter"
    LOWER_QUARTER = "lower_quarter"
    MIDDLE_ABOVE = "middle_above"
    MIDDLE_BELOW = "middle_below"
    MIDDLE = "middle"
    ABOVE_MIDDLE = "above_middle"
    BELOW_MIDDLE = "below_middle"
    ABOVE_MEDIAN = "above_median"
    BELOW_MEDIAN = "below_median"


@dataclasses.dataclass(frozen=True)
class Position:
    """Where a value stands; `tenths` counts peers in ten where deciles are released."""

    where: Where
    tenths: int = 0


def position(value: float, quantiles: Quantiles, *, step: float, chance: float = 0.0) -> Position:
    """Bracket a value by the released quantiles (R9): nothing is interpolated.

    `chance` is how far from the median a value says nothing (`domain.funnel`), in the metric's unit.
    """
    distance = abs(value - quantiles.median)
    if distance < step / 2:
        return Position(Where.CLOSE)
    if distance <= chance:
        return Position(Where.NOT_DISTINGUISHABLE)
    finest = next((p for p in (FOURTH_TENTH, FIRST_TENTH, LOWER_QUARTILE) if p in quantiles.values), None)
    by_finest = {FOURTH_TENTH: among_deciles, FIRST_TENTH: among_tails, LOWER_QUARTILE: among_quartiles}
    if finest is None:
        return beside_median(value, quantiles.median, step=step)
    return by_finest[finest](value, quantiles)


def among_deciles(value: float, quantiles: Quantiles) -> Position:
    deciles = [quantiles.values[tenth] for tenth in TENTHS]
    if deciles[3] <= value <= deciles[5]:
        return Position(Where.CLOSE)
    if value > deciles[8]:
        return Position(Where.HIGHEST_TENTH)
    if value < deciles[0]:
        return Position(Where.LOWEST_TENTH)
    below = sum(decile < value for decile in deciles)
    above = sum(decile > value for decile in deciles)
    return Position(Where.HIGHER_THAN, below) if below > above else Position(Where.LOWER_THAN, above)


def among_tails(value: float, quantiles: Quantiles) -> Position:
    released = quantiles.values
    rules = (
        (value > released[0.9], Where.HIGHEST_TENTH),
        (value < released[0.1], Where.LOWEST_TENTH),
        (value > released[0.75], Where.UPPER_QUARTER),
        (value < released[0.25], Where.LOWER_QUARTER),
        (value >= released[0.5], Where.MIDDLE_ABOVE),
    )
    return Position(next((where for holds, where in rules if holds), Where.MIDDLE_BELOW))


def among_quartiles(value: float, quantiles: Quantiles) -> Position:
    if value > quantiles.values[0.75]:
        return Position(Where.ABOVE_MIDDLE)
    return Position(Where.BELOW_MIDDLE if value < quantiles.values[0.25] else Where.MIDDLE)


def beside_median(value: float, median: float, *, step: float) -> Position:
    if abs(value - median) <= 2 * step:
        return Position(Where.CLOSE)
    return Position(Where.ABOVE_MEDIAN if value > median else Where.BELOW_MEDIAN)
