"""Formulas over measures: one definition that whole numbers, columns of them and SQL all go through."""

from __future__ import annotations

import dataclasses
import functools
import operator
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

Weights = Mapping[str, int]
# Whatever can be added, multiplied and divided: a number, a column of numbers, a `Term`.
Amount = Any


class Formula(Protocol):
    """How a metric follows from measures."""

    @property
    def measures(self) -> frozenset[str]: ...

    def divisors(self, measures: Mapping[str, Amount], /) -> Iterator[Amount]:
        """What must be above zero, or the metric does not apply."""

    def result(self, measures: Mapping[str, Amount]) -> Amount: ...


def weigh(weights: Weights, measures: Mapping[str, Amount]) -> Amount:
    parts = (weight * measures[name] if weight != 1 else measures[name] for name, weight in weights.items())
    return functools.reduce(operator.add, parts)


@dataclasses.dataclass(frozen=True)
class Ratio:
    """Scale x (sum of measures) / (sum of measures)."""

    above: Weights
    below: Weights
    scale: float = 1

    @property
    def measures(self) -> frozenset[str]:
        return frozenset(self.above) | frozenset(self.below)

    def divisors(self, measures: Mapping[str, Amount]) -> Iterator[Amount]:
        yield weigh(self.below, measures)

    def result(self, measures: Mapping[str, Amount]) -> Amount:
        return self.scale * weigh(self.above, measures) / weigh(self.below, measures)


@dataclasses.dataclass(frozen=True)
class Total:
    """Scale x (sum of measures)."""

    of: Weights
    scale: float = 1

    @property
    def measures(self) -> frozenset[str]:
        return frozenset(self.of)

    def divisors(self, _measures: Mapping[str, Amount]) -> Iterator[Amount]:
        yield from ()

    def result(self, measures: Mapping[str, Amount]) -> Amount:
        return self.scale * weigh(self.of, measures)


@dataclasses.dataclass(frozen=True)
class Gap:
    """By how many per cent the rate of some lies below that of the others: (others - some) / others."""

    above: str
    below: str
    above_of_some: str
    below_of_some: str

    @property
    def measures(self) -> frozenset[str]:
        return frozenset({self.above, self.below, self.above_of_some, self.below_of_some})

    def divisors(self, measures: Mapping[str, Amount]) -> Iterator[Amount]:
        yield measures[self.below_of_some]
        yield self._below_of_others(measures)
        yield self._above_of_others(measures)

    def result(self, measures: Mapping[str, Amount]) -> Amount:
        some = measures[self.above_of_some] / measures[self.below_of_some]
        others = self._above_of_others(measures) / self._below_of_others(measures)
        return 100 * (others - some) / others

    def _above_of_others(self, measures: Mapping[str, Amount]) -> Amount:
        return measures[self.above] - measures[self.above_of_some]

    def _below_of_others(self, measures: Mapping[str, Amount]) -> Amount:
        return measures[self.below] - measures[self.below_of_some]


@dataclasses.dataclass(frozen=True)
class Term:
    """A measure in writing: put through a formula it gives the formula, for SQL and for the reader."""

    text: str

    def __add__(self, other: Term) -> Term:
        return Term(f"({self.text} + {other.text})")

    def __sub__(self, other: Term) -> Term:
        return Term(f"({self.text} - {other.text})")

    def __truediv__(self, other: Term) -> Term:
        return Term(f"({self.text} / {other.text})")

    def __rmul__(self, factor: float) -> Term:
        return Term(f"({factor:.12g} * {self.text})") if factor != 1 else self
