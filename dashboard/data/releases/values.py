"""The value of every metric, and the amounts that shares are made of, for every contributor as columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.data.facts.columns import column_values
from dashboard.data.releases.kernel import COLUMNS
from dashboard.data.releases.panel import Floats, Measures, Panel, merged
from dashboard.domain.disclosure import SMALLEST_MEMBER
from dashboard.domain.metrics import LATEST, MEASURES
from dashboard.domain.shares import MIXES, Mix
from dashboard.domain.workforce import MONTHS, Period, Quarter, Span


def value_matrix(panel: Panel, quarter: Quarter, measures: Measures) -> Floats:
    """One row per contributor; a column per metric and span, then one per amount; NaN where there is none."""
    units = pd.Index(panel.units["unit"])
    by_quarter = {
        one: merged(measures[one], panel).reindex(units).astype("float64")
        for one in Period(quarter, Span.FOUR_QUARTERS).quarters
        if one in measures
    }
    sums = {span: summed(units, Period(quarter, span), by_quarter) for span in Span}
    metrics = [column_values(column.metric, sums[column.span]) for column in COLUMNS]
    amounts = [mix_amounts(mix, sums[span]) for span in Span for mix in MIXES]
    return np.column_stack([*metrics, *amounts])


def summed(units: pd.Index[str], period: Period, by_quarter: Measures) -> pd.DataFrame:
    """The measures of a period, NaN unless each of its quarters was delivered whole."""
    missing = pd.DataFrame(np.nan, index=units, columns=list(MEASURES))
    parts = [by_quarter.get(one, missing) for one in period.quarters]
    complete = np.logical_and.reduce([(part["months"] == MONTHS).to_numpy() for part in parts])
    total = sum(parts[1:], start=parts[0])
    last = list(LATEST)
    total = total.assign(**{name: parts[-1][name] for name in last})
    return total.where(pd.Series(complete, index=units), np.nan)


def mix_amounts(mix: Mix, sums: pd.DataFrame) -> Floats:
    """A column per part of a mix and one for the whole; NaN without any of it, or with less than nothing.

    Contributions can be less than their reductions: who gets money back would hide what others pay.
    """
    weights = (*(part.measures for part in mix.parts), mix.whole)
    found = np.column_stack([weigh_columns(one, sums) for one in weights]).astype(np.float64)
    has_all = large_enough(sums).to_numpy() & (found >= 0).all(axis=1) & (found[:, -1] > 0)
    answer: Floats = np.where(has_all[:, None], found, np.nan)
    return answer


def large_enough(sums: pd.DataFrame) -> pd.Series[bool]:
    enough: pd.Series[bool] = sums["headcount"] >= SMALLEST_MEMBER * sums["months"]
    return enough


def weigh_columns(weights: Mapping[str, int], sums: pd.DataFrame) -> pd.Series[float]:
    return sums[list(weights)].mul(list(weights.values())).sum(axis=1, skipna=False)
