"""The table that `make bench` prints: what was measured, beside its budget."""

from __future__ import annotations

import dataclasses
import math


@dataclasses.dataclass(frozen=True)
class Row:
    """One measurement; without a budget it is for information."""

    goal: str
    value: float
    unit: str
    budget: float = math.inf

    @property
    def verdict(self) -> str:
        if math.isnan(self.value):
            return "not measured"
        if math.isinf(self.budget):
            return ""
        return "ok" if self.value <= self.budget else "MISSED"

    @property
    def line(self) -> str:
        budget = "" if math.isinf(self.budget) else f"≤ {self.budget:g} {self.unit}"
        return f"{self.goal:<58} {self.value:>9.2f} {self.unit:<9} {budget:<16} {self.verdict}"


def show(title: str, rows: list[Row]) -> None:
    print(f"\n{title}\n{'-' * len(title)}")
    for row in rows:
        print(row.line.rstrip(), flush=True)


def missed(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.verdict in {"MISSED", "not measured"}]
