"""What sickness absence costs an employer in a year by law, as a range, and what another rate would cost."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.domain.legal_parameters import Law, Legal

WEEKS, MONTHS = 52, 12
WORKING_DAYS = 5
MEASURES = (
    *("headcount", "blue_collar", "over_55", "months", "gross", "hours_paid", "contributions"),
    *("hours_contracted", "sick_short", "sick_medium", "sick_long", "sick_guaranteed", "sick_to_day_90"),
)


@dataclasses.dataclass(frozen=True)
class Range:
    """An amount of which only the ends are known; below zero the low end is the one nearer to it."""

    low: float
    high: float

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def times(self, factor: float) -> Range:
        return Range(self.low * factor, self.high * factor)


@dataclasses.dataclass(frozen=True)
class Absence:
    """A year of one employer's absence, in hours, euros an hour, people and shares of one."""

    contracted: float
    lost: float
    guaranteed: float
    to_day_90: float
    hourly: float
    contributions: float
    staff: float
    blue_collar: float
    over_55: float


@dataclasses.dataclass(frozen=True)
class Cost:
    """What the employer pays for hours that nobody works: guaranteed pay, and the solidarity contribution."""

    paid_share: Range
    guaranteed: Range
    solidarity: Range

    @property
    def total(self) -> Range:
        return self.guaranteed + self.solidarity


def absence_of(measures: Mapping[str, int | None]) -> Absence | None:
    """A year's measures as absence; None where one is not delivered or nobody was paid."""
    known = {name: measures.get(name) for name in MEASURES}
    found = {name: float(one) for name, one in known.items() if one is not None}
    if len(found) < len(known) or not (found["gross"] > 0 and found["hours_paid"] > 0 < found["headcount"]):
        return None
    return Absence(
        contracted=found["hours_contracted"] / 100,
        lost=(found["sick_short"] + found["sick_medium"] + found["sick_long"]) / 100,
        guaranteed=found["sick_guaranteed"] / 100,
        to_day_90=found["sick_to_day_90"] / 100,
        hourly=found["gross"] / found["hours_paid"],
        contributions=found["contributions"] / found["gross"],
        staff=found["headcount"] / found["months"],
        blue_collar=found["blue_collar"] / found["headcount"],
        over_55=found["over_55"] / found["headcount"],
    )


def cost(absence: Absence, law: Law) -> Cost:
    share = paid_share(absence, law)
    return Cost(
        share, share.times(absence.guaranteed * absence.hourly), solidarity(absence, law) or Range(0, 0)
    )


def paid_share(absence: Absence, law: Law) -> Range:
    """What an hour of sickness in the first month costs, as a share of an hour's pay.

    White-collar workers keep their pay. Of blue-collar workers the law pays less as a spell goes on, so that
    the share lies between that of a first week and that of a whole month; contributions are due on the first
    week only at the low end, on everything at the high end.
    """
    full = 1 + absence.contributions
    first, second = law[Legal.BLUE_COLLAR_FULL_DAYS], law[Legal.BLUE_COLLAR_SECOND_DAYS]
    rest = law[Legal.GUARANTEED_DAYS] - first - second
    later = (second * law[Legal.BLUE_COLLAR_SECOND_SHARE] + rest * law[Legal.BLUE_COLLAR_LAST_SHARE]) / 100
    whole_month = (first * full + later) / law[Legal.GUARANTEED_DAYS]
    low = (1 - absence.blue_collar) * full + absence.blue_collar * whole_month
    return Range(low, full)


def solidarity(absence: Absence, law: Law) -> Range | None:
    """The contribution on the benefit of the second and third month; None where none is due.

    High: on every hour. Low: without those of the age that is exempt, in proportion to their number, and on
    no more pay than the benefit counts.
    """
    rate = law[Legal.BENEFIT_SHARE] / 100 * law[Legal.SOLIDARITY_SHARE] / 100
    if not rate or absence.staff < law[Legal.SOLIDARITY_STAFF]:
        return None
    ceiling = law[Legal.BENEFIT_CEILING] * MONTHS / hours_of_fte(law)
    high = absence.to_day_90 * absence.hourly * rate
    low = absence.to_day_90 * min(absence.hourly, ceiling) * rate * (1 - absence.over_55)
    return Range(low, high)


def hours_of_fte(law: Law) -> float:
    return law[Legal.HOURS_A_WEEK] * WEEKS


def hours_of_day(law: Law) -> float:
    return law[Legal.HOURS_A_WEEK] / WORKING_DAYS
