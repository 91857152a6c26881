"""Invented facts: every employer's workers, month by month, with their absences, written as Parquet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.data.facts import parquet, schema
from dashboard.demo.calendar import quarters_until
from dashboard.demo.chunk import Chunk, write_chunk
from dashboard.demo.establishments import invent_establishments
from dashboard.demo.size import Progress, quietly
from dashboard.domain.workforce import Quarter

# Employers who are drawn together: few enough for the cache, enough for a file of some size.
CHUNK = 3_000
PROCESSORS = 2
PERCENT = 120
BRUSSELS = "04000"
EMPLOYER_COLUMNS = [
    "employer",
    "nace_version",
    "nace",
    "section",
    "municipality",
    "arrondissement",
    "province",
    "region",
    "committee",
    "enterprise_group",
]


def invent_facts(  # noqa: PLR0913 what a caller may vary
    employers: pd.DataFrame,
    *,
    seed: int,
    folder: Path,
    quarters: int = 20,
    last: str = "2026Q2",
    special: Mapping[str, str] | None = None,
    progress: Progress = quietly,
    processors: int = PROCESSORS,
) -> None:
    """Write every table; memory holds a chunk of employers for each processor, in one quarter."""
    write_places(employers, folder=folder, seed=seed)
    time = quarters_until(last, count=quarters)
    numbers = range(0, len(employers), CHUNK)
    advance = counted(progress, len(numbers) * quarters)

    def write(first: int) -> None:
        part = employers.iloc[first : first + CHUNK].reset_index(drop=True)
        number = first // CHUNK
        chunk = Chunk(number, part, special or {}, time, np.random.default_rng([seed, 3, number]))
        with parquet.writing() as writer:
            for quarter in write_chunk(writer, chunk, folder=folder):
                advance(quarter)

    # numpy and DuckDB let go of the interpreter, so that threads use every processor.
    with ThreadPoolExecutor(processors) as pool:
        for _ in pool.map(write, numbers):
            pass


def write_places(employers: pd.DataFrame, *, folder: Path, seed: int) -> None:
    """The employers and their establishments; Brussels has no province."""
    tables = {
        schema.EMPLOYERS.files: employers[EMPLOYER_COLUMNS],
        schema.ESTABLISHMENTS.files: invent_establishments(employers, seed=seed),
    }
    with parquet.writing() as writer:
        for file, frame in tables.items():
            province = frame["province"].mask(frame["region"] == BRUSSELS, None)
            writer.write(dict(frame.assign(province=province)), folder / file)


def counted(progress: Progress, total: int) -> Callable[[Quarter], None]:
    """Tell a progress that several threads make, one step at a time."""
    lock, steps = threading.Lock(), iter(range(1, total + 1))

    def advance(quarter: Quarter) -> None:
        with lock:
            progress(next(steps), total, str(quarter))

    return advance


def change_facts(folder: Path, employer: str, *, quarter: str) -> None:
    """Raise an employer's pay and cost of one quarter by a fifth, in place."""
    parquet.multiply_pay(folder, employer, quarter=quarter, percent=PERCENT)
