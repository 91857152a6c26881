"""What firms know of employers, and which groups a firm may not see since its mandates grew (R3, reserve)."""

from __future__ import annotations

import datetime

from sqlalchemy import Connection, delete, insert, select

from dashboard.data.register import running
from dashboard.data.releases.tables import placement_of, placements, released_groups, releases, withheld
from dashboard.data.schema import entries, mandates
from dashboard.domain.clients import Service
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import LEVELS


def known_by(connection: Connection, today: datetime.date) -> dict[str, set[int]]:
    """Each employer's firms: those with a running mandate for its payroll."""
    question = (
        select(entries.c.enterprise_number, mandates.c.firm_id)
        .join(entries, entries.c.id == mandates.c.entry_id)
        .where(
            entries.c.enterprise_number.is_not(None),
            mandates.c.service == Service.SECRETARIAT,
            running(mandates, today),
        )
    )
    known: dict[str, set[int]] = {}
    for employer, firm_id in connection.execute(question):
        known.setdefault(employer, set()).add(firm_id)
    return known


def withhold(connection: Connection, *, rules: Rules, today: datetime.date) -> int:
    """Work out anew, for every active release, the groups of which a firm knows too many; count them."""
    firms = known_by(connection, today)
    active = list(connection.execute(select(releases.c.id).where(releases.c.active)).scalars())
    connection.execute(delete(withheld))
    rows = [
        row for release_id in active for row in too_well_known(connection, release_id, firms, rules=rules)
    ]
    if rows:
        connection.execute(insert(withheld), rows)
    return len(rows)


def too_well_known(
    connection: Connection, release_id: int, firms: dict[str, set[int]], *, rules: Rules
) -> list[dict[str, object]]:
    total, known = members_by_group(connection, release_id, firms)
    shown = select(released_groups.c.group_key).where(released_groups.c.release_id == release_id)
    keys = set(connection.execute(shown).scalars())
    return [
        {"release_id": release_id, "group_key": key, "firm_id": firm_id}
        for (key, firm_id), count in sorted(known.items())
        if key in keys and total[key] - count < rules.outside_firm_now
    ]


def members_by_group(
    connection: Connection, release_id: int, firms: dict[str, set[int]]
) -> tuple[dict[str, int], dict[tuple[str, int], int]]:
    """How many units each group has, and how many of them each firm knows an employer of."""
    total: dict[str, int] = {}
    known: dict[tuple[str, int], int] = {}
    members = connection.execute(select(placements).where(placements.c.release_id == release_id)).all()
    holders: dict[str, set[int]] = {}
    for row in members:
        holders.setdefault(row.unit, set()).update(firms.get(row.employer, ()))
    for row in members:
        if not row.counts:
            continue
        placement = placement_of(row)
        for level in LEVELS:
            key = placement.group(level).key
            total[key] = total.get(key, 0) + 1
            for firm_id in holders[row.employer]:
                known[key, firm_id] = known.get((key, firm_id), 0) + 1
    return total, known
