"""Turns invented facts into the employers' own measures and into peer releases."""

from __future__ import annotations

import datetime
from pathlib import Path

import pandas as pd

from dashboard.data.facts import measures as facts
from dashboard.data.facts.own import store_own
from dashboard.data.facts.series import employer_series, store_series
from dashboard.data.releases.build import drafted
from dashboard.data.releases.frozen import History
from dashboard.data.releases.history import activate, write
from dashboard.data.releases.mandates import known_by
from dashboard.data.releases.panel import Source
from dashboard.demo.ground import Ground
from dashboard.demo.size import Progress
from dashboard.domain.disclosure import old_enough
from dashboard.domain.workforce import MONTHS, QUARTERS, Quarter

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


def record_figures(ground: Ground, *, folder: Path, progress: Progress) -> None:
    """Store the own measures of each quarter and publish its release; memory holds one year.

    Nothing is withheld from anybody yet: every release is built with today's mandates.
    """
    rules = ground.store.rules
    places, known = facts.employers(folder), known_by(ground.connection, ground.today)
    quarters = facts.quarters(folder)
    year: dict[Quarter, pd.DataFrame] = {}
    history: History | None = None
    for done, quarter in enumerate(quarters, start=1):
        year[quarter] = facts.employer_quarter(folder, quarter)
        year.pop(quarter.minus(QUARTERS), None)
        store_own(ground.connection, quarter, year[quarter])
        store_series(ground.connection, quarter, employer_series(folder, quarter))
        draft = drafted(Source(year, places, known), quarter, rules=rules, history=history)
        activate(ground.connection, write(ground.connection, draft, now=ground.now))
        history = draft.history
        progress(done, len(quarters), f"Releasing peer figures of {quarter}")
