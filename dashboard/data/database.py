"""Opening the database: SQLite with the settings that keep what was acknowledged, or PostgreSQL."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from dashboard.errors import Misconfigured

__all__ = ["Connection", "open_database", "reading", "writing"]

WRITING = "portefeuille_writing"
# SQLite reads a snapshot by itself.
SNAPSHOT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")


def open_database(address: str) -> Engine:
    if not address.startswith("sqlite"):
        return open_server(address)
    in_memory = address in {"sqlite://", "sqlite:///:memory:"}
    # Parameters hold names and numbers, which belong in no log.
    engine = create_engine(address, hide_parameters=True, **({"poolclass": StaticPool} if in_memory else {}))
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_sqlite)
    return engine


def open_server(address: str) -> Engine:
    try:
        return create_engine(address, pool_pre_ping=True, pool_size=8, max_overflow=8, hide_parameters=True)
    except (ArgumentError, ModuleNotFoundError):
        # The address holds a password: it is not repeated.
        raise Misconfigured(
            "PORTEFEUILLE_DATABASE names no database that this installation can open."
        ) from None


def prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
    # The driver must not begin transactions by itself: `begin_sqlite` says which kind.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: a reader that turns writer halfway would fail with "locked".
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One moment: every answer is as if nobody changed anything in between."""
    options = SNAPSHOT.get(engine.dialect.name, {})
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction: commits when the block ends well, rolls back otherwise."""
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        yield connection
