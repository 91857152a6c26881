"""What peers are made of, as data: shares of a total that add up, and how many in ten grant something."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

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
