"""What a release left in the serving store, read back by those who answer for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd
from sqlalchemy import Connection, func, select

from dashboard.data.releases.panel import PLACES
from dashboard.data.releases.tables import placements, released_groups

SIZE = ("headcount", "counts", "unit")


class Group(NamedTuple):
    """One released group as it is stored."""

    key: str
    band: str
    figures: bytes
    shares: bytes | None


def groups_of(connection: Connection, release_id: int) -> tuple[Group, ...]:
    """The released groups in the order of their keys."""
    columns = (released_groups.c[name] for name in ("group_key", "band", "figures", "shares"))
    question = select(*columns).where(released_groups.c.release_id == release_id)
    return tuple(sorted(Group(*row) for row in connection.execute(question)))


def group_counts(connection: Connection) -> Mapping[int, int]:
    """How many groups each release has, by its id."""
    column = released_groups.c.release_id
    return {row[0]: row[1] for row in connection.execute(select(column, func.count()).group_by(column))}


def released_keys(connection: Connection, release_id: int) -> frozenset[str]:
    question = select(released_groups.c.group_key).where(released_groups.c.release_id == release_id)
    return frozenset(connection.execute(question).scalars())


def placed(connection: Connection, release_id: int) -> pd.DataFrame:
    """Where employers stand, as the panel has it: index employer; `people` is the headcount of the unit."""
    names = ("employer", *PLACES, *SIZE)
    question = select(*(placements.c[name] for name in names)).where(placements.c.release_id == release_id)
    found = pd.DataFrame(connection.execute(question).all(), columns=list(names)).astype({"counts": "bool"})
    texts = found.astype(dict.fromkeys(("employer", *PLACES, "unit"), "str"))
    return texts.set_index("employer").sort_index().rename(columns={"headcount": "people"})


def placement_rows(employers: pd.DataFrame) -> Iterator[dict[str, object]]:
    """The rows that were stored, as the digest reads them."""
    columns = employers[[*PLACES, "people", "counts", "unit"]]
    for employer, *places, people, counts, unit in columns.itertuples():
        size = {"headcount": float(people), "counts": bool(counts), "unit": unit}
        yield {"employer": employer, **dict(zip(PLACES, places, strict=True)), **size}
