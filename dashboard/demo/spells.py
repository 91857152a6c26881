"""Invented absence: how often workers of a kind fall ill or have an accident, when, and for how long."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.calendar import WEEK, WORKING_DAYS, months_of, starts_of, weekday
from dashboard.demo.employers import sectors_of
from dashboard.demo.workers import WOMAN, Flags, Numbers, Ratios, Workers
from dashboard.domain.workforce import QUARTERS, Quarter

SHORT, MEDIUM, LONG, ACCIDENT = range(4)
SICKNESS_CAUSE, ACCIDENT_CAUSE = 1, 2

# Per worker and year, before the indices below, whose mean over all workers is not one.
YEARLY = np.array([1.84, 0.093, 0.0109, 0.024])
LONG_STOCK, MEDIUM_STOCK = 0.031, 0.024

MONTH_INDEX = np.array([1.10, 1.25, 1.15, 0.95, 0.90, 0.90, 0.75, 0.72, 0.98, 1.15, 1.10, 1.05])

AGE_CLASSES = (25, 35, 45, 55, 60)
AGE_INDEX = np.array(
    [
        [1.15, 1.10, 1.00, 0.93, 0.86, 0.80],
        [0.65, 0.97, 0.98, 1.05, 1.25, 1.30],
        [0.06, 0.26, 0.78, 1.40, 2.00, 2.30],
        [1.35, 1.10, 0.95, 0.90, 0.85, 0.75],
    ]
)
BLUE_INDEX = np.array([1.14, 1.38, 1.60, 1.70])
WHITE_INDEX = np.array([0.90, 0.74, 0.60, 0.35])
WOMAN_INDEX = np.array([1.08, 1.32, 1.32, 0.75])
MAN_INDEX = np.array([0.94, 0.78, 0.78, 1.15])

SIZES = (5, 10, 20, 50, 100, 200, 500, 1000)
SIZE_INDEX = np.array([0.70, 0.80, 0.88, 0.94, 0.98, 1.00, 1.08, 1.18, 1.32])
PLACES = {
    "50000": (0.98, 1.10, 1.40),
    "60000": (0.98, 1.10, 1.40),
    "80000": (0.97, 1.05, 1.10),
    "90000": (0.97, 1.08, 1.15),
    "20002": (0.96, 1.00, 0.95),
    "04000": (1.01, 1.05, 1.20),
}
FLANDERS_INDEX = (1.00, 0.97, 0.88)
EMPLOYER_SHAPES, STEADY_STAFF = np.array([9.0, 6.0, 4.0, 6.0]), 200

SHORT_MEDIAN, SHORT_SPREAD, SHORT_LIMIT = 3.3, 0.95, 30
MEDIUM_START, MEDIUM_MEAN = 31, 48.0
LONG_START, LONG_MEAN = 366, 2000.0
ACCIDENT_START, ACCIDENT_MEDIAN, ACCIDENT_SPREAD = 2, 9.0, 1.1

# Three days apart, two spells always have a working day between them.
GAP = 3


class Presence(NamedTuple):
    """Each worker's days at the employer in one quarter: from, and until the day before the end."""

    start: Numbers
    end: Numbers


class Spells(NamedTuple):
    """Spells that touch a quarter, by worker; `row` is the place among the workers, `end` excluded."""

    row: Numbers
    spell: Numbers
    cause: Numbers
    start: Numbers
    end: Numbers


def spell_indices(random: np.random.Generator, employers: pd.DataFrame) -> Ratios:
    """What an employer's activity, size, place and own health add to each kind of spell: one row each."""
    sectors = sectors_of(employers)
    size = SIZE_INDEX[np.searchsorted(SIZES, employers["headcount"].to_numpy(), side="right")]
    place = np.array([PLACES.get(code, FLANDERS_INDEX) for code in employers["province"]])
    sickness = (sectors["sickness"].to_numpy() * size)[:, None] * place
    accidents = sectors["accidents"].to_numpy()[:, None]
    steadier = 1 + employers["headcount"].to_numpy()[:, None] / STEADY_STAFF
    shapes = EMPLOYER_SHAPES * steadier
    own = random.gamma(shapes) / shapes
    return np.asarray(np.hstack([sickness, accidents]) * own)


def worker_indices(workers: Workers, *, quarter: Quarter) -> Ratios:
    group = np.searchsorted(AGE_CLASSES, workers.age(quarter), side="right")
    status = np.where(workers.blue[:, None], BLUE_INDEX, WHITE_INDEX)
    sex = np.where((workers.sex == WOMAN)[:, None], WOMAN_INDEX, MAN_INDEX)
    return np.asarray(AGE_INDEX.T[group] * status * sex)


def open_spells(
    random: np.random.Generator, workers: Workers, *, indices: Ratios, quarter: Quarter
) -> Workers:
    """Give the first quarter the long and medium spells that began before it."""
    chance = indices[workers.employer] * worker_indices(workers, quarter=quarter)
    draw = random.random(len(workers))
    is_long = draw < LONG_STOCK * chance[:, LONG]
    is_medium = ~is_long & (draw > 1 - MEDIUM_STOCK * chance[:, MEDIUM])
    today = int(starts_of(quarter)[0])
    began = np.where(
        is_long, LONG_START + exponential(random, draw, mean=800), random.integers(15, 200, len(draw))
    )
    lasts = np.where(
        is_long, exponential(random, draw, mean=LONG_MEAN), exponential(random, draw, mean=MEDIUM_MEAN)
    )
    ill = is_long | is_medium
    return dataclasses.replace(
        workers,
        spell=np.where(ill, workers.worker, 0),
        spell_cause=np.where(ill, SICKNESS_CAUSE, 0),
        spell_start=np.where(ill, today - began, 0),
        spell_end=np.where(ill, today + 1 + lasts, 0),
    )


def exponential(random: np.random.Generator, like: NDArray[np.generic], *, mean: float) -> Numbers:
    return random.exponential(mean, len(like)).astype(np.int64)


def spells_of(
    random: np.random.Generator, workers: Workers, presence: Presence, *, indices: Ratios, quarter: Quarter
) -> Spells:
    """The spells that go on and the ones that begin in this quarter, none overlapping another."""
    going_on = np.flatnonzero(workers.spell_end > presence.start)
    old = Spells(
        going_on,
        workers.spell[going_on],
        workers.spell_cause[going_on],
        workers.spell_start[going_on],
        workers.spell_end[going_on],
    )
    drawn = draw_spells(random, workers, indices=indices, quarter=quarter)
    inside = (drawn.start >= presence.start[drawn.row]) & (drawn.start < presence.end[drawn.row])
    new = without_overlaps(chosen(drawn, inside), free=np.maximum(presence.start, workers.spell_end + GAP))
    both = Spells(*(np.concatenate(pair) for pair in zip(old, new, strict=True)))
    return chosen(both, np.lexsort([both.start, both.row]))


def chosen(spells: Spells, which: Numbers | Flags) -> Spells:
    return Spells(*(column[which] for column in spells))


def draw_spells(
    random: np.random.Generator, workers: Workers, *, indices: Ratios, quarter: Quarter
) -> Spells:
    """Spells that would begin in this quarter if nobody were absent or away, in order of worker and day."""
    rates = indices[workers.employer] * worker_indices(workers, quarter=quarter) * YEARLY / QUARTERS
    season = MONTH_INDEX[months_of(quarter)]
    rates[:, SHORT] *= workers.frailty * season.mean()
    total = rates.sum(axis=1)
    row = np.repeat(np.arange(len(workers)), random.poisson(total))
    draw = random.random(len(row)) * total[row]
    kind = (draw[:, None] >= np.cumsum(rates[row], axis=1)).sum(axis=1).clip(max=ACCIDENT)
    start = draw_starts(random, len(row), quarter=quarter, season=season)
    cause = np.where(kind == ACCIDENT, ACCIDENT_CAUSE, SICKNESS_CAUSE)
    spells = Spells(row, np.zeros_like(row), cause, start, start + draw_lengths(random, kind))
    return chosen(spells, np.lexsort([start, row]))


def draw_starts(random: np.random.Generator, count: int, *, quarter: Quarter, season: Ratios) -> Numbers:
    """A working day of the quarter; what would begin at a weekend begins on Monday."""
    month = random.choice(len(season), count, p=season / season.sum())
    starts = starts_of(quarter)
    day = random.integers(starts[month], starts[month + 1])
    return np.asarray(day + np.where(weekday(day) >= WORKING_DAYS, WEEK - weekday(day), 0))


def draw_lengths(random: np.random.Generator, kind: Numbers) -> Numbers:
    """Calendar days."""
    normal = random.normal(size=len(kind))
    short = np.clip(np.rint(SHORT_MEDIAN * np.exp(SHORT_SPREAD * normal)), 1, SHORT_LIMIT)
    accident = ACCIDENT_START + np.rint(ACCIDENT_MEDIAN * np.exp(ACCIDENT_SPREAD * normal))
    medium = MEDIUM_START + exponential(random, kind, mean=MEDIUM_MEAN)
    long = LONG_START + exponential(random, kind, mean=LONG_MEAN)
    return np.choose(kind, [short, medium, long, accident]).astype(np.int64)


def without_overlaps(spells: Spells, *, free: Numbers) -> Spells:
    """Keep a worker's spells that begin when the previous one is over; `free` is the first such day."""
    free = free.copy()
    turn = np.arange(len(spells.row)) - np.searchsorted(spells.row, spells.row)
    keep = np.zeros(len(spells.row), dtype=np.bool_)
    for which in range(int(turn.max(initial=-1)) + 1):
        now = np.flatnonzero(turn == which)
        now = now[spells.start[now] >= free[spells.row[now]]]
        free[spells.row[now]] = spells.end[now] + GAP
        keep[now] = True
    return chosen(spells, keep)
