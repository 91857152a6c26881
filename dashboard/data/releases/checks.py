"""Checks a stored release against its digest and against the rules that can be seen in what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import orjson
import pandas as pd
from sqlalchemy import Connection

from dashboard.data.releases.build import digest_of
from dashboard.data.releases.groups import Groups
from dashboard.data.releases.history import Release
from dashboard.data.releases.kernel import COLUMNS
from dashboard.data.releases.stored import Group, groups_of, placed, placement_rows
from dashboard.data.releases.tables import NO_SPREAD
from dashboard.domain.disclosure import FLOORS, Rules, probabilities
from dashboard.domain.peers import band

STEPS = {column.name: column.metric.step for column in COLUMNS}
# The floors that hold everywhere; counting needs no key.
PUBLISHED = Rules(key=bytes(16))
ENOUGH = [FLOORS[name] for name in ("employers", "for_quartiles", "for_tails", "for_deciles")]
AS_ROUNDED = 1e-6
WHOLE = 100


def faults(connection: Connection, release: Release) -> Iterator[str]:
    """What is not as it was released; nothing when all is well."""
    groups, employers = groups_of(connection, release.id), placed(connection, release.id)
    named = tuple((one.key, one.band, one.figures) for one in groups)
    shares = {one.key: one.shares for one in groups if one.shares is not None}
    if digest_of(named, shares, placement_rows(employers)) != release.digest:
        yield "The stored rows are not those that were released: their digest differs."
    members, workers = sizes_of(employers)
    for group in groups:
        for fault in group_faults(group, members.get(group.key, 0), workers.get(group.key, 0.0)):
            yield f"{group.key}: {fault}"


def sizes_of(employers: pd.DataFrame) -> tuple[Mapping[str, int], Mapping[str, float]]:
    """The contributors of each group that is large enough, and the people who work for them."""
    units = employers[employers["counts"]]
    if units.empty:
        return {}, {}
    groups = Groups.among(units)
    large = np.flatnonzero(groups.sizes >= FLOORS["employers"])
    keys = groups.keys(units, large)
    people = groups.tally(units["people"].to_numpy())
    members = dict(zip(keys, groups.sizes[large].tolist(), strict=True))
    return members, dict(zip(keys, people[large].tolist(), strict=True))


def group_faults(group: Group, members: int, workers: float) -> Iterator[str]:
    if members < FLOORS["employers"] or workers < FLOORS["workers"]:
        yield "fewer employers or workers than any release may have."
        return
    if group.band != band(members):
        yield f"the band {group.band} is not that of its employers."
    try:
        figures, shares = orjson.loads(group.figures), orjson.loads(group.shares or b"{}")
        for column, found in figures.items():
            yield from figure_faults(column, found, members)
        yield from share_faults(shares, members)
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError):
        yield "figures that are none of ours."


def figure_faults(column: str, found: Any, members: int) -> Iterator[str]:  # noqa: ANN401 - stored JSON
    step = STEPS[column]
    asked, values = ((), []) if found == NO_SPREAD else (tuple(map(float, found)), list(found.values()))
    if asked and asked not in {probabilities(PUBLISHED, count) for count in ENOUGH if count <= members}:
        yield f"{column} has quantiles that its employers do not allow."
    if values != sorted(values):
        yield f"{column} has quantiles that do not rise."
    if any(abs(value / step - round(value / step)) > AS_ROUNDED for value in values):
        yield f"{column} is not rounded to {step:g}."


def share_faults(shares: Mapping[str, Mapping[str, float]], members: int) -> Iterator[str]:
    if shares and members < FLOORS["for_shares"]:
        yield "shares of fewer employers than may have them."
    for name, parts in shares.items():
        if not all(0 <= share <= WHOLE for share in parts.values()):
            yield f"a share of {name} that is none."
