"""What firms know of employers, and which groups a firm may not see since its mandates grew (R3, reserve)."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from dashboard.data.register import running
from dashboard.data.releases.groups import NOWHERE, Groups
from dashboard.data.releases.knowledge import counted
from dashboard.data.releases.stored import placed, released_keys
from dashboard.data.releases.tables import releases, withheld
from dashboard.data.schema import entries, mandates
from dashboard.domain.clients import Service
from dashboard.domain.disclosure import FLOORS, Rules


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
    active = list(connection.execute(select(releases.c.id).where(releases.c.active)).scalars())
    connection.execute(delete(withheld).where(withheld.c.release_id.not_in(active)))
    return sum(withhold_in(connection, release_id, rules=rules, today=today) for release_id in active)


def withhold_in(connection: Connection, release_id: int, *, rules: Rules, today: datetime.date) -> int:
    """The same for one release."""
    firms = known_by(connection, today)
    connection.execute(delete(withheld).where(withheld.c.release_id == release_id))
    found = too_well_known(connection, release_id, firms, rules=rules)
    rows = [{"release_id": release_id, "group_key": key, "firm_id": firm_id} for key, firm_id in found]
    if rows:
        connection.execute(insert(withheld), rows)
    return len(rows)


def too_well_known(
    connection: Connection, release_id: int, firms: Mapping[str, Collection[int]], *, rules: Rules
) -> list[tuple[str, int]]:
    """Released groups and the firms outside which too few of their contributors are left."""
    everybody = placed(connection, release_id)
    units = everybody[everybody["counts"]]
    row_of = {employer: row for row, employer in enumerate(units.index)}
    stands_for = everybody["unit"].to_dict()
    pairs = {
        (row_of[stands_for[employer]], firm_id)
        for employer, known in firms.items()
        if stands_for.get(employer)
        for firm_id in known
    }
    groups = Groups.among(units)
    few = [
        (group, firm_id)
        for group, firm_id, clients in clients_of_firms(groups, sorted(pairs))
        if groups.sizes[group] - clients < rules.outside_firm_now
    ]
    keys = groups.keys(units, (group for group, _firm_id in few))
    shown = released_keys(connection, release_id)
    return [(key, firm_id) for key, (_group, firm_id) in zip(keys, few, strict=True) if key in shown]


def clients_of_firms(groups: Groups, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Of each group that may be released and each firm: how many of its contributors the firm knows.

    `pairs` are rows of contributors and the firms that know them.
    """
    rows, firms = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    names, firm = np.unique(firms, return_inverse=True)
    large = groups.only(groups.sizes >= FLOORS["employers"]).of[:, rows].astype(np.int64)
    found, clients = counted((large * len(names) + firm)[large != NOWHERE])
    group, place = np.divmod(found, max(len(names), 1))
    yield from zip(group.tolist(), names[place].tolist(), clients.tolist(), strict=True)
