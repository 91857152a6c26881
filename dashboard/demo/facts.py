"""Invented facts: every employer's workers, month by month, with their absences, written as Parquet."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.data.facts import parquet
from dashboard.demo.calendar import quarters_until, starts_of
from dashboard.demo.months import Columns, Work, entry_rows, exit_rows, month_rows, spell_rows, work_of
from dashboard.demo.spells import GAP, Presence, Spells, open_spells, spell_indices, spells_of
from dashboard.demo.workers import (
    STAY,
    Flags,
    Numbers,
    Payroll,
    Ratios,
    Workers,
    draw_exits,
    first_workers,
    joiners,
    missing_staff,
    payroll_of,
    pseudonyms,
    settle,
)
from dashboard.domain.workforce import QUARTERS, Quarter

CHUNK = 10_000
NUMBERS_PER_CHUNK = 1 << 32
LONG_ABSENCE = 180
PERCENT = 120
EMPLOYER_COLUMNS = [
    "employer",
    "nace_version",
    "nace",
    "section",
    "municipality",
    "arrondissement",
    "province",
    "region",
]
NO_DATA, TWO_STAFF, PROVISIONAL, FIRST_YEAR = "no_data", "two_staff", "provisional", "first_year"
SILENT_QUARTERS, FIRST_QUARTERS = 2, 3
FULL, CUT = 3, 2

Progress = Callable[[int, int, str], None]


class Chunk(NamedTuple):
    """Some neighbouring employers, and what they may need of their own to draw."""

    number: int
    employers: pd.DataFrame
    special: Mapping[str, str]
    random: np.random.Generator


@dataclass
class Staff:
    """The people of one chunk as they stand before a quarter; moves on by replacing its columns."""

    payroll: Payroll
    indices: Ratios
    workers: Workers
    numbered: int


class Movement(NamedTuple):
    """Who is there in a quarter: each worker's first month, months there, reason to leave, joined or not."""

    workers: Workers
    first: Numbers
    end: Numbers
    reason: Numbers
    joined: Flags


def invent_facts(  # noqa: PLR0913 what a caller may vary
    employers: pd.DataFrame,
    *,
    seed: int,
    folder: Path,
    quarters: int = 20,
    last: str = "2026Q2",
    special: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> None:
    """Write employers, worker months, absences, exits and entries; memory holds one chunk of employers."""
    writer = parquet.Writer()
    writer.write(
        {name: employers[name] for name in EMPLOYER_COLUMNS}, folder / f"{parquet.EMPLOYERS}.parquet"
    )
    chunks = range(0, len(employers), CHUNK)
    time = quarters_until(last, count=quarters)
    for number, first in enumerate(chunks):
        part = employers.iloc[first : first + CHUNK].reset_index(drop=True)
        chunk = Chunk(number, part, special or {}, np.random.default_rng([seed, 3, number]))
        for done, quarter in enumerate(write_chunk(writer, chunk, folder=folder, quarters=time), start=1):
            if progress:
                progress(number * quarters + done, len(chunks) * quarters, str(quarter))
    writer.close()


def write_chunk(
    writer: parquet.Writer, chunk: Chunk, *, folder: Path, quarters: tuple[Quarter, ...]
) -> Iterator[Quarter]:
    staff = first_staff(chunk, quarter=quarters[0])
    for index, quarter in enumerate(quarters):
        for table, columns in quarter_rows(chunk, staff, quarters=quarters, index=index).items():
            path = parquet.part(folder, table, quarter=str(quarter), number=chunk.number)
            writer.write(columns, path)
        yield quarter


def first_staff(chunk: Chunk, *, quarter: Quarter) -> Staff:
    still = is_special(chunk, TWO_STAFF)
    payroll = payroll_of(chunk.random, chunk.employers, still=still)
    indices = spell_indices(chunk.random, chunk.employers)
    start = chunk.number * NUMBERS_PER_CHUNK
    workers = first_workers(chunk.random, payroll, quarter=quarter, first=start)
    workers = open_spells(chunk.random, workers, indices=indices, quarter=quarter)
    return Staff(payroll, indices, workers, start + len(workers))


def quarter_rows(
    chunk: Chunk, staff: Staff, *, quarters: tuple[Quarter, ...], index: int
) -> dict[str, dict[str, object]]:
    """Let the staff live through one quarter, and say what the payroll knows of it."""
    quarter = quarters[index]
    movement = move(chunk, staff, quarter=quarter, index=index, months=months_known(chunk, quarters, index))
    presence = presence_of(movement, quarter)
    spells = numbered(
        staff,
        spells_of(chunk.random, movement.workers, presence, indices=staff.indices, quarter=quarter),
    )
    work = work_of(movement.workers, spells, presence, quarter=quarter)
    staff.workers = settle(chunk.random, after(movement, spells, quarter=quarter))
    return told(chunk, staff, movement, work, known=known(chunk, quarters, index), quarter=quarter)


def move(chunk: Chunk, staff: Staff, *, quarter: Quarter, index: int, months: Numbers) -> Movement:
    """Fill places left open, then let some of those who were there leave."""
    resting = (staff.workers.spell_end > 0) & (
        staff.workers.spell_start < int(starts_of(quarter)[0]) - LONG_ABSENCE
    )
    reason = draw_exits(chunk.random, staff.payroll, staff.workers, quarter=quarter, resting=resting)
    new = arrivals(chunk, staff, quarter=quarter, index=index)
    both = staff.workers.joined_by(new)
    joined = np.isin(both.worker, new.worker)
    reasons = np.zeros(len(both), dtype=np.int64)
    reasons[~joined] = reason
    until = months[both.employer]
    end = np.where(reasons == STAY, until, chunk.random.integers(1, FULL, len(both)))
    first = np.where(joined, chunk.random.integers(0, until), 0)
    return Movement(both, first, end, reasons, joined)


def arrivals(chunk: Chunk, staff: Staff, *, quarter: Quarter, index: int) -> Workers:
    if index == 0:
        return staff.workers.take(np.arange(0))
    missing = missing_staff(staff.payroll, staff.workers, years=index / QUARTERS)
    new = joiners(chunk.random, staff.payroll, missing=missing, quarter=quarter, first=staff.numbered)
    staff.numbered += len(new)
    return new


def presence_of(movement: Movement, quarter: Quarter) -> Presence:
    starts = starts_of(quarter)
    return Presence(starts[movement.first], starts[movement.end])


def numbered(staff: Staff, spells: Spells) -> Spells:
    """Give new spells their own numbers."""
    new = spells.spell == 0
    numbers = spells.spell.copy()
    numbers[new] = pseudonyms(staff.numbered, int(new.sum()))
    staff.numbered += int(new.sum())
    return spells._replace(spell=numbers)


def after(movement: Movement, spells: Spells, *, quarter: Quarter) -> Workers:
    """Those who stay, with the spell that goes on, or that ended too lately for another to begin at once."""
    last = np.flatnonzero(spells.end > starts_of(quarter)[-1] - GAP)
    state: dict[str, Any] = {
        name: np.zeros(len(movement.workers), dtype=np.int64)
        for name in ("spell", "spell_cause", "spell_start", "spell_end")
    }
    row = spells.row[last]
    state["spell"][row] = spells.spell[last]
    state["spell_cause"][row] = spells.cause[last]
    state["spell_start"][row] = spells.start[last]
    state["spell_end"][row] = spells.end[last]
    return dataclasses.replace(movement.workers, **state).take(movement.reason == STAY)


def told(
    chunk: Chunk, staff: Staff, movement: Movement, work: Work, *, known: Flags, quarter: Quarter
) -> dict[str, dict[str, object]]:
    """The rows of each table, of the employers whose facts are there."""
    workers = movement.workers
    here = known[workers.employer]
    leave = here & (movement.reason != STAY)
    entered = here & movement.joined
    months = month_rows(chunk.random, workers, work, payroll=staff.payroll, quarter=quarter)
    tables = {
        parquet.WORKER_MONTHS: (months, here[np.asarray(months.pop("row"))]),
        parquet.ABSENCES: (spell_rows(workers, work), here[work.spells.row]),
        parquet.EXITS: (exit_rows(workers, movement.reason), leave),
        parquet.ENTRIES: (entry_rows(workers), entered),
    }
    names = pd.Index(chunk.employers["employer"])
    return {table: named(columns, which, names=names) for table, (columns, which) in tables.items()}


def named(columns: Columns, which: Flags, *, names: pd.Index[str]) -> dict[str, object]:
    chosen: dict[str, object] = {name: column[which] for name, column in columns.items()}
    return {**chosen, "employer": pd.Categorical.from_codes(columns["employer"][which], categories=names)}


def is_special(chunk: Chunk, state: str) -> Flags:
    return np.asarray(chunk.employers["employer"] == chunk.special.get(state, ""))


def months_known(chunk: Chunk, quarters: tuple[Quarter, ...], index: int) -> Numbers:
    """How many months of this quarter each employer has: three, but for the provisional newest quarter."""
    newest = index == len(quarters) - 1
    return np.where(is_special(chunk, PROVISIONAL) & newest, CUT, FULL)


def known(chunk: Chunk, quarters: tuple[Quarter, ...], index: int) -> Flags:
    left = len(quarters) - index
    silent = is_special(chunk, NO_DATA) & (left <= SILENT_QUARTERS)
    before = is_special(chunk, FIRST_YEAR) & (left > FIRST_QUARTERS)
    return np.asarray(~silent & ~before)


def change_facts(folder: Path, employer: str, *, quarter: str) -> None:
    """Raise an employer's pay and cost of one quarter by a fifth, in place."""
    parquet.multiply_pay(folder, employer, quarter=quarter, percent=PERCENT)
