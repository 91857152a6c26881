"""Medians within an employer: sorted here once, since no two databases agree on a quantile."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


def weighted_medians(groups: Whole, values: Whole, weights: Whole) -> tuple[Whole, Whole]:
    """Of each group the smallest value that at least half of the weight does not exceed.

    Weights are above zero. Answers the groups in order, and their medians.
    """
    order = np.lexsort((values, groups))
    ordered, reached = groups[order], np.cumsum(weights[order])
    first = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    before = np.concatenate(([0], reached))[first]
    after = np.concatenate((before[1:], reached[-1:]))
    half = before + (after - before + 1) // 2
    return ordered[first], values[order][np.searchsorted(reached, half)]


def medians_of_totals(groups: Whole, totals: Whole, weights: Whole) -> tuple[Whole, Whole]:
    """The medians of what each total is to its weight, in whole numbers."""
    return weighted_medians(groups, totals // weights, weights)
