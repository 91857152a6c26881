"""What may be released about a group of employers, as plain functions; the build applies them to all groups.

The floors below are the published ones of R2, R3, R5 and R7; an installation may only raise them. The
jitter key is never part of the repository.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import hmac
import math
from collections.abc import Collection, Mapping, Sequence

from dashboard.domain.peers import TENTHS
from dashboard.domain.workforce import Quarter

MEDIAN, QUARTILES, TAILS = (0.5,), (0.25, 0.75), (0.1, 0.9)
SMALLEST_MEMBER = 3
NEAR_INTEGER = 0.1
USELESS_SHARE = 0.9
# R7: a group that changes by fewer contributors than this changes by a few.
FEW_MOVES = 5


@dataclasses.dataclass(frozen=True)
class Rules:
    """The thresholds of one installation: floors that can be raised, and the key of the rank jitter."""

    key: bytes
    employers: int = 10
    workers: int = 50
    for_quartiles: int = 15
    for_tails: int = 40
    for_deciles: int = 100
    outside_firm: int = 7
    outside_firm_now: int = 5
    firms: int = 3
    for_shares: int = 40
    percent: int = 10
    largest_part: int = 4
    joiners: int = 5
    joiner_firms: int = 2

    def __post_init__(self) -> None:
        if len(self.key) < 16:  # noqa: PLR2004 - bytes of a key that cannot be guessed
            raise ValueError("The jitter key needs at least 16 bytes.")
        if any(getattr(self, name) < floor for name, floor in FLOORS.items()):
            raise ValueError("A threshold is below its published floor.")


FLOORS: Mapping[str, int] = {
    field.name: field.default for field in dataclasses.fields(Rules) if isinstance(field.default, int)
}


def frequent_enough(rules: Rules, *, employers: int, workers: float) -> bool:
    """R2: enough employers, and enough people working for them."""
    return employers >= rules.employers and workers >= rules.workers


def safe_from_coalitions(rules: Rules, members: Mapping[str, Collection[int]]) -> bool:
    """R3 with its reserve: `members` gives each employer the firms that know it.

    An employer in no list counts as a firm of its own; without any one firm's clients enough others remain.
    """
    known: dict[object, int] = {}
    for employer, firms in members.items():
        for firm in firms or (employer,):
            known[firm] = known.get(firm, 0) + 1
    largest = max(known.values(), default=0)
    return len(known) >= rules.firms and len(members) - largest >= rules.outside_firm


def old_enough(quarter: Quarter, today: datetime.date) -> bool:
    """R5: at least three months after the quarter's end."""
    return today >= quarter.release_day


def probabilities(rules: Rules, employers: int) -> tuple[float, ...]:
    """R2: which quantiles a number of employers allows."""
    allowed = set(MEDIAN)
    if employers >= rules.for_quartiles:
        allowed |= set(QUARTILES)
    if employers >= rules.for_tails:
        allowed |= set(TAILS)
    if employers >= rules.for_deciles:
        allowed |= set(TENTHS)
    return tuple(sorted(allowed))


def jitter(rules: Rules, members: str, metric: str, period: str) -> float:
    """R8c: a fixed shift of the rank in [-1, 1], the same for the same members, metric and period."""
    message = f"{members}|{metric}|{period}".encode()
    drawn = int.from_bytes(hmac.digest(rules.key, message, "sha256")[:8], "big")
    return drawn / 2**63 - 1


def membership(members: Sequence[str]) -> str:
    """One word for a set of members, whatever ladder led to it."""
    return hashlib.sha256("|".join(sorted(members)).encode()).hexdigest()


def quantile(ordered: Sequence[float], probability: float, *, shift: float) -> float:
    """Type 8 of Hyndman and Fan at a jittered rank; near an integer the mean of three (R8a-c)."""
    count = len(ordered)
    shifted = probability + shift / (count + 1)
    rank = min(max((count + 1 / 3) * shifted + 1 / 3, 1.0), float(count))
    nearest = round(rank)
    if abs(rank - nearest) < NEAR_INTEGER:
        centre = min(max(nearest, 2), count - 1)
        return math.fsum(ordered[centre - 2 : centre + 1]) / 3
    low = math.floor(rank)
    return ordered[low - 1] + (rank - low) * (ordered[low] - ordered[low - 1])


def rounded(value: float, step: float) -> float:
    """R8e: to the metric's step, halves away from zero."""
    return round(math.copysign(math.floor(abs(value) / step + 0.5) * step, value), 6)


def released(
    rules: Rules, values: Sequence[float], *, step: float, shift: float
) -> dict[float, float] | None:
    """The quantiles of one metric in a safe group; None where there is no usable spread (R10)."""
    ordered = sorted(values)
    asked = probabilities(rules, len(ordered))
    raw = [quantile(ordered, probability, shift=shift) for probability in asked]
    steady = [max(raw[: place + 1]) for place in range(len(raw))]
    found = {probability: rounded(one, step) for probability, one in zip(asked, steady, strict=True)}
    lower, upper = (rounded(quantile(ordered, one, shift=shift), step) for one in QUARTILES)
    return None if lower == upper or shared_by_most(ordered) else found


def shared_by_most(ordered: Sequence[float]) -> bool:
    """R10: one value of more than nine employers in ten."""
    most = max(ordered.count(value) for value in (ordered[0], ordered[-1]))
    return most > USELESS_SHARE * len(ordered)
