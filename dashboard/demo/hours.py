"""Hours of each invented worker and month: at work, on leave, idle, overtime, training."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.demo.calendar import months_of
from dashboard.demo.payroll import Numbers, Payroll, Ratios
from dashboard.demo.work import Work
from dashboard.demo.workers import FULL_TIME, TRAINING, Workers
from dashboard.domain.workforce import Quarter

LEAVE = np.array([0.06, 0.06, 0.05, 0.13, 0.16, 0.09, 0.22, 0.21, 0.06, 0.07, 0.10, 0.18])
LEAVE_SPREAD = (0.6, 1.4)

# Temporary unemployment against a year without a crisis, by half-year; and by quarter within a year.
CRISES = {
    (2020, 1): 22.5, (2020, 2): 8.0, (2021, 1): 9.0, (2021, 2): 3.6, (2022, 1): 3.0, (2022, 2): 1.6,
}  # fmt: skip
BEFORE, SINCE = 1.0, 1.4
FIRST_CRISIS = 2020
WINTER = np.array([1.5, 0.8, 0.6, 1.1])
WHITE_COLLAR = 0.10
RARE, STEADY_STAFF, MOST_IDLE = 6.0, 30, 0.95

OVERTIME_BLUE, OVERTIME_WHITE, OVERTIME_SPREAD = 1.0, 0.5, (0.02, 0.18)
TRAINING_MONTH, TRAINING_HOURS, BLUE_TRAINING = 0.10, (200, 1_700), 0.6


class Time(NamedTuple):
    """One element a row of worker_months; hundredths of hours, days as shares of the month."""

    row: Numbers
    month: Numbers
    calendar_month: Numbers
    contracted: Numbers
    sick: Numbers
    unpaid: Numbers
    idle: Numbers
    at_work: Numbers
    overtime: Numbers
    training: Numbers

    @property
    def paid(self) -> Numbers:
        """Hours that the ordinary wage pays: worked, holidays, guaranteed pay."""
        return np.asarray(self.contracted - self.unpaid - self.idle)

    @property
    def presence(self) -> Ratios:
        return np.asarray(self.at_work / self.contracted)


def time_of(
    random: np.random.Generator, workers: Workers, work: Work, *, payroll: Payroll, quarter: Quarter
) -> Time:
    """What each worker did with the contractual hours that absence left."""
    row, month = np.nonzero(work.contracted)
    contracted, absent = work.contracted[row, month], work.absent[row, month]
    present = contracted - absent
    idle = np.floor(present * idle_shares(random, workers, payroll=payroll, quarter=quarter)[row])
    calendar_month = np.array(months_of(quarter))[month]
    leave = LEAVE[calendar_month] * random.uniform(*LEAVE_SPREAD, len(row))
    at_work = np.floor((present - idle) * (1 - leave)).astype(np.int64)
    return Time(
        row=row,
        month=month,
        calendar_month=calendar_month,
        contracted=contracted,
        sick=work.sick[row, month],
        unpaid=work.unpaid[row, month],
        idle=idle.astype(np.int64),
        at_work=at_work,
        overtime=draw_overtime(random, workers, row, at_work=at_work, payroll=payroll),
        training=draw_training(random, workers, row, at_work=at_work, payroll=payroll),
    )


def idle_shares(
    random: np.random.Generator, workers: Workers, *, payroll: Payroll, quarter: Quarter
) -> Ratios:
    """Each worker's share of time lost to temporary unemployment: a small employer has it or has it not."""
    half = 1 if quarter.number <= 2 else 2  # noqa: PLR2004 two quarters are half a year
    usual = BEFORE if quarter.year < FIRST_CRISIS else SINCE
    level = CRISES.get((quarter.year, half), usual) * WINTER[quarter.number - 1]
    mean = payroll.idle * level * ~payroll.still
    steadier = 1 + payroll.headcount / STEADY_STAFF
    chance = np.clip(mean * RARE * steadier, 1e-9, 1.0)
    hit = random.random(len(mean)) < chance
    share = np.where(hit, mean / chance * random.gamma(2 * steadier) / (2 * steadier), 0.0)[workers.employer]
    status = np.where(workers.blue, 1.0, WHITE_COLLAR)
    return np.asarray(np.minimum(share * status, MOST_IDLE) * workers.ordinary)


def draw_overtime(
    random: np.random.Generator, workers: Workers, row: Numbers, *, at_work: Numbers, payroll: Payroll
) -> Numbers:
    """Full-timers only, in some months."""
    full = workers.ordinary & (workers.fraction == FULL_TIME)
    chance = payroll.overtime[workers.employer] * np.where(workers.blue, OVERTIME_BLUE, OVERTIME_WHITE) * full
    return some(random, chance[row], most=at_work, share=OVERTIME_SPREAD)


def some(
    random: np.random.Generator, chance: Ratios, *, most: Numbers, share: tuple[float, float]
) -> Numbers:
    """A share of the most hours for those whom the chance falls to."""
    hours = np.zeros(len(chance), dtype=np.int64)
    chosen = np.flatnonzero(random.random(len(chance)) < chance)
    hours[chosen] = most[chosen] * random.uniform(*share, len(chosen))
    return hours


def draw_training(
    random: np.random.Generator, workers: Workers, row: Numbers, *, at_work: Numbers, payroll: Payroll
) -> Numbers:
    """Those who were trained once are trained again more often."""
    eager = 2 * workers.fortunes[:, TRAINING] * np.where(workers.blue, BLUE_TRAINING, 1.0)
    chance = TRAINING_MONTH * eager * payroll.policy.training[workers.employer] * workers.ordinary
    hours = np.zeros(len(row), dtype=np.int64)
    chosen: NDArray[np.int64] = np.flatnonzero(random.random(len(row)) < chance[row])
    hours[chosen] = np.minimum(random.integers(*TRAINING_HOURS, len(chosen)), at_work[chosen])
    return hours
