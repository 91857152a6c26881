"""Peer figures of one metric in one group by their exact definitions, in fractions (R2, R8, R10)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from fractions import Fraction

EMPLOYERS, WORKERS = 10, 50
# R2: from how many employers each quantile may be shown, in hundredths.
LEAST = {50: 10, 25: 15, 75: 15, 10: 40, 90: 40, 20: 100, 30: 100, 40: 100, 60: 100, 70: 100, 80: 100}
NEAR = Fraction(1, 10)
NO_SPREAD = "no_spread"


def quantiles_allowed(count: int) -> list[Fraction]:
    return sorted(Fraction(hundredth, 100) for hundredth, least in LEAST.items() if count >= least)


def shift(key: bytes, members: Iterable[str], *, metric: str, period: str) -> Fraction:
    """R8c: between -1 and 1, drawn from the key and nothing else than members, metric and period."""
    named = hashlib.sha256("|".join(sorted(members)).encode()).hexdigest()
    drawn = hmac.new(key, f"{named}|{metric}|{period}".encode(), hashlib.sha256).digest()
    return Fraction(int.from_bytes(drawn[:8], "big"), 2**63) - 1


def position(count: int, share: Fraction, moved: Fraction) -> Fraction:
    """Type 8: h = (n + 1/3) p + 1/3, after the shift of p by up to 1/(n + 1), and inside the sample."""
    third = Fraction(1, 3)
    place = (count + third) * (share + moved / (count + 1)) + third
    return min(max(place, Fraction(1)), Fraction(count))


def quantile(values: Sequence[Fraction], share: Fraction, moved: Fraction) -> Fraction:
    ordered = sorted(values)
    place = position(len(ordered), share, moved)
    for whole in range(1, len(ordered) + 1):
        if abs(place - whole) < NEAR:  # R8b: no employer's own value
            middle = min(max(whole, 2), len(ordered) - 1)
            return sum(ordered[middle - 2 : middle + 1], Fraction(0)) / 3
    below = int(place)
    return ordered[below - 1] + (place - below) * (ordered[below] - ordered[below - 1])


def to_step(value: Fraction, step: Fraction) -> Fraction:
    """R8e: halves away from zero."""
    whole = int(abs(value) / step + Fraction(1, 2)) * step
    return whole if value >= 0 else -whole


def figures(
    values: Sequence[Fraction], moved: Fraction, *, step: Fraction
) -> dict[Fraction, Fraction] | str | None:
    """What is released of these values before rounding: nothing, the word for no spread, or the quantiles."""
    if len(values) < EMPLOYERS:
        return None
    if has_no_spread(values, moved, step=step):
        return NO_SPREAD
    found: dict[Fraction, Fraction] = {}
    for share in quantiles_allowed(len(values)):
        # R8d: never below the quantile before.
        found[share] = max([quantile(values, share, moved), *found.values()])
    return found


def has_no_spread(values: Sequence[Fraction], moved: Fraction, *, step: Fraction) -> bool:
    """R10: the quartiles coincide, or more than nine in ten have the lowest or the highest value."""
    lower, upper = (to_step(quantile(values, Fraction(share, 4), moved), step) for share in (1, 3))
    alike = max(list(values).count(min(values)), list(values).count(max(values)))
    return lower == upper or Fraction(alike, len(values)) > Fraction(9, 10)
