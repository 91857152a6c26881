"""Builds a release: every group that may be shown, suppressed before anything is written."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Collection, Iterator, Mapping

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, func, insert, select, update

from dashboard.data.facts.columns import column_values
from dashboard.data.releases.kernel import COLUMNS, Floats, Knowledge, Same, membership, released_figures
from dashboard.data.releases.tables import placements, released_groups, releases
from dashboard.domain.disclosure import SMALLEST_MEMBER, Rules, frequent_enough, old_enough
from dashboard.domain.metrics import LATEST, MEASURES
from dashboard.domain.peers import LEVELS, Placement, band
from dashboard.domain.workforce import MONTHS, Period, Quarter, Span
from dashboard.errors import BadRequest

Measures = Mapping[Quarter, pd.DataFrame]


@dataclasses.dataclass(frozen=True)
class Release:
    """A frozen set of peer figures of one quarter."""

    id: int
    quarter: Quarter
    version: int
    digest: str
    built_at: datetime.datetime
    active: bool


@dataclasses.dataclass(frozen=True)
class Source:
    """What a release is built from: measures by quarter, where employers stand, which firms know them."""

    measures: Measures
    employers: pd.DataFrame
    known_by: Mapping[str, Collection[int]]


def build(
    connection: Connection, quarter: Quarter, source: Source, *, rules: Rules, now: datetime.datetime
) -> Release:
    """Write a new, inactive release of a quarter; refused until three months after its end (R5)."""
    if not old_enough(quarter, now.date()):
        raise BadRequest(
            "Peer figures of {quarter} may be released from {day}.", quarter=quarter, day=quarter.release_day
        )
    panel = panel_of(quarter, source)
    groups = list(released(panel, quarter, source, rules=rules))
    release_id = write_release(connection, quarter, groups, now=now)
    write_placements(connection, release_id, panel)
    return release_of(connection, release_id)


def panel_of(quarter: Quarter, source: Source) -> pd.DataFrame:
    """Every employer with facts in the quarter, where it stands, and whether it counts among peers (R1)."""
    measures = source.measures[quarter]
    headcount = measures["headcount"] / measures["months"]
    panel = source.employers.join(headcount.rename("people"), how="inner").sort_index()
    complete = measures["months"].reindex(panel.index) == MONTHS
    panel["counts"] = (panel["people"] >= SMALLEST_MEMBER) & complete
    return panel


def released(
    panel: pd.DataFrame, quarter: Quarter, source: Source, *, rules: Rules
) -> Iterator[dict[str, object]]:
    members = panel[panel["counts"]]
    values = value_matrix(members.index, quarter, source.measures)
    known = Knowledge(tuple(np.array(sorted(source.known_by.get(one, ()))) for one in members.index))
    people = members["people"].to_numpy()
    names = members.index.to_numpy()
    for key, rows in groups_of(members).items():
        if not frequent_enough(rules, employers=len(rows), workers=float(people[rows].sum())):
            continue
        if not known.safe(rules, rows, np.ones((len(rows), 1), dtype=bool))[0]:
            continue
        same = Same(membership(names[rows].tolist()), str(quarter))
        figures = released_figures(rules, values, people, rows, known=known, same=same)
        yield {"group_key": key, "band": band(len(rows)).value, "figures": figures}


def groups_of(members: pd.DataFrame) -> dict[str, NDArray[np.int64]]:
    """The rows of each group, by its key, over every level of every ladder."""
    rows_of: dict[str, list[int]] = {}
    for row, placement in enumerate(placements_of(members)):
        for level in LEVELS:
            rows_of.setdefault(placement.group(level).key, []).append(row)
    return {key: np.array(rows) for key, rows in sorted(rows_of.items())}


def placements_of(panel: pd.DataFrame) -> Iterator[Placement]:
    columns = ("nace", "section", "arrondissement", "province", "region", "people")
    for nace, section, arrondissement, province, region, people in zip(
        *(panel[column] for column in columns), strict=True
    ):
        yield Placement(nace, section, arrondissement, province, region, float(people))


def value_matrix(employers: pd.Index[str], quarter: Quarter, measures: Measures) -> Floats:
    """One row per employer, one column per metric and span; NaN where there is no value."""
    sums = {span: summed(employers, Period(quarter, span), measures) for span in Span}
    return np.column_stack([column_values(column.metric, sums[column.span]) for column in COLUMNS])


def summed(employers: pd.Index[str], period: Period, measures: Measures) -> pd.DataFrame:
    parts = [
        measures[one].reindex(employers).astype("float64")
        if one in measures
        else pd.DataFrame(np.nan, index=employers, columns=list(MEASURES))
        for one in period.quarters
    ]
    complete = np.logical_and.reduce([(part["months"] == MONTHS).to_numpy() for part in parts])
    total = sum(parts[1:], start=parts[0])
    total[list(LATEST)] = parts[-1][list(LATEST)]
    return total.where(pd.Series(complete, index=employers), np.nan)


def write_release(
    connection: Connection, quarter: Quarter, groups: list[dict[str, object]], *, now: datetime.datetime
) -> int:
    packed = [group | {"figures": orjson.dumps(group["figures"])} for group in groups]
    content = orjson.dumps([[group["group_key"], group["band"], group["figures"]] for group in groups])
    newest = select(func.coalesce(func.max(releases.c.version), 0)).where(releases.c.quarter == str(quarter))
    version = connection.execute(newest).scalar_one() + 1
    values = {
        "quarter": str(quarter),
        "version": version,
        "digest": hashlib.sha256(content).hexdigest(),
        "built_at": now,
        "active": False,
    }
    added = connection.execute(insert(releases).values(**values).returning(releases.c.id))
    release_id = int(added.scalar_one())
    if packed:
        connection.execute(insert(released_groups), [group | {"release_id": release_id} for group in packed])
    return release_id


def write_placements(connection: Connection, release_id: int, panel: pd.DataFrame) -> None:
    rows = [
        {
            "release_id": release_id,
            "employer": employer,
            "nace": placement.nace,
            "section": placement.section,
            "arrondissement": placement.arrondissement,
            "province": placement.province,
            "region": placement.region,
            # Only what a ladder needs: the class's own bound would do, but classes differ by level.
            "headcount": placement.headcount,
            "counts": bool(counts),
        }
        for employer, placement, counts in zip(
            panel.index, placements_of(panel), panel["counts"], strict=True
        )
    ]
    if rows:
        connection.execute(insert(placements), rows)


def activate(connection: Connection, release: Release) -> None:
    """Readers see this release of the quarter from the commit on, and no other."""
    same = releases.c.quarter == str(release.quarter)
    connection.execute(update(releases).where(same).values(active=False))
    connection.execute(update(releases).where(releases.c.id == release.id).values(active=True))


def release_of(connection: Connection, release_id: int) -> Release:
    row = connection.execute(select(releases).where(releases.c.id == release_id)).one()
    return Release(row.id, Quarter.parse(row.quarter), row.version, row.digest, row.built_at, row.active)
