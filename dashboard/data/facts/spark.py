"""Apache Spark as an engine, for facts of more than one machine; needs Java and `portefeuille[spark]`."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from dashboard.data.facts.engine import Figured, Kernel, Members, Sql
from dashboard.data.facts.medians import Whole, medians_of_totals
from dashboard.data.facts.stage_one import Source
from dashboard.errors import Misconfigured

QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
# As many parts as keep every core busy to the end.
PARTS_PER_CORE = 2


@dataclasses.dataclass(frozen=True)
class Spark:
    """A running session; files are read where they lie, so every machine of it must see their folder."""

    session: Any  # pyspark is an extra, and its types are not here without it
    _sources: dict[Path, Source] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @classmethod
    @contextlib.contextmanager
    def started(cls, master: str, *, memory: str) -> Iterator[Spark]:
        """A session of our own, stopped at the end."""
        with explained(master):
            session = started(master, memory)
        try:
            yield cls(session)
        finally:
            session.stop()

    @contextlib.contextmanager
    def opened(self) -> Iterator[Sql]:
        with explained(self.session.sparkContext.master):
            yield self

    def parquet(self, folder: Path) -> Source:
        """Looked at once: a quarter is in the year of four."""
        if folder not in self._sources:
            self._sources[folder] = self._read(folder)
        return self._sources[folder]

    def _read(self, folder: Path) -> Source:
        frame = self.session.read.parquet(f"file://{folder.absolute()}")
        name = f"{folder.parent.name}_{len(self._sources)}"
        frame.createOrReplaceTempView(name)
        return Source(name, frozenset(frame.columns))

    def table(self, query: str) -> pd.DataFrame:
        found: pd.DataFrame = self.session.sql(query).toArrow().to_pandas()
        return found

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        found: Iterator[tuple[Any, ...]] = self.session.sql(query).toLocalIterator()
        return found

    def medians(self, query: str) -> tuple[Whole, Whole]:
        """Each employer is whole in one part."""
        parts = self.session.conf.get("spark.sql.shuffle.partitions")
        facts = self.session.sql(f"SELECT *, employer % {parts} AS part FROM ({query})")  # noqa: S608 - our own query
        found = facts.groupBy("part").applyInArrow(medians_of_part, "employer long, median long").toArrow()
        employers, medians = (found.column(name).to_numpy() for name in ("employer", "median"))
        order = np.argsort(employers)
        return employers[order], medians[order]

    def each(self, kernel: Kernel, batches: Iterable[Members]) -> Iterator[Figured]:
        def figured(batch: pa.Table) -> pa.Table:
            groups, rows = (batch.column(name).to_numpy() for name in ("group", "row"))
            return pa.Table.from_pylist([one._asdict() for one in kernel(Members(groups, rows))])

        given = [table_of(place, members) for place, members in enumerate(batches)]
        if not given:
            return
        with self.opened():
            by_batch = self.session.createDataFrame(pa.concat_tables(given)).groupBy("batch")
            found = by_batch.applyInArrow(figured, "group long, figures binary, shares binary").toArrow()
        for row in found.to_pylist():
            yield Figured(**row)


def started(master: str, memory: str) -> SparkSession:
    # The programs that Spark starts for Python must be this Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # It warns of pandas 3, of which nothing is used here: columns go over as Arrow.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    builder = SparkSession.builder.master(master).appName("portefeuille")
    limit = memory.lower().removesuffix("b")
    for name, value in (QUIET | {"spark.driver.memory": limit}).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.conf.set("spark.sql.shuffle.partitions", PARTS_PER_CORE * session.sparkContext.defaultParallelism)
    return session


@contextlib.contextmanager
def explained(master: str) -> Iterator[None]:
    try:
        yield
    except (PySparkException, Py4JError) as error:
        found = str(error).splitlines()[0]
        raise Misconfigured("Spark fails on {master}: {why}", master=master, why=found) from error


def medians_of_part(facts: pa.Table) -> pa.Table:
    columns = (facts.column(name).to_numpy().astype(np.int64) for name in ("employer", "total", "weight"))
    employers, medians = medians_of_totals(*columns)
    return pa.table({"employer": employers, "median": medians})


def table_of(place: int, members: Members) -> pa.Table:
    batch = np.full(len(members.rows), place)
    return pa.table({"batch": batch, "group": members.groups, "row": members.rows})
