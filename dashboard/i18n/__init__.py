"""One reader's language: sentences, numbers, money and dates, as ux.md section 7 of the design fixes them."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from dashboard.i18n.catalogues import Messages, messages
from dashboard.i18n.layouts import LANGUAGES, NO_BREAK, Layout, layout_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

__all__ = [
    "LANGUAGES",
    "N_",
    "PSEUDO",
    "Language",
    "Number",
    "exact",
    "language",
    "plain",
    "preferred",
    "rounded",
]

Number = int | float | Decimal
PSEUDO = "qps"
BRUSSELS = ZoneInfo("Europe/Brussels")
MILLION = 1_000_000
THOUSAND = 1000


def N_(sentence: str, /) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a sentence that is translated elsewhere, by `Language.text`."""
    return sentence


@dataclass(frozen=True)
class Language:
    """What one reader reads: every visible text and number goes through here."""

    layout: Layout
    messages: Messages = field(repr=False, compare=False)

    @property
    def code(self) -> str:
        return self.layout.code

    @property
    def tag(self) -> str:
        return self.layout.tag

    @property
    def name(self) -> str:
        return self.layout.name

    def text(self, sentence: str, /, **values: object) -> str:
        translated = self.messages.texts.get(sentence, sentence)
        return self._shown(translated.format_map(values) if values else translated)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Choose between the two forms; {n} is the number as this language writes it."""
        return self._counted(one, many, Decimal(n), n=self.integer(n), **values)

    def integer(self, number: Number) -> str:
        return self.decimal(number, digits=0)

    def decimal(self, number: Number, digits: int = 1) -> str:
        minus, amount = self._parts(rounded(number, digits))
        return minus + amount

    def money(self, euros: Number, digits: int = 0) -> str:
        minus, amount = self._parts(rounded(euros, digits))
        return self.layout.money.format(minus=minus, amount=amount)

    def compact_money(self, euros: Number) -> str:
        """Millions from a million on, whole euros below."""
        if abs(rounded(euros, 0)) < MILLION:
            return self.money(euros)
        minus, amount = self._parts(rounded(exact(euros) / MILLION, 1))
        return self._shown(self.layout.millions.format(minus=minus, amount=amount))

    def percent(self, hundredths: Number, digits: int = 1) -> str:
        return f"{self.decimal(hundredths, digits)}{self.layout.before_percent}%"

    def per_mille(self, thousandths: Number, digits: int = 1) -> str:
        return f"{self.decimal(thousandths, digits)}{self.layout.before_percent}‰"

    def points(self, difference: Number, digits: int = 1) -> str:
        """Write a difference between two percentages, with its sign."""
        number = rounded(difference, digits)
        plus = "+" if number > 0 else ""
        shown = plus + self.decimal(number, digits)
        return self._counted("{n} percentage point", "{n} percentage points", abs(number), n=shown)

    def date(self, day: dt.date) -> str:
        return self._shown(format_date(day, self.layout.day, locale=self._locale))

    def moment(self, at: dt.datetime) -> str:
        """Write a moment, kept in UTC, as the reader's day and clock in Brussels."""
        local = at.replace(tzinfo=ZoneInfo("UTC")).astimezone(BRUSSELS)
        return self._shown(f"{format_date(local, self.layout.day, locale=self._locale)} {local:%H:%M}")

    def long_date(self, day: dt.date) -> str:
        return self._shown(format_date(day, self.layout.long_day, locale=self._locale))

    def quarter(self, year: int, number: int) -> str:
        return self._shown(self.layout.quarter.format(year=year, number=number))

    def month(self, year: int, number: int) -> str:
        return self._shown(format_date(date(year, number, 1), "MMM y", locale=self._locale))

    def month_name(self, number: int) -> str:
        return self._shown(format_date(date(2000, number, 1), "LLLL", locale=self._locale))

    def short_month_name(self, number: int) -> str:
        return self._shown(format_date(date(2000, number, 1), "LLL", locale=self._locale))

    def size(self, octets: int) -> str:
        """Write a file's size in steps of a thousand, as file managers do."""
        steps = ((1, "", 0), (THOUSAND, "k", 1), (MILLION, "M", 1))
        fitting = (step for step in steps if rounded(octets / step[0], step[2]) < THOUSAND)
        divisor, prefix, digits = next(fitting, steps[-1])
        return self._shown(f"{self.decimal(octets / divisor, digits)}{NO_BREAK}{prefix}{self.layout.byte}")

    def listing(self, parts: Sequence[str]) -> str:
        return self._shown(format_list(parts, locale=self._locale))

    def sort_key(self, text: str) -> str:
        return plain(text)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.tag, sep="-")

    def _counted(self, one: str, many: str, number: Decimal, /, **values: object) -> str:
        singular, plural = self.messages.plurals.get((one, many), (one, many))
        form = singular if self._locale.plural_form(number) == "one" else plural
        return self._shown(form.format_map(values))

    def _parts(self, number: Decimal) -> tuple[str, str]:
        """Keep sign and digits apart: Dutch puts the euro before both."""
        marks = str.maketrans({",": self.layout.groups, ".": self.layout.point})
        return "-" if number < 0 else "", f"{abs(number):,f}".translate(marks)

    def _shown(self, text: str) -> str:
        return text


class PseudoLanguage(Language):
    """English with every text in brackets: what has none escaped translation."""

    @property
    def code(self) -> str:
        return PSEUDO

    def _shown(self, text: str) -> str:
        return f"⟦{text}⟧"


def exact(number: Number) -> Decimal:
    return Decimal(str(number))


def rounded(number: Number, digits: int) -> Decimal:
    """Half away from zero, as accountants round; never minus zero."""
    return exact(number).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0


def plain(text: str) -> str:
    """Without accents and case: é is e, ç is c, ß is ss."""
    opened = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae")
    apart = unicodedata.normalize("NFKD", opened.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@functools.cache
def language(code: str) -> Language:
    if code == PSEUDO:
        return PseudoLanguage(layout_of("en"), Messages())
    return Language(layout_of(code), messages(code))


def preferred(header: str, default: str) -> str:
    """Choose the first of our languages that an Accept-Language header asks for."""
    wishes = [_wish(part) for part in header.split(",")]
    known = [wish for wish in wishes if wish[0] in LANGUAGES and wish[1] > 0]
    return max(known, key=lambda wish: wish[1], default=(default, 1.0))[0]


def _wish(part: str) -> tuple[str, float]:
    tag, _, weight = part.partition(";")
    code = tag.strip().lower().split("-")[0]
    digits = weight.strip().removeprefix("q=").strip()
    if not weight:
        return code, 1.0
    return code, float(digits) if digits.replace(".", "", 1).isdecimal() else 0.0
