# ruff: noqa: S608 the questions hold names of this file's own
"""An invented world on disk, for the tests to ask."""

from pathlib import Path

import duckdb
import pandas as pd

from dashboard.demo.employers import invent_employers
from dashboard.demo.facts import invent_facts
from dashboard.demo.firms import invent_firms, special_states

SEED = 11
QUARTERS = 6
NEWEST = "2026Q2"
ONCE = ("employers", "establishments")
QUARTERLY = ("worker_months", "absences", "exits", "entries", "agency_hours")


class World:
    """An invented world on disk, asked in SQL with the names of its tables."""

    def __init__(
        self, folder: Path, *, employers: int, quarters: int, last: str = NEWEST, processors: int = 2
    ):
        self.folder = folder
        self.employers = invent_employers(employers, seed=SEED)
        self.firms = invent_firms(self.employers, seed=SEED)
        first = self.firms[self.firms["firm"] == 0]["employer"].tolist()
        self.special = special_states(self.employers, first)
        self.steps = []
        invent_facts(
            self.employers,
            seed=SEED,
            folder=folder,
            quarters=quarters,
            last=last,
            processors=processors,
            special=self.special,
            progress=lambda done, total, label: self.steps.append((done, total, label)),
        )

    def ask(self, question: str) -> pd.DataFrame:
        with duckdb.connect() as connection:
            for table in QUARTERLY:
                files = f"{self.folder}/{table}/*/*.parquet"
                connection.execute(
                    f"CREATE VIEW {table} AS SELECT * FROM"
                    f" read_parquet('{files}', hive_partitioning = true, hive_types_autocast = false)"
                )
            for table in ONCE:
                connection.execute(f"CREATE VIEW {table} AS SELECT * FROM '{self.folder}/{table}.parquet'")
            return connection.execute(question).df()

    def number(self, question: str) -> float:
        return float(self.ask(question).iloc[0, 0])

    def quarters_of(self, state: str) -> dict[str, int]:
        found = self.ask(
            "SELECT quarter, count(DISTINCT month) AS months FROM worker_months"
            f" WHERE employer = '{self.special[state]}' GROUP BY quarter ORDER BY quarter"
        )
        return dict(zip(found["quarter"], found["months"], strict=True))
