"""Stage 2: values of employers become released quantiles of groups, all metrics of a group at once.

The rules are those of `domain.disclosure`, applied to columns; a test compares the two on every number.
"""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.domain.disclosure import NEAR_INTEGER, QUARTILES, USELESS_SHARE, Rules, probabilities
from dashboard.domain.metrics import METRICS, Metric
from dashboard.domain.workforce import Span

Floats = NDArray[np.float64]
NO_SPREAD = "no_spread"


@dataclasses.dataclass(frozen=True)
class Column:
    """One metric over one span."""

    metric: Metric
    span: Span

    @property
    def name(self) -> str:
        return f"{self.metric.name}|{self.span}"


COLUMNS = tuple(Column(metric, span) for metric in METRICS for span in metric.spans)
STEPS = np.array([column.metric.step for column in COLUMNS])


@dataclasses.dataclass(frozen=True)
class Knowledge:
    """Which firms know which employers: pairs of row and firm, and the rows that no firm knows."""

    firms: tuple[NDArray[np.int64], ...]

    def safe(self, rules: Rules, rows: NDArray[np.int64], present: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """R3 for each column: enough firms, and enough employers outside the largest of them."""
        counts, alone = self._counts(rows, present)
        total = present.sum(axis=0)
        largest = np.maximum(counts.max(axis=0, initial=0), alone > 0)
        firms = (counts > 0).sum(axis=0) + alone
        answer: NDArray[np.bool_] = (firms >= rules.firms) & (total - largest >= rules.outside_firm)
        return answer

    def _counts(
        self, rows: NDArray[np.int64], present: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        known = [self.firms[row] for row in rows]
        lengths = np.array([len(one) for one in known])
        alone = present[lengths == 0].sum(axis=0)
        pairs = np.repeat(np.arange(len(rows)), lengths)
        if not len(pairs):
            return np.zeros((1, present.shape[1]), dtype=np.int64), alone
        _names, firm = np.unique(np.concatenate(known), return_inverse=True)
        counts = np.zeros((firm.max() + 1, present.shape[1]), dtype=np.int64)
        np.add.at(counts, firm, present[pairs].astype(np.int64))
        return counts, alone


@dataclasses.dataclass(frozen=True)
class Same:
    """What the jitter depends on, so that the same members in the same period always get the same noise."""

    members: str
    period: str


def released_figures(
    rules: Rules, values: Floats, people: Floats, rows: NDArray[np.int64], *, known: Knowledge, same: Same
) -> dict[str, Any]:
    """Every releasable metric of one group: column name to quantiles, or to the word for no spread."""
    chosen = values[rows]
    present = ~np.isnan(chosen)
    counts = present.sum(axis=0)
    workers = (present * people[rows, None]).sum(axis=0)
    frequent = (counts >= rules.employers) & (workers >= rules.workers)
    allowed = frequent & known.safe(rules, rows, present)
    ordered = np.sort(chosen, axis=0)
    return {
        column.name: one_column(rules, ordered[: counts[place], place], column, same=same)
        for place, column in enumerate(COLUMNS)
        if allowed[place]
    }


def one_column(rules: Rules, ordered: Floats, column: Column, *, same: Same) -> Any:  # noqa: ANN401 - JSON
    asked = np.array(probabilities(rules, len(ordered)))
    shift = jitter(rules.key, same.members, column.name, same.period)
    both = quantiles(ordered, np.concatenate([QUARTILES, asked]), shift=shift)
    quartiles, raw = both[: len(QUARTILES)], np.maximum.accumulate(both[len(QUARTILES) :])
    step = column.metric.step
    steps = np.copysign(np.floor(np.abs(raw) / step + 0.5), raw) * step
    found = {f"{probability:g}": round(float(one), 6) for probability, one in zip(asked, steps, strict=True)}
    return NO_SPREAD if useless(ordered, quartiles, step=step) else found


def quantiles(ordered: Floats, asked: Floats, *, shift: float) -> Floats:
    """Type 8 at jittered ranks; near an integer the mean of the three order statistics around it."""
    count = len(ordered)
    # The plain minimum and maximum cost a fifth of np.clip, and this runs for every column of every group.
    ranks = np.minimum(np.maximum((count + 1 / 3) * (asked + shift / (count + 1)) + 1 / 3, 1.0), count)
    whole = np.rint(ranks)
    low = np.minimum(np.floor(ranks).astype(int), count - 1)
    between = ordered[low - 1] + (ranks - low) * (ordered[low] - ordered[low - 1])
    nearest = np.minimum(np.maximum(whole.astype(int), 2), count - 1)
    three = (ordered[nearest - 2] + ordered[nearest - 1] + ordered[nearest]) / 3
    answer: Floats = np.where(np.abs(ranks - whole) < NEAR_INTEGER, three, between)
    return answer


def useless(ordered: Floats, quartiles: Floats, *, step: float) -> bool:
    """R10, asked of the quartiles whether or not they are released."""
    lower, upper = np.floor(quartiles / step + 0.5)
    if lower == upper:
        return True
    most = max(int((ordered == ordered[0]).sum()), int((ordered == ordered[-1]).sum()))
    return most > USELESS_SHARE * len(ordered)


def jitter(key: bytes, members: str, column: str, period: str) -> float:
    metric, span = column.split("|")
    message = f"{members}|{metric}|{period}|{span}".encode()
    return int.from_bytes(hmac.new(key, message, hashlib.sha256).digest()[:8], "big") / 2**63 - 1


def membership(employers: Sequence[str]) -> str:
    return hashlib.sha256("|".join(sorted(employers)).encode()).hexdigest()
