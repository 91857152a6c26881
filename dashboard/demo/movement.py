"""Who is with the invented employers of a chunk in a quarter: who stays, leaves, joins."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dashboard.demo.calendar import starts_of
from dashboard.demo.columns import Columns
from dashboard.demo.leaving import END_OF_TERM, STAY, died, draw_exits, draw_renewals
from dashboard.demo.payroll import Flags, Numbers, Payroll, Ratios
from dashboard.demo.spells import Presence
from dashboard.demo.workers import Workers, first_month, joiners, missing_staff
from dashboard.domain.workforce import MONTHS, QUARTERS, Quarter

LONG_ABSENCE = 180


@dataclass
class Staff:
    """The people of one chunk as they stand before a quarter; moves on by replacing its columns."""

    payroll: Payroll
    indices: Ratios
    workers: Workers
    numbered: int


class Movement(NamedTuple):
    """Each worker of a quarter: months from and until, why they leave, what is new about the contract."""

    workers: Workers
    first: Numbers
    end: Numbers
    reason: Numbers
    joined: Flags
    renewed: Numbers

    @property
    def left(self) -> Flags:
        return np.asarray(self.reason != STAY)

    def presence(self, quarter: Quarter) -> Presence:
        starts = starts_of(quarter)
        dying = died(self.workers, self.reason, quarter=quarter)
        return Presence(starts[self.first], starts[self.end], dying)


def move(
    random: np.random.Generator, staff: Staff, *, quarter: Quarter, index: int, months: Numbers
) -> Movement:
    """Fill places left open, then let some of those who were there leave."""
    resting = (staff.workers.spell_end > 0) & (
        staff.workers.spell_start < int(starts_of(quarter)[0]) - LONG_ABSENCE
    )
    reason = draw_exits(random, staff.payroll, staff.workers, quarter=quarter, resting=resting)
    new = arrivals(random, staff, quarter=quarter, index=index)
    both = staff.workers.joined_by(new)
    joined = np.isin(both.worker, new.worker)
    reasons = np.zeros(len(both), dtype=np.int64)
    reasons[~joined] = reason
    until = months[both.employer]
    end = np.where(reasons == STAY, until, random.integers(1, MONTHS, len(both)))
    first = np.where(joined, random.integers(0, until), 0)
    entered = np.where(joined, first_month(quarter) + first, both.entered)
    stays = ~joined & (reasons == STAY)
    renewed = draw_renewals(random, both, stays=stays, still=staff.payroll.still)
    return Movement(dataclasses.replace(both, entered=entered), first, end, reasons, joined, renewed)


def arrivals(random: np.random.Generator, staff: Staff, *, quarter: Quarter, index: int) -> Workers:
    if index == 0:
        return staff.workers.take(np.arange(0))
    missing = missing_staff(staff.payroll, staff.workers, quarter=quarter, years=index / QUARTERS)
    new = joiners(random, staff.payroll, missing=missing, quarter=quarter, first=staff.numbered)
    staff.numbered += len(new)
    return new


def exit_rows(movement: Movement) -> tuple[Columns, Flags]:
    """Columns of exits, one element a worker, and whose contract ended."""
    workers = movement.workers
    renewed = movement.renewed > 0
    reason = np.where(renewed, END_OF_TERM, movement.reason)
    columns: Columns = {
        "employer": workers.employer,
        "worker": workers.worker,
        "reason": reason.astype(np.int8),
        "open_ended": workers.open_ended,
        "back_after": movement.renewed.astype(np.int32),
    }
    return columns, movement.left | renewed


def entry_rows(movement: Movement) -> tuple[Columns, Flags]:
    """Columns of entries, one element a worker, and whose contract began."""
    workers = movement.workers
    columns: Columns = {
        "employer": workers.employer,
        "worker": workers.worker,
        "open_ended": workers.open_ended,
        "away_for": movement.renewed.astype(np.int32),
    }
    return columns, movement.joined | (movement.renewed > 0)
