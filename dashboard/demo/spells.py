"""Invented absence: the spells that touch a quarter, their days, and which are relapses."""

from __future__ import annotations

import dataclasses
from typing import Any, NamedTuple

import numpy as np

from dashboard.demo.calendar import WEEK, WORKING_DAYS, starts_of, weekday
from dashboard.demo.payroll import Flags, Numbers, Ratios
from dashboard.demo.spell_lengths import LONG_MEAN, LONG_START, MEDIUM_MEAN, draw_lengths, exponential
from dashboard.demo.spell_rates import (
    ACCIDENT,
    CAUSES,
    LONG,
    LONG_STOCK,
    MEDIUM,
    MEDIUM_STOCK,
    SICKNESS,
    quarterly_rates,
    season,
    worker_indices,
)
from dashboard.demo.workers import WOMAN, Workers
from dashboard.domain.workforce import Quarter

# Three days apart, two spells always have a working day between them.
GAP = 3
YEAR = 365
RELAPSE, RELAPSE_AFTER, RELAPSE_WITHIN, RELAPSE_LASTS = 0.10, 7, 12, (0.3, 1.0)


class Presence(NamedTuple):
    """Each worker's days at the employer in one quarter: from, and until the day before the end."""

    start: Numbers
    end: Numbers
    dying: Flags


class Spells(NamedTuple):
    """Spells that touch a quarter, by worker; `row` is the place among the workers, `end` excluded.

    `gap` and `prior` are the days since a spell that it is a relapse of, and the days of that one.
    """

    row: Numbers
    spell: Numbers
    cause: Numbers
    start: Numbers
    end: Numbers
    gap: Numbers
    prior: Numbers
    fatal: Flags


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
        is_long, LONG_START + exponential(random, len(draw), mean=800), random.integers(15, 200, len(draw))
    )
    mean = np.where(is_long, LONG_MEAN, MEDIUM_MEAN)
    lasts = exponential(random, len(draw), mean=mean)
    ill = is_long | is_medium
    return dataclasses.replace(
        workers,
        spell=np.where(ill, workers.worker, 0),
        spell_cause=np.where(ill, SICKNESS, 0),
        spell_start=np.where(ill, today - began, 0),
        spell_end=np.where(ill, today + 1 + lasts, 0),
    )


def spells_of(
    random: np.random.Generator, workers: Workers, presence: Presence, *, indices: Ratios, quarter: Quarter
) -> tuple[Workers, Spells]:
    """The spells that go on and the ones that begin in this quarter, none overlapping another."""
    old = going_on(workers, presence)
    drawn = together(old, draw_spells(random, workers, presence, indices=indices, quarter=quarter))
    everything = together(drawn, draw_relapses(random, drawn))
    begins = (everything.start >= presence.start[everything.row]) & (
        everything.start < presence.end[everything.row]
    )
    inside = chosen(everything, begins | (everything.spell > 0))
    return one_at_a_time(chosen(inside, np.lexsort([inside.start, inside.row])), workers, presence)


def together(some: Spells, others: Spells) -> Spells:
    columns: Any = (np.concatenate(pair) for pair in zip(some, others, strict=True))
    return Spells(*columns)


def chosen(spells: Spells, which: Numbers | Flags) -> Spells:
    columns: Any = (column[which] for column in spells)
    return Spells(*columns)


def going_on(workers: Workers, presence: Presence) -> Spells:
    row = np.flatnonzero(workers.spell_end > presence.start)
    return Spells(
        row=row,
        spell=workers.spell[row],
        cause=workers.spell_cause[row],
        start=workers.spell_start[row],
        end=workers.spell_end[row],
        gap=workers.spell_gap[row],
        prior=workers.spell_prior[row],
        fatal=np.zeros(len(row), dtype=np.bool_),
    )


def new_spells(row: Numbers, *, cause: Numbers, start: Numbers, end: Numbers, fatal: Flags) -> Spells:
    none = np.zeros_like(row)
    return Spells(row, none, cause, start, end, none, none, fatal)


def draw_spells(
    random: np.random.Generator, workers: Workers, presence: Presence, *, indices: Ratios, quarter: Quarter
) -> Spells:
    """Spells that would begin in this quarter if nobody were absent or away."""
    today = int(starts_of(quarter)[0])
    rates = quarterly_rates(workers, indices=indices, dying=presence.dying, today=today, quarter=quarter)
    limits = np.cumsum(rates, axis=1)
    row = np.repeat(np.arange(len(workers)), random.poisson(limits[:, -1]))
    draw = random.random(len(row)) * limits[row, -1]
    kind = (draw[:, None] >= limits[row]).sum(axis=1).clip(max=len(CAUSES) - 1)
    start = draw_starts(random, len(row), quarter=quarter)
    fatal = (kind == ACCIDENT) & presence.dying[row]
    end = start + draw_lengths(random, kind, woman=workers.sex[row] == WOMAN)
    end = np.where(fatal, np.maximum(presence.end[row], start + 1), end)
    return new_spells(row, cause=CAUSES[kind], start=start, end=end, fatal=fatal)


def draw_starts(random: np.random.Generator, count: int, *, quarter: Quarter) -> Numbers:
    """A working day of the quarter."""
    shares = season(quarter)
    month = random.choice(len(shares), count, p=shares / shares.sum())
    starts = starts_of(quarter)
    return working_day(random.integers(starts[month], starts[month + 1]))


def working_day(day: Numbers) -> Numbers:
    """What would begin at a weekend begins on Monday."""
    return np.asarray(day + np.where(weekday(day) >= WORKING_DAYS, WEEK - weekday(day), 0))


def draw_relapses(random: np.random.Generator, spells: Spells) -> Spells:
    """Some who were ill for more than a week fall ill again within a fortnight."""
    length = spells.end - spells.start
    again = (spells.cause == SICKNESS) & (length > RELAPSE_AFTER) & (random.random(len(length)) < RELAPSE)
    row = spells.row[again]
    start = working_day(spells.end[again] + random.integers(GAP, RELAPSE_WITHIN, len(row)))
    lasts = np.maximum(np.rint(length[again] * random.uniform(*RELAPSE_LASTS, len(row))), 1)
    end = start + lasts.astype(np.int64)
    return new_spells(
        row, cause=spells.cause[again], start=start, end=end, fatal=np.zeros(len(row), np.bool_)
    )


def one_at_a_time(spells: Spells, workers: Workers, presence: Presence) -> tuple[Workers, Spells]:
    """Keep a worker's spells that begin when the previous one is over, and say what they relapse from."""
    free = np.maximum(presence.start, workers.spell_end + GAP)
    past_end, past_days = workers.past_end.copy(), workers.past_days.copy()
    gap, prior = spells.gap.copy(), spells.prior.copy()
    keep = np.zeros(len(spells.row), dtype=np.bool_)
    turn = np.arange(len(spells.row)) - np.searchsorted(spells.row, spells.row)
    for which in range(int(turn.max(initial=-1)) + 1):
        now = np.flatnonzero(turn == which)
        now = now[(spells.spell[now] > 0) | (spells.start[now] >= free[spells.row[now]])]
        row, cause = spells.row[now], spells.cause[now] - 1
        since = spells.start[now] - past_end[row, cause]
        relapse = (spells.spell[now] == 0) & (since <= YEAR)
        gap[now[relapse]] = since[relapse]
        prior[now[relapse]] = past_days[row, cause][relapse]
        past_end[row, cause] = free[row] = spells.end[now]
        past_days[row, cause] = spells.end[now] - spells.start[now] + prior[now]
        free[row] += GAP
        keep[now] = True
    kept = chosen(spells._replace(gap=gap, prior=prior), keep)
    return dataclasses.replace(workers, past_end=past_end, past_days=past_days), kept
