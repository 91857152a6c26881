"""R3, reserve, at once: a new mandate closes groups of that one employer to that one firm."""

from __future__ import annotations

import datetime
import math
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    case,
    func,
    insert,
    select,
)

from dashboard.data.register import running
from dashboard.data.releases.tables import placement_of, placements, released_groups, releases, withheld
from dashboard.data.schema import entries, mandates
from dashboard.domain.clients import Service
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import (
    ALL,
    ARRONDISSEMENT,
    BELGIUM,
    COMMITTEE,
    LEVELS,
    PROVINCE,
    REGION,
    SECTION,
    Band,
    PeerGroup,
)


def withhold_around(
    connection: Connection, entry_id: int, *, firm_id: int, rules: Rules, today: datetime.date
) -> None:
    """In every active release, close the groups of an employer of which the firm now knows too many."""
    number = select(entries.c.enterprise_number).where(entries.c.id == entry_id).scalar_subquery()
    named = placements.alias()
    same = and_(named.c.release_id == placements.c.release_id, named.c.unit == placements.c.employer)
    question = (
        select(placements)
        .join(named, same)
        .join(releases, releases.c.id == placements.c.release_id)
        .where(releases.c.active, placements.c.counts, named.c.employer == number)
    )
    for row in connection.execute(question).all():
        known = known_to(firm_id, row.release_id, today)
        groups = shown_to(connection, row, firm_id)
        closed = closed_now(connection, row.release_id, groups, known=known, rules=rules)
        rows = [{"release_id": row.release_id, "group_key": key, "firm_id": firm_id} for key in closed]
        if rows:
            connection.execute(insert(withheld), rows)


def known_to(firm_id: int, release_id: int, today: datetime.date) -> ColumnElement[bool]:
    """True for units of which the firm may open an employer's payroll today."""
    numbers = (
        select(entries.c.enterprise_number)
        .join(mandates, entries.c.id == mandates.c.entry_id)
        .where(
            entries.c.enterprise_number.is_not(None),
            mandates.c.firm_id == firm_id,
            mandates.c.service == Service.SECRETARIAT,
            running(mandates, today),
        )
    )
    sisters = placements.alias()
    units = select(sisters.c.unit).where(sisters.c.release_id == release_id, sisters.c.employer.in_(numbers))
    return placements.c.employer.in_(units)


def shown_to(connection: Connection, row: Row[Any], firm_id: int) -> list[tuple[PeerGroup, int]]:
    """An employer's released groups that are still open to the firm, with the fewest members of each."""
    placement = placement_of(row)
    groups = {group.key: group for group in map(placement.group, LEVELS)}
    closed = select(withheld.c.group_key).where(
        withheld.c.release_id == row.release_id, withheld.c.firm_id == firm_id
    )
    question = select(released_groups.c.group_key, released_groups.c.band).where(
        released_groups.c.release_id == row.release_id,
        released_groups.c.group_key.in_(sorted(groups)),
        released_groups.c.group_key.not_in(closed),
    )
    return [(groups[found.group_key], Band(found.band).least) for found in connection.execute(question)]


def closed_now(
    connection: Connection,
    release_id: int,
    groups: list[tuple[PeerGroup, int]],
    *,
    known: ColumnElement[bool],
    rules: Rules,
) -> list[str]:
    """The keys of those groups with too few members outside the firm; most are told by their band alone."""
    members = and_(placements.c.release_id == release_id, placements.c.counts)
    if not groups:
        return []
    counts = [func.sum(case((in_group(group), 1), else_=0)) for group, _least in groups]
    mine = connection.execute(select(*counts).where(members, known)).one()
    return [
        group.key
        for (group, least), count in zip(groups, mine, strict=True)
        if least - count < rules.outside_firm_now
        and too_few(connection, and_(members, in_group(group), ~known), rules=rules)
    ]


def too_few(connection: Connection, outside: ColumnElement[bool], *, rules: Rules) -> bool:
    # Counting stops as soon as enough are found: a large group costs no more than a small one.
    enough = select(placements.c.employer).where(outside).limit(rules.outside_firm_now).subquery()
    count: int = connection.execute(select(func.count()).select_from(enough)).scalar_one()
    return count < rules.outside_firm_now


def in_group(group: PeerGroup) -> ColumnElement[bool]:
    """The members of a group in SQL; a test compares it with `Placement.group`."""
    return and_(does(group), stands(group), employs(group))


def does(group: PeerGroup) -> ColumnElement[bool]:
    if group.level.activity == ALL:
        return placements.c.employer.is_not(None)
    if group.level.activity in {SECTION, COMMITTEE}:
        return placements.c[group.level.activity] == group.activity
    return placements.c.nace.startswith(group.activity, autoescape=True)


def stands(group: PeerGroup) -> ColumnElement[bool]:
    columns = {
        REGION: placements.c.region,
        PROVINCE: func.coalesce(func.nullif(placements.c.province, ""), placements.c.region),
        ARRONDISSEMENT: placements.c.arrondissement,
    }
    if group.level.place == BELGIUM:
        return placements.c.employer.is_not(None)
    return columns[group.level.place] == group.place


def employs(group: PeerGroup) -> ColumnElement[bool]:
    least, most = group.bounds
    above = placements.c.headcount >= (fewest(least) if least > 1 else 0)
    return and_(above, placements.c.headcount < fewest(most + 1)) if most else above


def fewest(people: int) -> float:
    """The smallest mean headcount that rounds to so many people: a half goes to the even number."""
    half = people - 0.5
    return half if round(half) == people else math.nextafter(half, math.inf)
