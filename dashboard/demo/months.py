"""What a payroll says of each worker and month: hours, pay and cost, from presence and absence."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.demo.calendar import MONTHS, months_of, starts_of, weekdays_between
from dashboard.demo.spells import Presence, Spells
from dashboard.demo.wages import full_time_wages
from dashboard.demo.workers import FULL_TIME, Flags, Numbers, Payroll, Workers
from dashboard.domain.workforce import Quarter

# Hundredths of an hour on a working day of a full-timer, 38 hours a week.
DAY = 760
GUARANTEED_DAYS = 30
LEAVE = np.array([0.06, 0.06, 0.05, 0.13, 0.16, 0.09, 0.22, 0.21, 0.06, 0.07, 0.10, 0.18])
LEAVE_SPREAD = (0.6, 1.4)


# A table's rows of one quarter, by column; the employer is the place in the chunk.
Columns = dict[str, NDArray[Any]]


class Work(NamedTuple):
    """Hundredths of hours in a quarter: three columns per worker or per spell, one for each month."""

    spells: Spells
    first_day: int
    last_day: int
    observed_end: Numbers
    starts_here: Flags
    contracted: Numbers
    absent: Numbers
    unpaid: Numbers
    lost: Numbers


def work_of(workers: Workers, spells: Spells, presence: Presence, *, quarter: Quarter) -> Work:
    end = np.minimum(spells.end, presence.end[spells.row])
    share = workers.fraction[spells.row]
    lost = hours(np.maximum(spells.start, presence.start[spells.row]), end, share=share, quarter=quarter)
    unpaid = hours(spells.start + GUARANTEED_DAYS, end, share=share, quarter=quarter)
    return Work(
        spells=spells,
        first_day=int(starts_of(quarter)[0]),
        last_day=int(starts_of(quarter)[-1]),
        observed_end=end,
        starts_here=spells.start >= starts_of(quarter)[0],
        contracted=hours(presence.start, presence.end, share=workers.fraction, quarter=quarter),
        absent=per_worker(lost, spells.row, workers=len(workers)),
        unpaid=per_worker(np.minimum(unpaid, lost), spells.row, workers=len(workers)),
        lost=lost.sum(axis=1),
    )


def hours(start: Numbers, end: Numbers, *, share: Numbers, quarter: Quarter) -> Numbers:
    """Working hours between two days, in each month; rounded down so that parts never exceed the whole."""
    days = starts_of(quarter)
    first = np.maximum(start[:, None], days[:-1])
    last = np.minimum(end[:, None], days[1:])
    return np.asarray(weekdays_between(first, last) * DAY * share[:, None] // FULL_TIME)


def per_worker(lost: Numbers, row: Numbers, *, workers: int) -> Numbers:
    columns = [np.bincount(row, weights=lost[:, month], minlength=workers) for month in range(MONTHS)]
    return np.column_stack(columns).astype(np.int64)


def month_rows(
    random: np.random.Generator, workers: Workers, work: Work, *, payroll: Payroll, quarter: Quarter
) -> Columns:
    """Columns of worker_months, and `row`, the place among the workers."""
    row, month = np.nonzero(work.contracted)
    contracted = work.contracted[row, month]
    present = contracted - work.absent[row, month]
    leave = LEAVE[months_of(quarter)][month] * random.uniform(*LEAVE_SPREAD, len(row))
    paid = np.rint(workers.fraction[row] * (1 - work.unpaid[row, month] / contracted))
    wage = full_time_wages(workers.wage, age=workers.age(quarter), quarter=quarter)[row]
    gross = np.rint(wage * paid / FULL_TIME)
    return {
        "row": row,
        "employer": workers.employer[row],
        "worker": workers.worker[row],
        "month": (month + 1).astype(np.int8),
        "sex": workers.sex[row].astype(np.int8),
        "birth_year": workers.birth_year[row].astype(np.int16),
        "blue_collar": workers.blue[row],
        "open_ended": workers.open_ended[row],
        "fraction": workers.fraction[row].astype(np.int16),
        "fte": paid.astype(np.int16),
        "gross": gross.astype(np.int32),
        "cost": np.rint(gross * payroll.cost[workers.employer[row]]).astype(np.int32),
        "hours_contracted": contracted.astype(np.int16),
        "hours_worked": (present - np.rint(present * leave)).astype(np.int16),
    }


def spell_rows(workers: Workers, work: Work) -> Columns:
    """Columns of absences; days are the calendar days of the whole spell so far."""
    spells = work.spells
    return {
        "employer": workers.employer[spells.row],
        "worker": workers.worker[spells.row],
        "spell": spells.spell,
        "cause": spells.cause.astype(np.int8),
        "start": spells.start.astype(np.int32),
        "days": (work.observed_end - spells.start).astype(np.int32),
        "days_before": np.maximum(work.first_day - spells.start, 0).astype(np.int32),
        "starts_here": work.starts_here,
        "ends_here": work.observed_end < work.last_day,
        "hours": work.lost.astype(np.int32),
        "gap": np.zeros(len(spells.row), dtype=np.int16),
        "days_prior": np.zeros(len(spells.row), dtype=np.int16),
    }


def exit_rows(workers: Workers, reason: Numbers) -> Columns:
    return {
        "employer": workers.employer,
        "worker": workers.worker,
        "reason": reason.astype(np.int8),
        "open_ended": workers.open_ended,
        "back_after": np.zeros(len(workers), dtype=np.int16),
    }


def entry_rows(workers: Workers) -> Columns:
    return {
        "employer": workers.employer,
        "worker": workers.worker,
        "open_ended": workers.open_ended,
        "away_for": np.zeros(len(workers), dtype=np.int16),
    }
