"""Invented workers: who is there at first, and who joins."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.demo.contracts import FLEXI, ORDINARY, STUDENT, arriving, contract_shares, draw_contracts
from dashboard.demo.payroll import Flags, Numbers, Payroll, Ratios
from dashboard.demo.wages import casual_effects, worker_effects
from dashboard.domain.workforce import Quarter

MAN, WOMAN = 1, 2
FULL_TIME = 1000
CAUSES = 6

AGE_STARTS = np.array([18, 25, 30, 35, 40, 45, 50, 55, 60, 65])
AGE_WIDTHS = np.array([7, 5, 5, 5, 5, 5, 5, 5, 5, 3])
STOCK_AGES = np.array([6.6, 12.4, 12.8, 12.7, 12.4, 12.6, 12.7, 11.8, 6.5, 0.7])
JOINER_AGES = np.array([20.0, 21.0, 16.0, 12.0, 9.0, 7.5, 6.0, 3.5, 1.0, 0.2])
STUDENT_AGES = (17, 25)

FRACTIONS = np.array([800, 500, 600, 750, 900, 300])
FRACTION_SHARES = np.array([0.47, 0.38, 0.04, 0.04, 0.04, 0.03])
PART_TIME = {MAN: 0.155, WOMAN: 0.34}
CASUAL_FRACTIONS = {STUDENT: (10, 60), FLEXI: (8, 36)}
TENTH = 10

FIXED_TERM_STOCK, FIXED_TERM_JOINERS = 0.06, 0.40
REFILL = 0.9
WORKER_SHAPE = 1.9

# Months of service of those who are there at first.
SERVICE, CASUAL_SERVICE, FIRST_AGE = 135.0, 9.0, 18
LEAST_TURNOVER = 0.5
YEAR = 12

# Benefits and training fall to the same people again; a number each, between 0 and 1.
CAR, BIKE, BONUS, TRAINING = range(4)
FORTUNES = 4

# Odd multiplier and key on 62 bits: every worker keeps a number of their own that says nothing.
PSEUDONYM_FACTOR, PSEUDONYM_KEY, PSEUDONYM_MASK = 0x1F123BB5159A55E5, 0x2545F4914F6CDD1D, (1 << 62) - 1


@dataclass(frozen=True)
class Workers:
    """Columns of equal length, one element per worker, in order of employer; spell_end 0 means well.

    `past_end` and `past_days` have a column for each cause: the last spell's end, and its days with
    those of the spells that it was a relapse of.
    """

    employer: Numbers
    worker: Numbers
    sex: Numbers
    birth_year: Numbers
    contract: Numbers
    entered: Numbers
    blue: Flags
    open_ended: Flags
    fraction: Numbers
    wage: Ratios
    fortunes: Ratios
    frailty: Ratios
    spell: Numbers
    spell_cause: Numbers
    spell_start: Numbers
    spell_end: Numbers
    spell_gap: Numbers
    spell_prior: Numbers
    past_end: Numbers
    past_days: Numbers

    def __len__(self) -> int:
        return len(self.employer)

    @property
    def ordinary(self) -> Flags:
        return np.asarray(self.contract == ORDINARY)

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


def first_workers(random: np.random.Generator, payroll: Payroll, *, quarter: Quarter, first: int) -> Workers:
    employer = np.repeat(np.arange(len(payroll.headcount)), payroll.wanted(quarter, years=0))
    open_ended = random.random(len(employer)) >= FIXED_TERM_STOCK
    birth_year = quarter.year - draw_ages(random, len(employer), shares=STOCK_AGES)
    contract = draw_contracts(random, contract_shares(payroll, quarter)[employer])
    new = people(
        random,
        payroll,
        employer=employer,
        contract=contract,
        birth_year=birth_year,
        open_ended=open_ended,
        quarter=quarter,
        first=first,
    )
    return dataclasses.replace(new, entered=draw_entries(random, payroll, new, quarter=quarter))


def joiners(
    random: np.random.Generator, payroll: Payroll, *, missing: Numbers, quarter: Quarter, first: int
) -> Workers:
    employer = np.repeat(np.arange(len(missing)), random.binomial(missing, REFILL))
    open_ended = random.random(len(employer)) >= FIXED_TERM_JOINERS
    birth_year = quarter.year - draw_ages(random, len(employer), shares=JOINER_AGES)
    contract = draw_contracts(random, arriving(payroll, quarter)[employer])
    return people(
        random,
        payroll,
        employer=employer,
        contract=contract,
        birth_year=birth_year,
        open_ended=open_ended,
        quarter=quarter,
        first=first,
    )


def draw_ages(random: np.random.Generator, count: int, *, shares: Ratios) -> Numbers:
    group = random.choice(len(AGE_STARTS), count, p=shares / shares.sum())
    return np.asarray(AGE_STARTS[group] + random.integers(0, AGE_WIDTHS[group]))


def draw_entries(
    random: np.random.Generator, payroll: Payroll, workers: Workers, *, quarter: Quarter
) -> Numbers:
    """When each began, in months; nobody before the first working age."""
    turnover = np.maximum(payroll.turnover[workers.employer], LEAST_TURNOVER)
    mean = np.where(workers.ordinary & workers.open_ended, SERVICE / turnover, CASUAL_SERVICE)
    most = np.maximum(workers.age(quarter) - FIRST_AGE, 0) * YEAR
    served = np.minimum(random.exponential(mean).astype(np.int64), most)
    return np.asarray(first_month(quarter) - 1 - served)


def first_month(quarter: Quarter) -> int:
    """The quarter's first month as facts number months."""
    return quarter.year * YEAR + 3 * quarter.number - 2


def people(  # noqa: PLR0913 what differs between the first and those who join
    random: np.random.Generator,
    payroll: Payroll,
    *,
    employer: Numbers,
    contract: Numbers,
    birth_year: Numbers,
    open_ended: Flags,
    quarter: Quarter,
    first: int,
) -> Workers:
    count = len(employer)
    woman = random.random(count) < payroll.women[employer]
    blue = random.random(count) < payroll.blue[employer]
    ordinary = contract == ORDINARY
    student_birth = quarter.year - random.integers(*STUDENT_AGES, count)
    wage = payroll.wage[employer] + worker_effects(random, woman=woman, blue=blue)
    return Workers(
        employer=employer,
        worker=pseudonyms(first, count),
        sex=np.where(woman, WOMAN, MAN),
        birth_year=np.where(contract == STUDENT, student_birth, birth_year),
        contract=contract,
        entered=np.full(count, first_month(quarter)),
        blue=blue,
        open_ended=open_ended & ordinary,
        fraction=draw_fractions(random, woman, contract=contract, index=payroll.part_time[employer]),
        wage=np.where(ordinary, wage, casual_effects(random, student=contract == STUDENT)),
        fortunes=random.random((count, FORTUNES)),
        frailty=random.gamma(WORKER_SHAPE, 1 / WORKER_SHAPE, count),
        **nothing_yet(count),
    )


def nothing_yet(count: int) -> dict[str, Numbers]:
    """The health of somebody who was never absent."""
    none = np.zeros(count, dtype=np.int64)
    spell = ("spell", "spell_cause", "spell_start", "spell_end", "spell_gap", "spell_prior")
    past = np.zeros((count, CAUSES), dtype=np.int64)
    return dict.fromkeys(spell, none) | {"past_end": past, "past_days": past}


def pseudonyms(first: int, count: int) -> Numbers:
    numbers = np.arange(first, first + count, dtype=np.uint64) * np.uint64(PSEUDONYM_FACTOR)
    return ((numbers ^ np.uint64(PSEUDONYM_KEY)) & np.uint64(PSEUDONYM_MASK)).astype(np.int64)


def draw_fractions(random: np.random.Generator, woman: Flags, *, contract: Numbers, index: Ratios) -> Numbers:
    share = np.minimum(np.where(woman, PART_TIME[WOMAN], PART_TIME[MAN]) * index, 0.9)
    part = random.choice(FRACTIONS, len(woman), p=FRACTION_SHARES)
    found = np.where(random.random(len(woman)) < share, part, FULL_TIME)
    for kind, limits in CASUAL_FRACTIONS.items():
        chosen = np.flatnonzero(contract == kind)
        found[chosen] = TENTH * random.integers(*limits, len(chosen))
    return found


def missing_staff(payroll: Payroll, workers: Workers, *, quarter: Quarter, years: float) -> Numbers:
    wanted = payroll.wanted(quarter, years=years)
    present = np.bincount(workers.employer, minlength=len(wanted))
    return np.asarray(np.maximum(wanted - present, 0))
