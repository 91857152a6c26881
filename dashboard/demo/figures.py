"""Turns invented facts into the employers' own measures and into peer releases."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd

from dashboard.data.facts import measures as facts
from dashboard.data.releases.pipeline import OwnSeries, begun, made, recorded
from dashboard.data.releases.publish import publish
from dashboard.data.releases.workshop import Workshop
from dashboard.demo.ground import Ground
from dashboard.demo.size import Progress
from dashboard.domain.disclosure import old_enough
from dashboard.domain.workforce import MONTHS, Quarter

THOUSANDTHS = 1000


def newest_released(today: datetime.date) -> Quarter:
    """The newest quarter whose peer figures may be published."""
    quarter = Quarter(today.year, 1 + (today.month - 1) // MONTHS)
    while not old_enough(quarter, today):
        quarter = quarter.minus(1)
    return quarter


def fte_of(employers: pd.DataFrame, *, folder: Path, quarter: Quarter) -> pd.Series[float]:
    """Each employer's mean full-time equivalents of a quarter, to one decimal."""
    found = facts.employer_quarter(folder, quarter)
    mean = (found["fte"] / found["months"] / THOUSANDTHS).round(1)
    return mean.reindex(employers["employer"]).set_axis(employers.index)


def record_figures(ground: Ground, workshop: Workshop, *, progress: Progress) -> None:
    """Store the own measures of each quarter and publish its release, as `portefeuille release` does."""
    rules, quarters = ground.store.rules, workshop.quarters()
    for done, (quarter, series) in enumerate(added_up_ahead(workshop, quarters), start=1):
        start = begun(ground.connection, quarter, today=ground.today)
        of = made(workshop, start, rules=rules, step=silently, series=series)
        release = recorded(ground.connection, of, start, now=ground.now)
        publish(ground.connection, release, rules=rules, now=ground.now)
        progress(done, len(quarters), f"Releasing peer figures of {quarter}")


def added_up_ahead(workshop: Workshop, quarters: Sequence[Quarter]) -> Iterator[tuple[Quarter, OwnSeries]]:
    """Each quarter, once its measures are kept, with its own series.

    Facts are added up on one core while the other decides.
    """

    def added_up(quarter: Quarter) -> OwnSeries:
        workshop.measures(quarter)
        return workshop.series(quarter)

    with ThreadPoolExecutor(max_workers=1) as ahead:
        yield from zip(quarters, ahead.map(added_up, quarters), strict=True)


def silently(_step: str) -> None:
    """The quarter is told, and not its steps."""
