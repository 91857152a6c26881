"""Some neighbouring invented employers, who live through one quarter after the other."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dashboard.data.facts import parquet, schema
from dashboard.demo.absences import absence_rows
from dashboard.demo.agency import agency_rows, agency_shares
from dashboard.demo.calendar import starts_of
from dashboard.demo.columns import Columns
from dashboard.demo.leaving import STAY, settle
from dashboard.demo.months import month_rows
from dashboard.demo.movement import Movement, Staff, entry_rows, exit_rows, move
from dashboard.demo.payroll import Flags, Numbers, Ratios, payroll_of
from dashboard.demo.spell_rates import spell_indices
from dashboard.demo.spells import GAP, Spells, open_spells, spells_of
from dashboard.demo.work import work_of
from dashboard.demo.workers import Workers, first_workers, pseudonyms
from dashboard.domain.workforce import Quarter

NUMBERS_PER_CHUNK = 1 << 32
NO_DATA, TWO_STAFF, PROVISIONAL, FIRST_YEAR = "no_data", "two_staff", "provisional", "first_year"
SILENT_QUARTERS, FIRST_QUARTERS = 2, 3
FULL, CUT = 3, 2


class Chunk(NamedTuple):
    """The employers, those with a story of their own, all quarters, and what they need to draw."""

    number: int
    employers: pd.DataFrame
    special: Mapping[str, str]
    quarters: tuple[Quarter, ...]
    random: np.random.Generator

    def is_special(self, state: str) -> Flags:
        return np.asarray(self.employers["employer"] == self.special.get(state, ""))

    def months_known(self, index: int) -> Numbers:
        """How many months of this quarter each employer has: three, but for the provisional newest one."""
        newest = index == len(self.quarters) - 1
        return np.where(self.is_special(PROVISIONAL) & newest, CUT, FULL)

    def known(self, index: int) -> Flags:
        """Whose facts of this quarter are there."""
        left = len(self.quarters) - index
        silent = self.is_special(NO_DATA) & (left <= SILENT_QUARTERS)
        before = self.is_special(FIRST_YEAR) & (left > FIRST_QUARTERS)
        return np.asarray(~silent & ~before)


def write_chunk(writer: parquet.Writer, chunk: Chunk, *, folder: Path) -> Iterator[Quarter]:
    """Write the tables of each quarter; memory holds one."""
    staff = first_staff(chunk)
    agency = agency_shares(chunk.random, chunk.employers, still=staff.payroll.still)
    for index, quarter in enumerate(chunk.quarters):
        for table, columns in quarter_rows(chunk, staff, agency=agency, index=index).items():
            path = parquet.part(folder, table, quarter=str(quarter), number=chunk.number)
            writer.write(columns, path)
        yield quarter


def first_staff(chunk: Chunk) -> Staff:
    random, quarter = chunk.random, chunk.quarters[0]
    payroll = payroll_of(random, chunk.employers, still=chunk.is_special(TWO_STAFF))
    indices = spell_indices(random, chunk.employers)
    start = chunk.number * NUMBERS_PER_CHUNK
    workers = first_workers(random, payroll, quarter=quarter, first=start)
    workers = open_spells(random, workers, indices=indices, quarter=quarter)
    return Staff(payroll, indices, workers, start + len(workers))


def quarter_rows(chunk: Chunk, staff: Staff, *, agency: Ratios, index: int) -> dict[str, dict[str, object]]:
    """Let the staff live through one quarter; the rows of each table, of the employers who are known."""
    random, quarter = chunk.random, chunk.quarters[index]
    months, known = chunk.months_known(index), chunk.known(index)
    movement = move(random, staff, quarter=quarter, index=index, months=months)
    presence = movement.presence(quarter)
    workers, found = spells_of(random, movement.workers, presence, indices=staff.indices, quarter=quarter)
    movement, spells = movement._replace(workers=workers), numbered(staff, found)
    work = work_of(workers, spells, presence, quarter=quarter)
    rows = month_rows(random, workers, work, payroll=staff.payroll, quarter=quarter)
    absences = absence_rows(random, workers, work, presence=presence, left=movement.left, quarter=quarter)
    present = np.bincount(workers.employer, minlength=len(known))
    used = agency_rows(random, agency, staff=present, months=months, quarter=quarter)
    staff.workers = settle(random, after(movement, spells, quarter=quarter))
    tables = {
        schema.WORKER_MONTHS.name: (rows, None),
        schema.ABSENCES.name: (absences, None),
        schema.EXITS.name: exit_rows(movement),
        schema.ENTRIES.name: entry_rows(movement),
        schema.AGENCY_HOURS.name: (used, None),
    }
    # DuckDB reads plain strings faster than those of pandas.
    names = pd.Index(chunk.employers["employer"].to_list(), dtype=object)
    return {
        table: told(columns, chosen, known=known, names=names) for table, (columns, chosen) in tables.items()
    }


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
    known = {
        "spell": spells.spell,
        "spell_cause": spells.cause,
        "spell_start": spells.start,
        "spell_end": spells.end,
        "spell_gap": spells.gap,
        "spell_prior": spells.prior,
    }
    state: dict[str, Any] = {name: np.zeros(len(movement.workers), dtype=np.int64) for name in known}
    for name, column in known.items():
        state[name][spells.row[last]] = column[last]
    return dataclasses.replace(movement.workers, **state).take(movement.reason == STAY)


def told(columns: Columns, chosen: Flags | None, *, known: Flags, names: pd.Index[str]) -> dict[str, object]:
    """The chosen rows of employers who are known, with the employer's number for its place."""
    employer = columns["employer"]
    which = known[employer] if chosen is None else chosen & known[employer]
    rows: dict[str, object] = {
        name: column if which.all() else column[which] for name, column in columns.items() if name != "row"
    }
    return rows | {"employer": pd.Categorical.from_codes(employer[which], categories=names)}
