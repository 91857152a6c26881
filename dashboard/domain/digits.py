"""Digits typed by people: normalising, check digits, layout."""

from __future__ import annotations

import unicodedata

from dashboard.errors import InvalidIdentifier

MODULUS = 97
SINCE_2000 = 2_000_000_000
FIRST_SHIFTED_YEAR = 2000
COMPANY_LENGTH = 10
SEPARATORS = frozenset("./\\_,:;·•|'\N{MINUS SIGN}\N{RIGHT SINGLE QUOTATION MARK}")
SEPARATOR_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Pd", "Cc", "Cf"})
# "TVA BE" and "BE TVA" are both written.
PREFIXES = ("TVA", "BTW", "VAT", "MWST", "BE", "TVA", "BTW", "VAT")


def compact(text: str) -> str:
    """Keep the characters that count, and restore the leading 0 of an enterprise number."""
    kept = stripped(text)
    return f"0{kept}" if len(kept) == COMPANY_LENGTH - 1 and kept.isdecimal() else kept


def stripped(text: str) -> str:
    """Drop separators of every kind, and the BE or VAT in front."""
    plain = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(one for one in plain if not separates(one))
    for prefix in PREFIXES:
        kept = kept.removeprefix(prefix)
    return kept


def separates(character: str) -> bool:
    return character in SEPARATORS or unicodedata.category(character) in SEPARATOR_CATEGORIES


def numeric(text: str) -> str:
    digits = compact(text)
    require_digits(digits)
    return digits


def require_digits(digits: str) -> None:
    if not digits:
        raise InvalidIdentifier("Enter a national register number or an enterprise number")
    if not (digits.isascii() and digits.isdecimal()):
        raise InvalidIdentifier(
            "A number holds only digits, dots, dashes and spaces. Check the number and try again."
        )


def require_company_length(digits: str) -> None:
    if len(digits) != COMPANY_LENGTH:
        raise wrong_length(digits)


def wrong_length(digits: str) -> InvalidIdentifier:
    return InvalidIdentifier(
        "A national register number has 11 digits, an enterprise number 10. You entered {n}.", n=len(digits)
    )


def looks_like_establishment(digits: str) -> bool:
    return digits[0] in "2345678"


def refuse_establishment(digits: str) -> None:
    if looks_like_establishment(digits):
        raise InvalidIdentifier(
            "This is an establishment unit number. Enter the enterprise number, which starts with 0 or 1."
        )


def require_check(digits: str) -> None:
    """Hold the check digits to 01 to 97; python-stdnum lets 00, 98 and 99 pass, and the number zero."""
    stem = int(digits[:8])
    if not stem or int(digits[8:]) != check_of(stem):
        raise InvalidIdentifier


def check_of(stem: int) -> int:
    return MODULUS - stem % MODULUS


def shift_of(year: int) -> int:
    return SINCE_2000 if year >= FIRST_SHIFTED_YEAR else 0


def dotted(digits: str) -> str:
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
