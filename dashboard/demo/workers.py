"""Invented workers: who is there at first, who joins, who leaves."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.demo.employers import sectors_of
from dashboard.demo.wages import cost_factors, wage_effects, worker_effects
from dashboard.domain.workforce import Quarter

Numbers = NDArray[np.int64]
Ratios = NDArray[np.float64]
Flags = NDArray[np.bool_]

MAN, WOMAN = 1, 2
FULL_TIME = 1000
STAY, BY_EMPLOYEE, BY_EMPLOYER, NATURAL, END_OF_TERM = range(5)

AGE_STARTS = np.array([18, 25, 30, 35, 40, 45, 50, 55, 60, 65])
AGE_WIDTHS = np.array([7, 5, 5, 5, 5, 5, 5, 5, 5, 3])
STOCK_AGES = np.array([6.6, 12.4, 12.8, 12.7, 12.4, 12.6, 12.7, 11.8, 6.5, 0.7])
JOINER_AGES = np.array([20.0, 21.0, 16.0, 12.0, 9.0, 7.5, 6.0, 3.5, 1.0, 0.2])

FRACTIONS = np.array([800, 500, 600, 750, 900, 300])
FRACTION_SHARES = np.array([0.46, 0.32, 0.05, 0.06, 0.05, 0.06])
PART_TIME = {MAN: 0.155, WOMAN: 0.34}

FIXED_TERM_STOCK, FIXED_TERM_JOINERS = 0.08, 0.42
FIXED_TERM_ENDS, FIXED_TERM_STAYS = 0.20, 0.14
REFILL = 0.75
GROWTH_MEAN, GROWTH_SPREAD = 0.005, 0.03
WORKER_SHAPE = 1.7

AGE_CLASSES = (25, 35, 45, 55, 60, 65)
LEAVES = 0.0302 * np.array([2.0, 1.4, 1.0, 0.65, 0.5, 0.45, 0.3])
DISMISSED = 0.0155 * np.array([1.3, 1.1, 1.0, 0.95, 0.85, 0.6, 0.4])
RETIRES = np.array([0.0001, 0.0001, 0.0003, 0.0006, 0.0012, 0.0115, 0.17])
TURNOVER_SHAPE = 4.0
SMALL, LARGE = 50, 200
RESTING = 0.25

# Odd multiplier and key on 62 bits: every worker keeps a number of their own that says nothing.
PSEUDONYM_FACTOR, PSEUDONYM_KEY, PSEUDONYM_MASK = 0x1F123BB5159A55E5, 0x2545F4914F6CDD1D, (1 << 62) - 1


class Payroll(NamedTuple):
    """What holds for each employer of one chunk during all quarters; arrays in the frame's order."""

    headcount: Numbers
    women: Ratios
    blue: Ratios
    part_time: Ratios
    turnover: Ratios
    growth: Ratios
    wage: Ratios
    cost: Ratios
    still: Flags


@dataclass(frozen=True)
class Workers:
    """Columns of equal length, one element per worker, in order of employer; spell_end 0 means well."""

    employer: Numbers
    worker: Numbers
    sex: Numbers
    birth_year: Numbers
    blue: Flags
    open_ended: Flags
    fraction: Numbers
    wage: Ratios
    frailty: Ratios
    spell: Numbers
    spell_cause: Numbers
    spell_start: Numbers
    spell_end: Numbers

    def __len__(self) -> int:
        return len(self.employer)

    def take(self, chosen: Numbers | Flags) -> Workers:
        return Workers(**{name: column[chosen] for name, column in self.columns().items()})

    def joined_by(self, others: Workers) -> Workers:
        more = others.columns()
        both = {name: np.concatenate([column, more[name]]) for name, column in self.columns().items()}
        return Workers(**both).take(np.argsort(both["employer"], kind="stable"))

    def columns(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def age(self, quarter: Quarter) -> Numbers:
        return np.asarray(quarter.year - self.birth_year)


def payroll_of(random: np.random.Generator, employers: pd.DataFrame, *, still: Flags) -> Payroll:
    sectors = sectors_of(employers)
    headcount = employers["headcount"].to_numpy()
    size = np.where(headcount < SMALL, 1.2, np.where(headcount < LARGE, 1.0, 0.85))
    shape = TURNOVER_SHAPE * (1 + headcount / LARGE)
    own = random.gamma(shape) / shape
    return Payroll(
        headcount=headcount,
        women=around(random, sectors["women"].to_numpy()),
        blue=around(random, sectors["blue"].to_numpy()),
        part_time=sectors["part_time"].to_numpy() * random.uniform(0.6, 1.4, len(employers)),
        turnover=np.where(still, 0.0, sectors["turnover"].to_numpy() * size * own),
        growth=np.where(still, 0.0, random.normal(GROWTH_MEAN, GROWTH_SPREAD, len(employers))),
        wage=wage_effects(random, employers),
        cost=cost_factors(random, len(employers)),
        still=still,
    )


def around(random: np.random.Generator, share: Ratios, *, strength: float = 8.0) -> Ratios:
    """A share of each employer's own, scattered around the share of its activity."""
    return np.asarray(random.beta(share * strength, (1 - share) * strength))


def first_workers(random: np.random.Generator, payroll: Payroll, *, quarter: Quarter, first: int) -> Workers:
    employer = np.repeat(np.arange(len(payroll.headcount)), payroll.headcount)
    open_ended = random.random(len(employer)) >= FIXED_TERM_STOCK
    birth_year = quarter.year - draw_ages(random, len(employer), shares=STOCK_AGES)
    return people(
        random, payroll, employer=employer, birth_year=birth_year, open_ended=open_ended, first=first
    )


def joiners(
    random: np.random.Generator, payroll: Payroll, *, missing: Numbers, quarter: Quarter, first: int
) -> Workers:
    employer = np.repeat(np.arange(len(missing)), random.binomial(missing, REFILL))
    open_ended = random.random(len(employer)) >= FIXED_TERM_JOINERS
    birth_year = quarter.year - draw_ages(random, len(employer), shares=JOINER_AGES)
    return people(
        random, payroll, employer=employer, birth_year=birth_year, open_ended=open_ended, first=first
    )


def draw_ages(random: np.random.Generator, count: int, *, shares: Ratios) -> Numbers:
    group = random.choice(len(AGE_STARTS), count, p=shares / shares.sum())
    return np.asarray(AGE_STARTS[group] + random.integers(0, AGE_WIDTHS[group]))


def people(
    random: np.random.Generator,
    payroll: Payroll,
    *,
    employer: Numbers,
    birth_year: Numbers,
    open_ended: Flags,
    first: int,
) -> Workers:
    count = len(employer)
    woman = random.random(count) < payroll.women[employer]
    blue = random.random(count) < payroll.blue[employer]
    none = np.zeros(count, dtype=np.int64)
    return Workers(
        employer=employer,
        worker=pseudonyms(first, count),
        sex=np.where(woman, WOMAN, MAN),
        birth_year=birth_year,
        blue=blue,
        open_ended=open_ended,
        fraction=draw_fractions(random, woman, index=payroll.part_time[employer]),
        wage=payroll.wage[employer] + worker_effects(random, woman=woman, blue=blue),
        frailty=random.gamma(WORKER_SHAPE, 1 / WORKER_SHAPE, count),
        spell=none,
        spell_cause=none,
        spell_start=none,
        spell_end=none,
    )


def pseudonyms(first: int, count: int) -> Numbers:
    numbers = np.arange(first, first + count, dtype=np.uint64) * np.uint64(PSEUDONYM_FACTOR)
    return ((numbers ^ np.uint64(PSEUDONYM_KEY)) & np.uint64(PSEUDONYM_MASK)).astype(np.int64)


def draw_fractions(random: np.random.Generator, woman: Flags, *, index: Ratios) -> Numbers:
    share = np.minimum(np.where(woman, PART_TIME[WOMAN], PART_TIME[MAN]) * index, 0.9)
    part = random.choice(FRACTIONS, len(woman), p=FRACTION_SHARES)
    return np.where(random.random(len(woman)) < share, part, FULL_TIME)


def missing_staff(payroll: Payroll, workers: Workers, *, years: float) -> Numbers:
    wanted = np.maximum(np.rint(payroll.headcount * np.exp(payroll.growth * years)), 1).astype(np.int64)
    present = np.bincount(workers.employer, minlength=len(wanted))
    return np.asarray(np.maximum(wanted - present, 0))


def draw_exits(
    random: np.random.Generator, payroll: Payroll, workers: Workers, *, quarter: Quarter, resting: Flags
) -> Numbers:
    """A reason for each who leaves, STAY for the others; the long-term sick seldom leave."""
    chances = exit_chances(payroll, workers, quarter=quarter, resting=resting)
    limits = np.cumsum(chances, axis=1)
    draw = random.random(len(workers))
    reason = 1 + (draw[:, None] >= limits).sum(axis=1)
    return with_somebody_left(workers, np.where(draw < limits[:, -1], reason, STAY))


def with_somebody_left(workers: Workers, reason: Numbers) -> Numbers:
    """Nobody leaves where all would: an employer without staff for a month looks like one not delivered."""
    left = np.bincount(workers.employer, weights=reason == STAY)
    return np.where(left[workers.employer] > 0, reason, STAY)


def exit_chances(payroll: Payroll, workers: Workers, *, quarter: Quarter, resting: Flags) -> Ratios:
    group = np.searchsorted(AGE_CLASSES, workers.age(quarter), side="right")
    will = payroll.turnover[workers.employer] * np.where(resting, RESTING, 1.0)
    moves = ~payroll.still[workers.employer]
    ends = np.where(workers.open_ended, 0.0, FIXED_TERM_ENDS)
    return np.column_stack(
        [LEAVES[group] * will, DISMISSED[group] * will, RETIRES[group] * moves, ends * moves]
    )


def settle(random: np.random.Generator, workers: Workers) -> Workers:
    """Some fixed-term contracts become open-ended."""
    stays = random.random(len(workers)) < FIXED_TERM_STAYS
    return dataclasses.replace(workers, open_ended=workers.open_ended | stays)
