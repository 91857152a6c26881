"""DuckDB within a limit of memory; what does not fit is put in a folder that goes away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb


@contextmanager
def limited(memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    with (
        tempfile.TemporaryDirectory() as aside,
        duckdb.connect(config={"memory_limit": memory, "temp_directory": aside}) as engine,
    ):
        yield engine
