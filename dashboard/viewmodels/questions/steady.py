"""Whether a staff is large enough for words on how its rates move: twenty full-time equivalents."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.own_series import Month

SMALLEST_STEADY = 20
THOUSANDTHS = 1000


def mean_fte(months: Sequence[Month]) -> float:
    """The mean of the months whose full-time equivalents are known; 0 where none are."""
    known = [month.sums["fte"] for month in months if month.sums]
    there = [fte / THOUSANDTHS for fte in known if fte is not None]
    return sum(there) / len(there) if there else 0.0


def is_steady(months: Sequence[Month]) -> bool:
    return mean_fte(months) >= SMALLEST_STEADY
