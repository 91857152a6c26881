"""Many rows at once, for a world that the demo builds in one go."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from dashboard.data.schema import clients, documents, entries, firms, users, world

AT_ONCE = 5000


def add_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert in portions, so that memory stays bounded; every row has the same columns."""
    remaining = iter(rows)
    while portion := list(itertools.islice(remaining, AT_ONCE)):
        connection.execute(insert(table), portion)


def entry_ids(connection: Connection) -> Mapping[str, int]:
    """Every entry's id by its enterprise number and by its register index."""
    rows = connection.execute(select(entries.c.id, entries.c.enterprise_number, entries.c.register_index))
    return {key: row.id for row in rows for key in (row.enterprise_number, row.register_index) if key}


def client_ids(connection: Connection, *, firm_id: int) -> Mapping[str, int]:
    rows = connection.execute(select(clients.c.public_id, clients.c.id).where(clients.c.firm_id == firm_id))
    return {row.public_id: row.id for row in rows}


def document_dates(connection: Connection) -> tuple[Any, ...]:
    """The id and the date of every document."""
    return tuple(connection.execute(select(documents.c.id, documents.c.date).order_by(documents.c.id)))


def users_of(connection: Connection, *, firm_id: int) -> tuple[int, ...]:
    found = select(users.c.id).where(users.c.firm_id == firm_id).order_by(users.c.id)
    return tuple(connection.execute(found).scalars())


def anything_kept(connection: Connection) -> bool:
    """Say whether a world, or a real firm, is here already."""
    rows = (connection.execute(select(table.c.id).limit(1)).first() for table in (world, firms, entries))
    return any(row is not None for row in rows)


def world_of(connection: Connection) -> Any:  # noqa: ANN401 - a row of a query, or nothing
    return connection.execute(select(world)).first()
