"""Releases one after the other: writing one, reading which there are, switching to one."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import itertools

from sqlalchemy import Connection, Row, func, insert, select, update

from dashboard.data.releases.build import Draft
from dashboard.data.releases.tables import placements, released_groups, releases
from dashboard.domain.disclosure import old_enough
from dashboard.domain.workforce import Quarter
from dashboard.errors import ReleaseRefused

AT_ONCE = 10_000


class State(enum.StrEnum):
    """Where a release is in its life: nobody has seen it, readers see it, or another one of its quarter."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


@dataclasses.dataclass(frozen=True)
class Release:
    """A frozen set of peer figures of one quarter; `follows` is the release that it continues."""

    id: int
    quarter: Quarter
    version: int
    digest: str
    built_at: datetime.datetime
    active: bool
    published_at: datetime.datetime | None = None
    follows: int | None = None

    @property
    def name(self) -> str:
        return f"{self.quarter}-{self.version}"

    @property
    def state(self) -> State:
        if self.active:
            return State.ACTIVE
        return State.RETIRED if self.published_at else State.DRAFT


def refuse_early(quarter: Quarter, today: datetime.date) -> None:
    """Peer figures wait until three months after the quarter's end (R5)."""
    if not old_enough(quarter, today):
        raise ReleaseRefused(
            "Peer figures of {quarter} may be released from {day}.", quarter=quarter, day=quarter.release_day
        )


def write(
    connection: Connection, draft: Draft, *, now: datetime.datetime, follows: int | None = None
) -> Release:
    """Keep a draft as a new, inactive release of its quarter; an earlier one stays as it is."""
    refuse_early(draft.quarter, now.date())
    same = releases.c.quarter == str(draft.quarter)
    newest = select(func.coalesce(func.max(releases.c.version), 0)).where(same)
    values = {
        "quarter": str(draft.quarter),
        "version": connection.execute(newest).scalar_one() + 1,
        "digest": draft.digest,
        "built_at": now,
        "active": False,
        "follows": follows,
    }
    added = connection.execute(insert(releases).values(**values).returning(releases.c.id))
    release_id = int(added.scalar_one())
    for table, rows in ((released_groups, draft.group_rows), (placements, draft.placement_rows)):
        while part := list(itertools.islice(rows, AT_ONCE)):
            connection.execute(insert(table), [row | {"release_id": release_id} for row in part])
    return release_of(connection, release_id)


def activate(connection: Connection, release: Release) -> None:
    """Readers see this release of the quarter from the commit on, and no other."""
    same = releases.c.quarter == str(release.quarter)
    connection.execute(update(releases).where(same).values(active=False))
    connection.execute(update(releases).where(releases.c.id == release.id).values(active=True))


def release_of(connection: Connection, release_id: int) -> Release:
    return read(connection.execute(select(releases).where(releases.c.id == release_id)).one())


def all_releases(connection: Connection) -> tuple[Release, ...]:
    """Every release, the newest quarter and version first."""
    found = map(read, connection.execute(select(releases)))
    return tuple(sorted(found, key=lambda one: (one.quarter, one.version), reverse=True))


def named(connection: Connection, name: str) -> Release:
    for release in all_releases(connection):
        if release.name == name:
            return release
    raise ReleaseRefused("There is no release {name}.", name=name)


def read(row: Row[tuple[object, ...]]) -> Release:
    return Release(
        id=row.id,
        quarter=Quarter.parse(row.quarter),
        version=row.version,
        digest=row.digest,
        built_at=row.built_at,
        active=row.active,
        published_at=row.published_at,
        follows=row.follows,
    )
