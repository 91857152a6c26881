"""Whether the database and the document store are fit to serve."""

from __future__ import annotations

import secrets

import fsspec
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from dashboard.data.database import reading
from dashboard.data.migrate import configuration
from dashboard.errors import Misconfigured


def require_reachable(engine: Engine) -> None:
    try:
        with reading(engine):
            pass
    except DBAPIError as problem:
        raise Misconfigured("The database cannot be opened: {reason}.", reason=problem.orig) from None


def is_current(engine: Engine) -> bool:
    """Say whether every migration step has run."""
    with reading(engine) as connection:
        return steps_done(connection) == steps_known(connection)


def steps_done(connection: Connection) -> frozenset[str]:
    return frozenset(MigrationContext.configure(connection).get_current_heads())


def steps_known(connection: Connection) -> frozenset[str]:
    return frozenset(ScriptDirectory.from_config(configuration(connection)).get_heads())


def require_writable(address: str) -> None:
    """Write a file to the document store, and remove it."""
    files, root = fsspec.core.url_to_fs(address)
    probe = f"{root}/{secrets.token_hex(16)}"
    try:
        files.makedirs(root, exist_ok=True)
        files.pipe_file(probe, b"")
        files.rm_file(probe)
    except OSError as problem:
        raise Misconfigured("The document store cannot be written to: {reason}.", reason=problem) from None
