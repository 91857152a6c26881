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

from dashboard.data.releases.tables import NO_SPREAD
from dashboard.domain.disclosure import NEAR_INTEGER, QUARTILES, USELESS_SHARE, Rules, probabilities
from dashboard.domain.metrics import COMPARED, Metric
from dashboard.domain.workforce import Span

Floats = NDArray[np.float64]


@dataclasses.dataclass(frozen=True)
class Column:
    """One metric over one span."""

    metric: Metric
    span: Span

    @property
    def name(self) -> str:
        return f"{self.metric.name}|{self.span}"


COLUMNS = tuple(Column(metric, span) for metric in COMPARED for span in metric.spans)


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
    figures: dict[str, Any] = {}
    # Columns with as many values are worked out together.
    for count in np.unique(counts[allowed]).tolist():
        places = np.flatnonzero(allowed & (counts == count))
        figures |= block_figures(rules, ordered[:count, places], [COLUMNS[place] for place in places], same)
    return figures


def block_figures(rules: Rules, ordered: Floats, columns: list[Column], same: Same) -> dict[str, Any]:
    shifts = np.array([jitter(rules.key, same.members, column.name, same.period) for column in columns])
    steps = np.array([column.metric.step for column in columns])
    asked = probabilities(rules, len(ordered))
    raw = np.maximum.accumulate(quantiles(ordered, np.array(asked), shifts=shifts), axis=0)
    rounded = np.round(np.copysign(np.floor(np.abs(raw) / steps + 0.5), raw) * steps, 6)
    hidden = useless(ordered, shifts=shifts, steps=steps)
    names = [f"{probability:g}" for probability in asked]
    return {
        column.name: NO_SPREAD if hidden[place] else dict(zip(names, rounded[:, place].tolist(), strict=True))
        for place, column in enumerate(columns)
    }


def quantiles(ordered: Floats, asked: Floats, *, shifts: Floats) -> Floats:
    """Type 8 at jittered ranks; near an integer the mean of the three order statistics around it.

    `ordered` has a row per employer and a column per metric, each ascending; answers a row per probability.
    """
    count = len(ordered)
    shifted = asked[:, None] + shifts[None, :] / (count + 1)
    ranks = np.clip((count + 1 / 3) * shifted + 1 / 3, 1.0, float(count))
    low = np.minimum(np.floor(ranks).astype(int), count - 1)
    below, above = at(ordered, low - 1), at(ordered, low)
    nearest = np.round(ranks).astype(int)
    centre = np.clip(nearest, 2, count - 1)
    three = (at(ordered, centre - 2) + at(ordered, centre - 1) + at(ordered, centre)) / 3
    answer: Floats = np.where(
        np.abs(ranks - nearest) < NEAR_INTEGER, three, below + (ranks - low) * (above - below)
    )
    return answer


def at(ordered: Floats, places: NDArray[np.int64]) -> Floats:
    picked: Floats = np.take_along_axis(ordered, places, axis=0)
    return picked


def useless(ordered: Floats, *, shifts: Floats, steps: Floats) -> NDArray[np.bool_]:
    """R10, asked of the quartiles whether or not they are released."""
    lower, upper = np.floor(quantiles(ordered, np.array(QUARTILES), shifts=shifts) / steps + 0.5)
    most = np.maximum((ordered == ordered[0]).sum(axis=0), (ordered == ordered[-1]).sum(axis=0))
    answer: NDArray[np.bool_] = (lower == upper) | (most > USELESS_SHARE * len(ordered))
    return answer


def jitter(key: bytes, members: str, column: str, period: str) -> float:
    metric, span = column.split("|")
    message = f"{members}|{metric}|{period}|{span}".encode()
    return int.from_bytes(hmac.new(key, message, hashlib.sha256).digest()[:8], "big") / 2**63 - 1


def membership(employers: Sequence[str]) -> str:
    return hashlib.sha256("|".join(sorted(employers)).encode()).hexdigest()
