"""Facts as Parquet files: written from columns, and changed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.data.facts.schema import WORKER_MONTHS

OPTIONS = "(FORMAT parquet, COMPRESSION zstd)"
RAISED = """
    CREATE OR REPLACE TEMP TABLE months AS
    SELECT * EXCLUDE (factor) REPLACE (
        (gross * factor // 100)::INTEGER AS gross,
        (cost * factor // 100)::INTEGER AS cost
    )
    FROM (
        SELECT *, CASE WHEN employer = $employer THEN $percent ELSE 100 END AS factor
        FROM read_parquet($path, hive_partitioning = false)
    )
"""


class Writer:
    """One engine for many small files; on one thread, so that the same rows give the same bytes."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def write(self, columns: Mapping[str, object], path: Path) -> None:
        """Write the rows in their order; a categorical column becomes text."""
        frame = pd.DataFrame(columns, copy=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = [name for name in frame.columns if isinstance(frame[name].dtype, pd.CategoricalDtype)]
        casts = ", ".join(f"{name}::VARCHAR AS {name}" for name in texts)
        self.connection.register("frame", frame)
        replaced = f"REPLACE ({casts})" if casts else ""
        self.connection.execute(f"COPY (SELECT * {replaced} FROM frame) TO {quoted(path)} {OPTIONS}")  # noqa: S608 names are ours
        self.connection.unregister("frame")


@contextmanager
def writing() -> Iterator[Writer]:
    with duckdb.connect(config={"threads": 1}) as connection:
        yield Writer(connection)


def part(folder: Path, table: str, *, quarter: str, number: int = 0) -> Path:
    return folder / table / f"quarter={quarter}" / f"part-{number}.parquet"


def multiply_pay(folder: Path, employer: str, *, quarter: str, percent: int) -> None:
    """Change one employer's wages and costs of one quarter."""
    with duckdb.connect() as connection:
        for path in sorted((folder / WORKER_MONTHS.name / f"quarter={quarter}").glob("*.parquet")):
            changed = path.with_suffix(".changed")
            connection.execute(RAISED, {"path": str(path), "percent": percent, "employer": employer})
            connection.execute(f"COPY months TO {quoted(changed)} {OPTIONS}")
            changed.replace(path)


def quoted(path: Path) -> str:
    text = str(path).replace("'", "''")
    return f"'{text}'"
