"""The value of every metric for every contributor, as columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.data.releases.kernel import COLUMNS
from dashboard.data.releases.panel import Floats, Measures, Panel, merged
from dashboard.domain.disclosure import SMALLEST_MEMBER
from dashboard.domain.metrics import MEASURES, YEARLY, Metric
from dashboard.domain.workforce import MONTHS, Period, Quarter, Span


def value_matrix(panel: Panel, quarter: Quarter, measures: Measures) -> Floats:
    """One row per contributor, one column per metric and span; NaN where there is no value."""
    units = pd.Index(panel.units["unit"])
    by_quarter = {
        one: merged(measures[one], panel).reindex(units).astype("float64")
        for one in Period(quarter, Span.FOUR_QUARTERS).quarters
        if one in measures
    }
    sums = {span: summed(units, Period(quarter, span), by_quarter) for span in Span}
    return np.column_stack([column_values(column.metric, sums[column.span]) for column in COLUMNS])


def summed(units: pd.Index[str], period: Period, by_quarter: Measures) -> pd.DataFrame:
    """The measures of a period, NaN unless each of its quarters was delivered whole."""
    missing = pd.DataFrame(np.nan, index=units, columns=list(MEASURES))
    parts = [by_quarter.get(one, missing) for one in period.quarters]
    complete = np.logical_and.reduce([(part["months"] == MONTHS).to_numpy() for part in parts])
    total = sum(parts[1:], start=parts[0])
    last = list(YEARLY)
    total = total.assign(**{name: parts[-1][name] for name in last})
    return total.where(pd.Series(complete, index=units), np.nan)


def column_values(metric: Metric, sums: pd.DataFrame) -> Floats:
    """The metric's definition as a column: the same as `metrics.value`, for all contributors."""
    numerator = weigh_columns(metric.numerator, sums)
    denominator = weigh_columns(metric.denominator, sums)
    enough = (sums["headcount"] >= SMALLEST_MEMBER * sums["months"]) & (denominator > 0)
    values = metric.scale * numerator / denominator.where(enough)
    return np.asarray(values, dtype=np.float64)


def weigh_columns(weights: Mapping[str, int], sums: pd.DataFrame) -> pd.Series[float]:
    return sums[list(weights)].mul(list(weights.values())).sum(axis=1, skipna=False)
