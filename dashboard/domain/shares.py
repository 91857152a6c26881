"""What peers are made of, as data: shares of a total that add up, and how many in ten grant something."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping, Sequence

from dashboard.domain.metrics import SMALLEST_HEADCOUNT
from dashboard.domain.metrics.formulas import weigh
from dashboard.domain.workforce import Missing, Reason

HEADCOUNT: Mapping[str, int] = {"headcount": 1}
# Shares of totals are rounded to a tenth of a per cent.
SHARE_STEP = 0.1


class MixName(enum.StrEnum):
    """Every mix that is released."""

    AGE = "age"
    SEX = "sex"
    WORKING_TIME = "working_time"
    CONTRACT = "contract"
    STATUS = "status"
    PAY = "pay"
    BENEFITS = "benefits"


class Counted(enum.StrEnum):
    """What a mix counts: parts of all peers' totals together, or peers in ten that have any of a part."""

    TOTALS = "totals"
    PEERS = "peers"


@dataclasses.dataclass(frozen=True)
class Part:
    """One part of a mix: measures, each with a weight."""

    name: str
    measures: Mapping[str, int]


@dataclasses.dataclass(frozen=True)
class Mix:
    """Parts of one whole; parts of totals add up to it."""

    name: str
    parts: tuple[Part, ...]
    whole: Mapping[str, int]
    counted: Counted = Counted.TOTALS


MIXES = (
    Mix(
        MixName.AGE,
        (
            Part("under_25", {"under_25": 1}),
            Part("from_25_to_34", {"from_25": 1}),
            Part("from_35_to_44", {"from_35": 1}),
            Part("from_45_to_54", {"from_45": 1}),
            Part("from_55", {"over_55": 1}),
        ),
        {"under_25": 1, "from_25": 1, "from_35": 1, "from_45": 1, "over_55": 1},
    ),
    Mix(
        MixName.SEX,
        (Part("women", {"women": 1}), Part("men", {"headcount": 1, "women": -1})),
        HEADCOUNT,
    ),
    Mix(
        MixName.WORKING_TIME,
        (Part("part_time", {"part_time": 1}), Part("full_time", {"headcount": 1, "part_time": -1})),
        HEADCOUNT,
    ),
    Mix(
        MixName.CONTRACT,
        (
            Part("open_ended", {"open_ordinary": 1}),
            Part("fixed_term", {"fixed_ordinary": 1}),
            Part("student", {"students": 1}),
            Part("flexi_job", {"flexi_jobs": 1}),
        ),
        {"open_ordinary": 1, "fixed_ordinary": 1, "students": 1, "flexi_jobs": 1},
    ),
    Mix(
        MixName.STATUS,
        (
            Part("blue_collar", {"blue_collar": 1}),
            Part("white_collar", {"headcount": 1, "blue_collar": -1}),
        ),
        HEADCOUNT,
    ),
    Mix(
        MixName.PAY,
        (
            Part("base_pay", {"gross": 1, "premiums": -1, "overtime_pay": -1}),
            Part("premiums", {"premiums": 1}),
            Part("overtime_pay", {"overtime_pay": 1}),
            Part("bonus", {"bonus": 1}),
            Part("year_end", {"year_end": 1}),
            Part("contributions", {"contributions": 1}),
            Part(
                "other",
                {"cost": 1, "gross": -1, "bonus": -1, "year_end": -1, "contributions": -1},
            ),
        ),
        {"cost": 1},
    ),
    Mix(
        MixName.BENEFITS,
        (
            Part("meal_vouchers", {"with_meal_vouchers": 1}),
            Part("company_car", {"with_company_car": 1}),
            Part("group_insurance", {"with_group_insurance": 1}),
            Part("hospital_insurance", {"with_hospital_insurance": 1}),
            Part("bike_allowance", {"with_bike_allowance": 1}),
        ),
        HEADCOUNT,
        Counted.PEERS,
    ),
)
MIXES_BY_NAME = {mix.name: mix for mix in MIXES}


def lacking(mix: Mix, measures: Mapping[str, int | None]) -> Missing | None:
    """Why an employer's own mix cannot be told: missing for the reasons of a metric."""
    months = measures.get("months")
    needed = {"headcount", *mix.whole}.union(*(part.measures for part in mix.parts))
    if not months or any(measures.get(name) is None for name in needed):
        return Missing(Reason.NOT_DELIVERED)
    if (measures["headcount"] or 0) < SMALLEST_HEADCOUNT * months:
        return Missing(Reason.TOO_FEW_EMPLOYEES)
    return Missing(Reason.NOT_APPLICABLE) if weigh(mix.whole, measures) <= 0 else None


def own_counts(mix: Mix, measures: Mapping[str, int | None]) -> dict[str, int]:
    """What each part of an employer's own mix adds up to."""
    return {part.name: int(weigh(part.measures, measures)) for part in mix.parts}


def own_shares(mix: Mix, measures: Mapping[str, int | None]) -> dict[str, float] | Missing:
    """The share of each part in the employer's own whole, in per cent, or why there is none."""
    missing = lacking(mix, measures)
    whole = 0 if missing else weigh(mix.whole, measures)
    return missing or {name: 100 * count / whole for name, count in own_counts(mix, measures).items()}


def merged(people: Sequence[int], *, least: int) -> tuple[tuple[int, ...], ...]:
    """The places of neighbouring classes put together until each has nobody or at least so many people.

    The smallest class joins its smaller neighbour, so that no class is known by a difference.
    """
    classes: list[tuple[int, ...]] = [(place,) for place in range(len(people))]
    while len(classes) > 1:
        sizes = [sum(people[place] for place in places) for places in classes]
        small = [place for place, size in enumerate(sizes) if 0 < size < least]
        if not small:
            break
        smallest = min(small, key=lambda place: sizes[place])
        beside = [place for place in (smallest - 1, smallest + 1) if 0 <= place < len(classes)]
        first = min(smallest, min(beside, key=lambda place: (sizes[place] == 0, sizes[place])))
        classes[first : first + 2] = [classes[first] + classes[first + 1]]
    return tuple(classes)
