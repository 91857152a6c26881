"""What one year's annual accounts say of a company's staff, and whether their sums hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from dashboard.domain.identifiers import CompanyNumber

SMALL_STAFF = 10
AVERAGE_FTE = "1003"


class Year(StrEnum):
    """The year that closed, or the one before it, which a filing repeats in part."""

    THIS = "this"
    PREVIOUS = "previous"


class Lack(StrEnum):
    """Why a figure is not there."""

    NOT_FILED = "not filed"
    NO_STAFF = "no staff"


@dataclass(frozen=True)
class Missing:
    """A figure that the accounts do not give; never zero."""

    reason: Lack


class Note(StrEnum):
    """What a reader should know before reading the figures."""

    SMALL_STAFF = "small staff: read with care"


class Unit(StrEnum):
    """What a figure counts."""

    PEOPLE = "people"
    FTE = "FTE"
    HOURS = "hours"
    EURO = "euro"
    EURO_PER_FTE = "euro per FTE"
    EURO_PER_HOUR = "euro per hour"
    HOURS_PER_FTE = "hours per FTE"
    SHARE = "share"


class FigureName(StrEnum):
    """Every figure drawn from the social balance sheet, in the order of reading."""

    FULL_TIME = "average_full_time_staff"
    PART_TIME = "average_part_time_staff"
    FTE = "average_fte"
    HOURS = "hours_worked"
    COST = "personnel_cost"
    COST_PER_FTE = "cost_per_fte"
    COST_PER_HOUR = "cost_per_hour"
    HOURS_PER_FTE = "hours_per_fte"
    WOMEN = "women_at_closing"
    ENTRIES = "entries"
    ENTRIES_FTE = "entries_fte"
    EXITS = "exits"
    EXITS_FTE = "exits_fte"


@dataclass(frozen=True)
class Formula:
    """Whole codes added, and divided by other whole codes added where there are any."""

    name: FigureName
    unit: Unit
    parts: tuple[str, ...]
    divided_by: tuple[str, ...] = ()


FORMULAS = (
    Formula(FigureName.FULL_TIME, Unit.PEOPLE, ("1001",)),
    Formula(FigureName.PART_TIME, Unit.PEOPLE, ("1002",)),
    Formula(FigureName.FTE, Unit.FTE, ("1003",)),
    Formula(FigureName.HOURS, Unit.HOURS, ("1013",)),
    Formula(FigureName.COST, Unit.EURO, ("1023",)),
    Formula(FigureName.COST_PER_FTE, Unit.EURO_PER_FTE, ("1023",), ("1003",)),
    Formula(FigureName.COST_PER_HOUR, Unit.EURO_PER_HOUR, ("1023",), ("1013",)),
    Formula(FigureName.HOURS_PER_FTE, Unit.HOURS_PER_FTE, ("1013",), ("1003",)),
    Formula(FigureName.WOMEN, Unit.SHARE, ("1213",), ("1203", "1213")),
    Formula(FigureName.ENTRIES, Unit.PEOPLE, ("2051", "2052")),
    Formula(FigureName.ENTRIES_FTE, Unit.FTE, ("2053",)),
    Formula(FigureName.EXITS, Unit.PEOPLE, ("3051", "3052")),
    Formula(FigureName.EXITS_FTE, Unit.FTE, ("3053",)),
)


@dataclass(frozen=True)
class Filing:
    """One company's accounts of one year, as filed with the National Bank."""

    reference: str
    company: CompanyNumber
    name: str
    starts: dt.date
    ends: dt.date
    model: str
    language: str
    values: Mapping[str, Decimal] = field(hash=False)
    previous_values: Mapping[str, Decimal] = field(hash=False)

    def of(self, year: Year) -> Mapping[str, Decimal]:
        return self.values if year is Year.THIS else self.previous_values

    @property
    def has_small_staff(self) -> bool:
        """True under ten FTE on average: a ratio of such a filing says little, or says it of one person."""
        return self.values.get(AVERAGE_FTE, Decimal(SMALL_STAFF)) < SMALL_STAFF


@dataclass(frozen=True)
class Figure:
    """One figure of one year."""

    name: FigureName
    unit: Unit
    value: Decimal | Missing


def figures(filing: Filing, *, year: Year = Year.THIS) -> tuple[Figure, ...]:
    values = filing.of(year)
    return tuple(Figure(one.name, one.unit, worked_out(one, values)) for one in FORMULAS)


def figure(filing: Filing, name: FigureName, *, year: Year = Year.THIS) -> Decimal | Missing:
    return next(one.value for one in figures(filing, year=year) if one.name is name)


def worked_out(formula: Formula, values: Mapping[str, Decimal]) -> Decimal | Missing:
    if not formula.divided_by:
        return total(formula.parts, values)
    below = total(formula.divided_by, values)
    if not isinstance(below, Missing) and not below:
        return Missing(Lack.NO_STAFF)
    return ratio(above_of(formula, values), below)


def above_of(formula: Formula, values: Mapping[str, Decimal]) -> Decimal | Missing:
    """Add the parts; a part left out of a whole that was filed is zero, as 1213 is without women."""
    if set(formula.parts) < set(formula.divided_by):
        return sum((values.get(code, Decimal()) for code in formula.parts), Decimal())
    return total(formula.parts, values)


def ratio(above: Decimal | Missing, below: Decimal | Missing) -> Decimal | Missing:
    if isinstance(above, Missing):
        return above
    return below if isinstance(below, Missing) else above / below


def total(codes: tuple[str, ...], values: Mapping[str, Decimal]) -> Decimal | Missing:
    """Add the codes that were filed, matched whole: 1319 is a reserve and no staff."""
    filed = tuple(values[code] for code in codes if code in values)
    return sum(filed, Decimal()) if filed else Missing(Lack.NOT_FILED)


def notes(filing: Filing) -> tuple[Note, ...]:
    return (Note.SMALL_STAFF,) if filing.has_small_staff else ()


class Identity(StrEnum):
    """Sums that the social balance sheet owes itself."""

    HOURS = "hours"
    COST = "cost"
    CLOSING_BY_SEX = "staff at closing by sex"
    CLOSING_BY_STATUS = "staff at closing by status"
    CLOSING_BY_CONTRACT = "staff at closing by contract"
    EXITS_BY_CONTRACT = "exits by contract"
    EXITS_BY_REASON = "exits by reason"
    HEADCOUNT_IN_NOTES = "headcount in the notes"
    FTE_IN_NOTES = "FTE in the notes"
    HOURS_IN_NOTES = "hours in the notes"
    COST_IN_INCOME_STATEMENT = "cost in the income statement"


IDENTITIES = (
    (Identity.HOURS, "1013", ("1011", "1012")),
    (Identity.COST, "1023", ("1021", "1022")),
    (Identity.CLOSING_BY_SEX, "1053", ("1203", "1213")),
    (Identity.CLOSING_BY_STATUS, "1053", ("1303", "1323", "1333", "1343")),
    (Identity.CLOSING_BY_CONTRACT, "1053", ("1103", "1113", "1123", "1133")),
    (Identity.EXITS_BY_CONTRACT, "3053", ("3103", "3113", "3123", "3133")),
    (Identity.EXITS_BY_REASON, "3053", ("3403", "3413", "3423", "3433")),
    (Identity.HEADCOUNT_IN_NOTES, "9086", ("1051", "1052")),
    (Identity.FTE_IN_NOTES, "9087", ("1003",)),
    (Identity.HOURS_IN_NOTES, "9088", ("1013",)),
    (Identity.COST_IN_INCOME_STATEMENT, "62", ("1023",)),
)


@dataclass(frozen=True)
class Finding:
    """A sum that does not hold; the filing loads all the same, and says so."""

    identity: Identity
    code: str
    stated: Decimal
    parts: tuple[str, ...]
    added: Decimal


def check(filing: Filing) -> tuple[Finding, ...]:
    """Compare each total that was filed with its parts, where any were."""
    found = (compared(identity, code, parts, filing.values) for identity, code, parts in IDENTITIES)
    return tuple(one for one in found if one is not None)


def compared(
    identity: Identity, code: str, parts: tuple[str, ...], values: Mapping[str, Decimal]
) -> Finding | None:
    added = total(parts, values)
    if isinstance(added, Missing) or code not in values or values[code] == added:
        return None
    return Finding(identity, code, values[code], parts, added)
