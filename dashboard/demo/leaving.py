"""Who leaves an invented employer and why, and whose contract is followed by another."""

from __future__ import annotations

import dataclasses

import numpy as np

from dashboard.demo.contracts import FLEXI, FLEXI_ENDS, STUDENT, STUDENT_ENDS
from dashboard.demo.payroll import Flags, Numbers, Payroll, Ratios
from dashboard.demo.workers import Workers
from dashboard.domain.workforce import Quarter

STAY, BY_EMPLOYEE, BY_EMPLOYER, NATURAL, END_OF_TERM, ANOTHER = range(6)

AGE_CLASSES = (25, 35, 45, 55, 60, 65)
LEAVES = 0.0298 * np.array([2.0, 1.4, 1.0, 0.65, 0.5, 0.45, 0.3])
DISMISSED = 0.0155 * np.array([1.3, 1.1, 1.0, 0.95, 0.85, 0.6, 0.4])
RETIRES = np.array([0.0001, 0.0001, 0.0003, 0.0006, 0.0012, 0.0205, 0.25])
RETIREMENT = 60
FIXED_TERM_ENDS, FIXED_TERM_STAYS = 0.20, 0.14
# By common accord, a transfer and the like.
OTHERWISE = 0.0015
RESTING = 0.25
RENEWED, MOST_DAYS = 0.10, 30


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
    """One column a reason."""
    group = np.searchsorted(AGE_CLASSES, workers.age(quarter), side="right")
    will = payroll.turnover[workers.employer] * np.where(resting, RESTING, 1.0)
    moves = ~payroll.still[workers.employer]
    ends = np.where(workers.open_ended, 0.0, FIXED_TERM_ENDS)
    ends[workers.contract == STUDENT] = STUDENT_ENDS
    ends[workers.contract == FLEXI] = FLEXI_ENDS
    return np.column_stack(
        [
            LEAVES[group] * will,
            DISMISSED[group] * will,
            RETIRES[group] * moves,
            ends * moves,
            OTHERWISE * will,
        ]
    )


def died(workers: Workers, reason: Numbers, *, quarter: Quarter) -> Flags:
    """Those who leave by nature before they can retire."""
    return np.asarray((reason == NATURAL) & (workers.age(quarter) < RETIREMENT))


def draw_renewals(random: np.random.Generator, workers: Workers, *, stays: Flags, still: Flags) -> Numbers:
    """Days between a contract for a term and the next one of the same two; 0 where there is none."""
    renewed = stays & ~workers.open_ended & ~still[workers.employer]
    renewed &= random.random(len(workers)) < RENEWED
    return np.where(renewed, random.integers(1, MOST_DAYS + 1, len(workers)), 0)


def settle(random: np.random.Generator, workers: Workers) -> Workers:
    """Some fixed-term contracts become open-ended."""
    stays = workers.ordinary & (random.random(len(workers)) < FIXED_TERM_STAYS)
    return dataclasses.replace(workers, open_ended=workers.open_ended | stays)
