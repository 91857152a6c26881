"""Employers, the contributors that they form (R1), and who of them is in the panel of a year (R7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from fractions import Fraction

SMALLEST, MONTHS = 3, 3
MEDIANS = ("median_wage", "median_seniority")
Measures = Mapping[str, int]


@dataclasses.dataclass(frozen=True)
class Employer:
    """One enterprise number: where it stands, who knows it, its enterprise group, its measures by quarter."""

    number: str
    nace: str
    section: str
    arrondissement: str
    province: str
    region: str
    committee: str = ""
    group: str = ""
    firms: frozenset[int] = frozenset()
    measures: Mapping[str, Measures] = dataclasses.field(default_factory=dict)

    @property
    def contributor(self) -> str:
        return self.group or self.number

    def workers(self, quarter: str) -> Fraction:
        told = self.measures[quarter]
        return Fraction(told["headcount"], told["months"])


@dataclasses.dataclass(frozen=True)
class Member:
    """A contributor: it stands where its largest employer stands; who knows one of them knows it."""

    name: str
    place: Employer
    workers: Fraction
    firms: frozenset[int]
    employers: tuple[Employer, ...]

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(one.number for one in self.employers)

    def in_world(self, world: Mapping[str, Employer]) -> Member:
        """The same contributor, as it stood, with what its employers deliver and who knows them now."""
        now = tuple(world[one] for one in sorted(self.numbers) if one in world)
        return dataclasses.replace(self, employers=now, firms=known_to(now))

    def measures(self, quarter: str) -> dict[str, int | None] | None:
        """The sums of those that employed anybody; None where one of them delivered in part.

        Medians of several do not add up: they have none.
        """
        told = [one.measures[quarter] for one in self.employers if quarter in one.measures]
        if not told or any(one["months"] < MONTHS for one in told):
            return None
        sums = {name: sum(one[name] for one in told) for name in told[0]}
        return sums | {"months": MONTHS} | (dict.fromkeys(MEDIANS) if len(told) > 1 else {})


def contributors(employers: Iterable[Employer], quarter: str) -> dict[str, Member]:
    together: dict[str, list[Employer]] = {}
    for one in sorted(employers, key=lambda one: one.number):
        if quarter in one.measures:
            together.setdefault(one.contributor, []).append(one)
    members = [member_of(name, tuple(ours), quarter) for name, ours in sorted(together.items())]
    return {one.name: one for one in members if one.workers >= SMALLEST and one.measures(quarter)}


def member_of(name: str, ours: tuple[Employer, ...], quarter: str) -> Member:
    largest = max(ours, key=lambda one: one.workers(quarter))  # the first of several as large
    workers = sum((one.workers(quarter) for one in ours), Fraction(0))
    return Member(name, largest, workers, known_to(ours), ours)


def known_to(employers: Iterable[Employer]) -> frozenset[int]:
    return frozenset(firm for one in employers for firm in one.firms)
