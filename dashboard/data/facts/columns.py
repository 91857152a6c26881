"""Metrics over many employers at once: as columns of numbers, and as expressions of SQL."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.domain.metrics import Metric
from dashboard.domain.metrics.formulas import Term, weigh
from dashboard.domain.workforce import Reason

Floats = NDArray[np.float64]


def column_values(metric: Metric, sums: pd.DataFrame) -> Floats:
    """The metric of each row of summed measures: the same as `metrics.value`; NaN where it is missing."""
    known: Mapping[str, Floats] = {name: sums[name].to_numpy(np.float64) for name in metric.measures}
    enough = known["months"] > 0
    for floor in metric.floors:
        enough &= weigh(floor.people, known) >= floor.least * known["months"]
    with np.errstate(divide="ignore", invalid="ignore"):
        for divisor in metric.formula.divisors(known):
            enough &= divisor > 0
        return np.where(enough, metric.formula.result(known), np.nan)


def sql_value(metric: Metric) -> str:
    """The metric as an expression over columns of summed measures: NULL where it is missing."""
    terms = {name: Term(f"CAST({name} AS DOUBLE PRECISION)") for name in metric.measures}
    return f"CASE WHEN {sql_reason(metric)} IS NULL THEN {metric.formula.result(terms).text} END"


def sql_reason(metric: Metric) -> str:
    """Why the metric of a row is missing, as an expression: NULL where it is not."""
    terms = {name: Term(name) for name in metric.measures}
    small = (f"{weigh(floor.people, terms).text} < {floor.least} * months" for floor in metric.floors)
    nothing = (f"{divisor.text} <= 0" for divisor in metric.formula.divisors(terms))
    return case(
        (["months IS NULL", "months = 0"], Reason.NOT_DELIVERED),
        (list(small), Reason.TOO_FEW_EMPLOYEES),
        ([f"{name} IS NULL" for name in metric.measures], Reason.NOT_DELIVERED),
        (list(nothing), Reason.NOT_APPLICABLE),
    )


def case(*reasons: tuple[list[str], Reason]) -> str:
    """The first reason of which any condition holds."""
    whens = (
        f"WHEN {' OR '.join(conditions)} THEN '{reason}'" for conditions, reason in reasons if conditions
    )
    return f"CASE {' '.join(whens)} END"
