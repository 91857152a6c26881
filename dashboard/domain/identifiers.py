"""Numbers of people, companies, establishments and ONSS employers: recognise, check, print, invent."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from dashboard.domain.digits import (
    COMPANY_LENGTH,
    MODULUS,
    check_of,
    compact,
    dotted,
    looks_like_establishment,
    numeric,
    refuse_establishment,
    require_check,
    require_company_length,
    require_digits,
    shift_of,
    stripped,
    wrong_length,
)
from dashboard.errors import InvalidIdentifier

REGISTER_LENGTH = 11
ONSS_LENGTH = 9
BIS_MONTHS = 20
LAST_BIS_MONTH = 52
MONTHS = 12
DOT = "\N{BULLET}"


class Kind(StrEnum):
    """What a number is the number of."""

    COMPANY = "enterprise number"
    REGISTER = "national register number"
    BIS = "BIS number"
    ESTABLISHMENT = "establishment unit number"
    UNKNOWN = "unknown number"


class Sex(StrEnum):
    """What a register number tells; a BIS number may tell nothing."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, order=True)
class CompanyNumber:
    """An enterprise number of the Crossroads Bank; with BE before it, the VAT number."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Self:
        digits = numeric(text)
        require_company_length(digits)
        refuse_establishment(digits)
        if digits[0] not in "01":
            raise InvalidIdentifier(
                "An enterprise number starts with 0 or 1. Check the number and try again."
            )
        require_check(digits)
        return cls(digits)

    @classmethod
    def from_stem(cls, stem: int) -> Self:
        """Complete eight digits, for invented companies."""
        return cls(f"{stem:08d}{check_of(stem):02d}")

    @property
    def printed(self) -> str:
        return dotted(self.digits)

    def __str__(self) -> str:
        return self.printed


@dataclass(frozen=True, order=True)
class EstablishmentNumber:
    """The number of a branch; never a client."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Self:
        digits = numeric(text)
        require_company_length(digits)
        if not looks_like_establishment(digits):
            raise InvalidIdentifier(
                "An establishment unit number starts with 2 to 8. Check the number and try again."
            )
        require_check(digits)
        return cls(digits)

    @property
    def printed(self) -> str:
        return f"{self.digits[0]}.{self.digits[1:4]}.{self.digits[4:7]}.{self.digits[7:]}"

    def __str__(self) -> str:
        return self.printed


@dataclass(frozen=True, order=True)
class OnssNumber:
    """An employer's number at the ONSS, as declarations carry it."""

    digits: str

    @classmethod
    def parse(cls, text: str) -> Self:
        digits = stripped(text)
        require_digits(digits)
        digits = digits.zfill(ONSS_LENGTH)
        if len(digits) != ONSS_LENGTH:
            raise InvalidIdentifier("An ONSS number has 9 digits. You entered {n}.", n=len(digits))
        if int(digits[-2:]) != MODULUS - 1 - int(digits[:-2]) * 100 % MODULUS:
            raise InvalidIdentifier
        return cls(digits)


@dataclass(frozen=True, order=True, repr=False)
class RegisterNumber:
    """A national register or BIS number; it prints itself masked unless asked otherwise."""

    digits: str

    @classmethod
    def parse(cls, text: str, *, today: dt.date) -> Self:
        digits = numeric(text)
        if len(digits) != REGISTER_LENGTH:
            raise wrong_length(digits)
        number = cls(digits)
        number.require_month()
        number.require_day()
        number.require_counter()
        number.require_century()
        number.require_birth_before(today)
        return number

    @classmethod
    def invent(cls, birth_date: dt.date, counter: int) -> Self:
        """Complete a number that is hardly ever handed out: use counters 990 to 998."""
        stem = f"{birth_date:%y%m%d}{counter:03d}"
        return cls(f"{stem}{check_of(int(stem) + shift_of(birth_date.year)):02d}")

    @property
    def printed(self) -> str:
        one = self.digits
        return f"{one[:2]}.{one[2:4]}.{one[4:6]}-{one[6:9]}.{one[9:]}"

    @property
    def masked(self) -> str:
        return f"{DOT * 2}.{DOT * 2}.{DOT * 2}-{DOT * 3}.{self.digits[9:]}"

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"RegisterNumber({self.masked})"

    @property
    def is_bis(self) -> bool:
        return self.printed_month >= BIS_MONTHS

    @property
    def sex(self) -> Sex:
        if BIS_MONTHS <= self.printed_month < 2 * BIS_MONTHS:
            return Sex.UNKNOWN
        return Sex.MALE if self.counter % 2 else Sex.FEMALE

    @property
    def birth_year(self) -> int | None:
        """The year that the check digits tell, or nothing where they fit no century."""
        years = (1900 + int(self.digits[:2]), 2000 + int(self.digits[:2]))
        return next((year for year in years if self.check == check_of(self.stem + shift_of(year))), None)

    @property
    def birth_date(self) -> dt.date | None:
        """The full date, or nothing where a part of it is unknown."""
        if self.birth_year is None or not self.month or not self.day:
            return None
        return dt.date(self.birth_year, self.month, self.day)

    @property
    def stem(self) -> int:
        return int(self.digits[:9])

    @property
    def check(self) -> int:
        return int(self.digits[9:])

    @property
    def counter(self) -> int:
        return int(self.digits[6:9])

    @property
    def day(self) -> int:
        return int(self.digits[4:6])

    @property
    def printed_month(self) -> int:
        return int(self.digits[2:4])

    @property
    def month(self) -> int:
        return self.printed_month % BIS_MONTHS

    def require_month(self) -> None:
        if self.printed_month > LAST_BIS_MONTH or self.month > MONTHS:
            raise InvalidIdentifier(
                "Digits 3 and 4 give a month that does not exist. Check the number and try again."
            )

    def require_day(self) -> None:
        # With month 00 the day may run past the calendar: the counters of an unknown date ran out.
        if self.month and self.day > self.days_in_month():
            raise InvalidIdentifier(
                "Digits 5 and 6 give a day that this month does not have. Check the number and try again."
            )

    def days_in_month(self) -> int:
        return calendar.monthrange(self.birth_year or 2000 + int(self.digits[:2]), self.month)[1]

    def require_counter(self) -> None:
        if not self.is_bis and self.counter in (0, 999):
            raise InvalidIdentifier("Digits 7 to 9 run from 001 to 998. Check the number and try again.")

    def require_century(self) -> None:
        if self.birth_year is None:
            raise InvalidIdentifier

    def require_birth_before(self, today: dt.date) -> None:
        """Compare the parts that are known."""
        earliest = (self.birth_year or 0, self.month, self.day if self.month else 0)
        if earliest > (today.year, today.month, today.day):
            raise InvalidIdentifier(
                "This number gives a birth date in the future. Check the number and try again."
            )


@dataclass(frozen=True)
class Verdict:
    """What one number is, how it is written, and why it is not right where it is not."""

    kind: Kind
    canonical: str
    reason: InvalidIdentifier | None

    @property
    def valid(self) -> bool:
        return self.reason is None


def masked_if_long(text: str) -> str:
    """A wrong number with as many digits as a register number may be off by one: only its end is shown."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return RegisterNumber(digits[-REGISTER_LENGTH:]).masked if len(digits) >= REGISTER_LENGTH else text


def recognise(text: str, today: dt.date) -> CompanyNumber | RegisterNumber:
    """Read a number that can be a client's from whatever was typed or pasted."""
    digits = numeric(text)
    if len(digits) == REGISTER_LENGTH:
        return RegisterNumber.parse(digits, today=today)
    if len(digits) != COMPANY_LENGTH:
        raise wrong_length(digits)
    return CompanyNumber.parse(digits)


def verdict(text: str, today: dt.date) -> Verdict:
    """Judge any text, and raise nothing; a right establishment number is valid here."""
    try:
        return accepted(text, today)
    except InvalidIdentifier as reason:
        return Verdict(kind_of(compact(text)), compact(text), reason)


def accepted(text: str, today: dt.date) -> Verdict:
    kind = kind_of(compact(text))
    if kind is Kind.ESTABLISHMENT:
        return Verdict(kind, EstablishmentNumber.parse(text).printed, None)
    return Verdict(kind, recognise(text, today).printed, None)


def kind_of(digits: str) -> Kind:
    if len(digits) == REGISTER_LENGTH and digits.isdecimal():
        return Kind.BIS if RegisterNumber(digits).is_bis else Kind.REGISTER
    if len(digits) != COMPANY_LENGTH or not digits.isdecimal():
        return Kind.UNKNOWN
    return Kind.ESTABLISHMENT if looks_like_establishment(digits) else Kind.COMPANY
