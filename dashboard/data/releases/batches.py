"""The kernel of one batch of groups: a function of what it is given, so that any engine can run it."""

from __future__ import annotations

import dataclasses

import numpy as np
import orjson
from numpy.typing import NDArray

from dashboard.data.facts.engine import Figured, Members
from dashboard.data.releases.kernel import COLUMNS, Batch, Table, released_figures
from dashboard.data.releases.knowledge import Flags
from dashboard.data.releases.weighted import Weighing, released_shares
from dashboard.domain.disclosure import membership

# The columns of values are those of metrics, then those of amounts.
METRICS = len(COLUMNS)


@dataclasses.dataclass(frozen=True)
class Basis:
    """What every batch is worked out from; `shown` says for each column which groups may show it."""

    table: Table
    weighing: Weighing
    names: NDArray[np.str_]
    shown: Flags
    period: str


def kernel(basis: Basis, members: Members) -> list[Figured]:
    """Each group's figures and shares."""
    wanted, batch = numbered(basis, members)
    metrics = dataclasses.replace(batch, shown=batch.shown[:METRICS])
    figures = released_figures(basis.weighing.rules, basis.table, metrics, period=basis.period)
    amounts = dataclasses.replace(batch, shown=batch.shown[METRICS:])
    shares = released_shares(basis.weighing, amounts)
    return [
        Figured(*one)
        for one in zip(wanted, map(orjson.dumps, figures), map(orjson.dumps, shares), strict=True)
    ]


def numbered(basis: Basis, members: Members) -> tuple[list[int], Batch]:
    """The groups, and the same numbered from 0; members may come in any order."""
    order = np.argsort(members.groups)
    rows = members.rows[order]
    wanted, starts, sets = np.unique(members.groups[order], return_index=True, return_inverse=True)
    parts = np.split(rows, starts[1:])
    words = [membership(basis.names[part].tolist()) for part in parts]
    return wanted.tolist(), Batch(sets, rows, words, basis.shown[:, wanted])
