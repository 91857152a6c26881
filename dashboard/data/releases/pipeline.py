"""From facts to a release that waits: measures, a draft, what it leaves behind, one short transaction."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Collection, Mapping, Sequence

import pandas as pd
from sqlalchemy import Connection

from dashboard.data.facts.own import store_own
from dashboard.data.facts.series import store_series
from dashboard.data.own_measures import stored_quarters
from dashboard.data.releases.build import Draft, drafted
from dashboard.data.releases.frozen import History
from dashboard.data.releases.history import Release, all_releases, refuse_early, write
from dashboard.data.releases.mandates import known_by
from dashboard.data.releases.panel import Source
from dashboard.data.releases.publish import continued
from dashboard.data.releases.workshop import Workshop
from dashboard.domain.disclosure import Rules
from dashboard.domain.workforce import Period, Quarter, Span
from dashboard.errors import ReleaseRefused

# Told what is being done, at the start of each step.
Step = Callable[[str], None]
# Each employer's number and its own series of a quarter, as they are stored.
OwnSeries = Sequence[tuple[str, bytes]]


@dataclasses.dataclass(frozen=True)
class Start:
    """What the serving side says before a build: what is continued, which firms know whom, what is stored."""

    quarter: Quarter
    continues: Release | None
    known_by: Mapping[str, Collection[int]]
    stored: Collection[Quarter] = ()


@dataclasses.dataclass(frozen=True)
class Made:
    """A draft, and of the employers themselves the measures to store and the series of the quarter."""

    draft: Draft
    measures: Mapping[Quarter, pd.DataFrame]
    series: OwnSeries


def begun(connection: Connection, quarter: Quarter, *, today: datetime.date) -> Start:
    refuse_early(quarter, today)
    stored = stored_quarters(connection)
    return Start(quarter, continued(connection, quarter), known_by(connection, today), stored)


def made(
    workshop: Workshop, start: Start, *, rules: Rules, step: Step, series: OwnSeries | None = None
) -> Made:
    """Needs no database; a quarter that was added up before a build was stopped is not added up again.

    `series` are the quarter's own series where somebody has them already.
    """
    workshop.require(start.quarter)
    history = history_left(workshop, start.continues)
    year = year_of(workshop, start.quarter, step)
    step(f"Deciding what may be shown of {start.quarter}")
    source = Source(year, workshop.employers(), start.known_by)
    draft = drafted(source, start.quarter, rules=rules, history=history, engine=workshop.engine)
    step("Writing down what the rules said")
    workshop.dossier(draft.digest).keep(draft)
    for quarter in (year.keys() & start.stored) - {start.quarter}:
        del year[quarter]  # gives its memory to what follows
    if series is None:
        step("Adding up the employers’ own series")
        series = workshop.series(start.quarter)
    return Made(draft, year, series)


def year_of(workshop: Workshop, quarter: Quarter, step: Step) -> dict[Quarter, pd.DataFrame]:
    measures: dict[Quarter, pd.DataFrame] = {}
    for one in Period(quarter, Span.FOUR_QUARTERS).quarters:
        if one in workshop.quarters():
            step(f"Adding up the facts of {one}")
            measures[one] = workshop.measures(one)
    return measures


def history_left(workshop: Workshop, release: Release | None) -> History | None:
    if release is None:
        return None
    history = workshop.dossier(release.digest).history
    if history is None:
        raise ReleaseRefused(
            "The panel of {name} is not in {folder}: build where {name} was built, or bring its folder here.",
            name=release.name,
            folder=workshop.folder,
        )
    return history


def recorded(connection: Connection, of: Made, start: Start, *, now: datetime.datetime) -> Release:
    """Keep the draft, own measures and own series; a draft that says what one says already adds none."""
    for quarter, measures in of.measures.items():
        store_own(connection, quarter, measures)
    store_series(connection, start.quarter, of.series)
    follows = start.continues.id if start.continues else None
    digest = of.draft.digest
    for known in all_releases(connection):
        same = known.quarter == start.quarter and known.digest == digest
        if same and (known.published_at or known.follows == follows):
            return known
    return write(connection, of.draft, now=now, follows=follows)
