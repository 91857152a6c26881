"""Facts to measure releases on: a folder that is given, or an invented one, and firms that know employers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from dashboard.data.facts.schema import EMPLOYERS, WORKER_MONTHS
from dashboard.data.releases.workshop import Workshop
from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import invent_facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    import pandas as pd

    from dashboard.data.facts.engine import Engine
    from dashboard.domain.workforce import Quarter

SEED = 20260701
MEMORY = "1GB"
EMPLOYERS_PER_FIRM, IN_NO_LIST = 60, 0.5


def invented(folder: Path, employers: int) -> Path:
    """Four quarters, so that the newest one has its year."""
    if not (folder / EMPLOYERS.files).exists():
        frame = invent_employers(employers, seed=SEED)
        invent_facts(frame, seed=SEED, folder=folder, quarters=4, special={})
    return folder


def opened(facts: Path, folder: Path, engine: Engine) -> AbstractContextManager[Workshop]:
    return Workshop.opened(folder / "releases", address=str(facts), engine=engine)


def firms_that_know(employers: pd.Index[str]) -> Mapping[str, set[int]]:
    """Half of all employers are in one firm's list; few firms are large and many are small."""
    rng = np.random.default_rng(SEED)
    count = max(len(employers) // EMPLOYERS_PER_FIRM, 12)
    drawn = (count * rng.random(len(employers)) ** 2).astype(int)
    listed = rng.random(len(employers)) >= IN_NO_LIST
    return {employer: {int(firm)} for employer, firm in zip(employers[listed], drawn[listed], strict=True)}


def scan(facts: Path, quarter: Quarter) -> tuple[int, int]:
    """Read the columns of worker months once, and nothing else: the rows and a sum that must be made."""
    files = str(facts / WORKER_MONTHS.name / f"quarter={quarter}" / "*.parquet").replace("'", "''")
    with duckdb.connect(config={"memory_limit": MEMORY}) as engine:
        names = [
            row[0] for row in engine.execute(f"DESCRIBE SELECT * FROM read_parquet('{files}')").fetchall()
        ]
        numbers = [name for name in names if name not in {"employer", "quarter"}]
        sums = ", ".join(f"sum(CAST({name} AS BIGINT))" for name in numbers)
        found = engine.execute(
            f"SELECT count(*), max(employer), {sums} FROM read_parquet('{files}')"
        ).fetchall()[0]
    return int(found[0]), int(found[2])
