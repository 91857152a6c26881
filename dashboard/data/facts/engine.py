"""Where the heavy work of a release is done; embedded, it is DuckDB and numpy in this process.

An engine adds up facts with the SQL of stage one, and hands batches of groups to the one kernel.
"""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import duckdb
import numpy as np
import pandas as pd

from dashboard.data.facts.medians import Whole, medians_of_totals
from dashboard.data.facts.stage_one import Source
from dashboard.errors import Misconfigured

CHUNK = 5000


class Members(NamedTuple):
    """Who is in some groups: pairs of a group and the row of a member."""

    groups: Whole
    rows: Whole


class Figured(NamedTuple):
    """What the kernel makes of one group: its figures and its shares, as they are stored."""

    group: int
    figures: bytes
    shares: bytes


Kernel = Callable[[Members], list[Figured]]


class Sql(Protocol):
    """An engine that is open: it reads Parquet, and SQL is asked of it."""

    def parquet(self, folder: Path) -> Source:
        """What SQL reads of the files of a folder, all of the same columns."""

    def table(self, query: str) -> pd.DataFrame: ...

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Read along, so that memory holds a few."""

    def medians(self, query: str) -> tuple[Whole, Whole]:
        """Of rows of an employer, a total and its weight: the employers, and each one's weighted median."""


class Engine(Protocol):
    """One way to do the heavy work; another engine gives the same integers and the same bytes."""

    def opened(self) -> AbstractContextManager[Sql]: ...

    def each(self, kernel: Kernel, batches: Iterable[Members]) -> Iterator[Figured]:
        """What the kernel makes of every batch, in any order."""


@dataclasses.dataclass(frozen=True)
class Embedded:
    """DuckDB within a limit of memory; what does not fit is put in a folder that goes away."""

    memory: str = "1GB"

    @contextlib.contextmanager
    def opened(self) -> Iterator[Sql]:
        with tempfile.TemporaryDirectory() as aside:
            try:
                with self._connected(aside) as connection:
                    yield DuckDB(connection)
            except duckdb.OutOfMemoryException as error:
                raise Misconfigured(
                    "{memory} of memory is too little: raise PORTEFEUILLE_MEMORY.", memory=self.memory
                ) from error

    def _connected(self, aside: str) -> duckdb.DuckDBPyConnection:
        return duckdb.connect(
            config={
                "memory_limit": self.memory,
                "temp_directory": aside,
                "preserve_insertion_order": False,
            }
        )

    def each(self, kernel: Kernel, batches: Iterable[Members]) -> Iterator[Figured]:
        return itertools.chain.from_iterable(map(kernel, batches))


EMBEDDED = Embedded()


@dataclasses.dataclass(frozen=True)
class DuckDB:
    """A connection, asked one question at a time."""

    connection: duckdb.DuckDBPyConnection

    def parquet(self, folder: Path) -> Source:
        files = str(folder / "*.parquet").replace("'", "''")
        sql = f"read_parquet('{files}', hive_partitioning = false)"
        described = self.connection.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()  # noqa: S608 - our own path
        return Source(sql, frozenset(row[0] for row in described))

    def table(self, query: str) -> pd.DataFrame:
        return self.connection.execute(query).df()

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        asked = self.connection.cursor().execute(query)
        return itertools.chain.from_iterable(iter(lambda: asked.fetchmany(CHUNK), []))

    def medians(self, query: str) -> tuple[Whole, Whole]:
        columns = self.connection.execute(query).fetchnumpy().values()
        return medians_of_totals(*(np.asarray(column, dtype=np.int64) for column in columns))
