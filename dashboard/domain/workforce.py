"""Quarters, periods, and values that may be missing."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import re

from dashboard.errors import BadRequest

QUARTERS = 4
MONTHS = 3


@dataclasses.dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year: the rhythm of declarations and releases."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        found = re.fullmatch(r"(\d{4})Q([1-4])", text)
        if not found:
            raise BadRequest
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    def minus(self, count: int) -> Quarter:
        index = self.year * QUARTERS + self.number - 1 - count
        return Quarter(index // QUARTERS, index % QUARTERS + 1)

    @property
    def start(self) -> datetime.date:
        return datetime.date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def end(self) -> datetime.date:
        return self.minus(-1).start - datetime.timedelta(days=1)

    @property
    def release_day(self) -> datetime.date:
        """The first day on which peer figures of this quarter may be published (R5)."""
        return self.minus(-2).start


class Span(enum.StrEnum):
    """How much time a figure covers."""

    FOUR_QUARTERS = "four_quarters"
    QUARTER = "quarter"


@dataclasses.dataclass(frozen=True)
class Period:
    """One quarter, or the four that end with it."""

    quarter: Quarter
    span: Span

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        count = QUARTERS if self.span is Span.FOUR_QUARTERS else 1
        return tuple(self.quarter.minus(back) for back in reversed(range(count)))


class Reason(enum.StrEnum):
    """Why an employer's own value is missing."""

    NOT_DELIVERED = "not_delivered"
    TOO_FEW_EMPLOYEES = "too_few_employees"
    NOT_APPLICABLE = "not_applicable"


@dataclasses.dataclass(frozen=True)
class Missing:
    """A value that is not there, which is never zero."""

    reason: Reason


Value = float | Missing
