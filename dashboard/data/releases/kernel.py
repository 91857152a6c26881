"""Stage 2: values of contributors become released quantiles of groups, a level and a column at a time.

The rules are those of `domain.disclosure`, applied to columns; a test compares the two on every number.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dashboard.data.releases.knowledge import Flags, Numbers
from dashboard.data.releases.panel import Floats
from dashboard.data.releases.tables import NO_SPREAD
from dashboard.domain.disclosure import (
    MEDIAN,
    NEAR_INTEGER,
    QUARTILES,
    TAILS,
    USELESS_SHARE,
    Rules,
    jitter,
    probabilities,
)
from dashboard.domain.metrics import COMPARED, Metric
from dashboard.domain.peers import TENTHS
from dashboard.domain.workforce import Span

Found = dict[str, float] | str
Figures = dict[str, Found]

# Every quantile that may ever be released.
ASKED = tuple(sorted({*MEDIAN, *QUARTILES, *TAILS, *TENTHS}))


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
class Table:
    """The values of the contributors: each column's in order, and the place of each row in that order.

    Rows without a value stand at the end of the order, where the values are not numbers.
    """

    ordered: Floats
    places: NDArray[np.int32]

    @classmethod
    def of(cls, values: Floats) -> Table:
        order = np.argsort(values, axis=0, kind="stable").astype(np.int32)
        places = np.empty_like(order)
        np.put_along_axis(places, order, np.arange(len(values), dtype=np.int32)[:, None], axis=0)
        return cls(np.take_along_axis(values, order, axis=0), places)


@dataclasses.dataclass(frozen=True)
class Batch:
    """Groups that are worked out together, numbered from 0: pairs of a group and a row in it.

    `members` has one word for the members of each group, on which the jitter depends; `shown` says for each
    column which groups may show it.
    """

    sets: Numbers
    rows: Numbers
    members: Sequence[str]
    shown: Flags


class Ordered(NamedTuple):
    """Some groups' values of one column, group by group, each ascending."""

    values: Floats
    starts: Numbers
    counts: Numbers


def released_figures(rules: Rules, table: Table, batch: Batch, *, period: str) -> list[Figures]:
    """Every releasable metric of each group: column name to quantiles, or to the word for no spread."""
    figures: list[Figures] = [{} for _ in batch.members]
    for place, column in enumerate(COLUMNS):
        at = table.places[batch.rows, place].astype(np.int64)
        present = at < np.count_nonzero(~np.isnan(table.ordered[:, place]))
        keep = present & batch.shown[place][batch.sets]
        groups, ordered = in_order(batch.sets[keep], at[keep], table.ordered[:, place])
        members = [batch.members[group] for group in groups]
        shifts = np.array(
            [jitter(rules, one, column.metric.name, f"{period}|{column.span}") for one in members]
        )
        for group, found in zip(groups, quantiles_of(rules, ordered, column, shifts), strict=True):
            figures[group][column.name] = found
    return figures


def in_order(sets: Numbers, at: Numbers, ordered: Floats) -> tuple[list[int], Ordered]:
    """The groups that have values of a column, and those values: sorting places is faster than values."""
    group, place = np.divmod(np.sort(sets * len(ordered) + at), max(len(ordered), 1))
    groups, starts, counts = np.unique(group, return_index=True, return_counts=True)
    return groups.tolist(), Ordered(ordered[place], starts, counts)


def quantiles_of(rules: Rules, ordered: Ordered, column: Column, shifts: Floats) -> list[Found]:
    """For each group its released quantiles, or that there is no usable spread (R8, R10)."""
    raw = quantiles(ordered, shifts)
    hidden = useless(ordered, *(round_to(raw[ASKED.index(one)], column.metric.step) for one in QUARTILES))
    answer: list[Found] = [NO_SPREAD] * len(shifts)
    # Groups of as many quantiles are worked out together.
    reach = np.minimum(ordered.counts, max(rules.for_quartiles, rules.for_tails, rules.for_deciles))
    counts = np.unique(reach)
    allowed = [probabilities(rules, count) for count in counts.tolist()]
    for asked in set(allowed):
        alike = counts[[one == asked for one in allowed]]
        places = np.flatnonzero(np.isin(reach, alike) & ~hidden)
        rows = np.array([ASKED.index(one) for one in asked])
        steady = np.maximum.accumulate(raw[rows[:, None], places], axis=0)
        names = [f"{one:g}" for one in asked]
        rounded = round_to(steady, column.metric.step)
        for place, found in zip(places.tolist(), rounded.T.tolist(), strict=True):
            answer[place] = dict(zip(names, found, strict=True))
    return answer


def quantiles(ordered: Ordered, shifts: Floats) -> Floats:
    """Type 8 at jittered ranks; near an integer the mean of the three order statistics around it.

    A row for each probability of `ASKED`, a column for each group.
    """
    counts = ordered.counts
    shifted = np.array(ASKED)[:, None] + shifts / (counts + 1)
    ranks = np.clip((counts + 1 / 3) * shifted + 1 / 3, 1.0, counts.astype(np.float64))
    low = np.minimum(np.floor(ranks).astype(np.int64), counts - 1)
    below, above = at_rank(ordered, low), at_rank(ordered, low + 1)
    nearest = np.round(ranks).astype(np.int64)
    centre = np.clip(nearest, 2, counts - 1)
    three = (at_rank(ordered, centre - 1) + at_rank(ordered, centre) + at_rank(ordered, centre + 1)) / 3
    between = below + (ranks - low) * (above - below)
    answer: Floats = np.where(np.abs(ranks - nearest) < NEAR_INTEGER, three, between)
    return answer


def at_rank(ordered: Ordered, rank: Numbers) -> Floats:
    picked: Floats = ordered.values[ordered.starts + rank - 1]
    return picked


def round_to(values: Floats, step: float) -> Floats:
    """R8e: halves away from zero."""
    answer: Floats = np.round(np.copysign(np.floor(np.abs(values) / step + 0.5), values) * step, 6)
    return answer


def useless(ordered: Ordered, lower: Floats, upper: Floats) -> Flags:
    """R10, asked of the quartiles whether or not they are released."""
    ends = [at_rank(ordered, rank) for rank in (np.ones_like(ordered.counts), ordered.counts)]
    same = [ordered.values == np.repeat(end, ordered.counts) for end in ends]
    most = np.max([np.add.reduceat(one.astype(np.int64), ordered.starts) for one in same], axis=0)
    answer: Flags = (lower == upper) | (most > USELESS_SHARE * ordered.counts)
    return answer
