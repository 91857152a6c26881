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
            Part("from_25_to_54", {"headcount": 1, "under_25": -1, "over_55": -1}),
            Part("from_55", {"over_55": 1}),
        ),
        HEADCOUNT,
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
            Part("open_ended", {"headcount_open": 1}),
            Part("fixed_term", {"headcount": 1, "headcount_open": -1}),
        ),
        HEADCOUNT,
    ),
)
