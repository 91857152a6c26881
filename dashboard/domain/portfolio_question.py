"""What may be asked of the portfolio, read from the words of an address."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from dashboard.domain.list_question import DESCENDING, LAST_OFFSET, count_of, one_of
from dashboard.domain.metrics import MetricName, Topic
from dashboard.domain.peers import Comparison
from dashboard.domain.standing import SHOWN
from dashboard.errors import BadRequest

SLICE = 50
LARGEST_ID = 2**31 - 1


class View(enum.StrEnum):
    """One figure of every client as a strip, or every figure of a topic as a tinted cell."""

    STRIPS = "strips"
    MAP = "map"


class Sort(enum.StrEnum):
    """What the clients are sorted by; the last three of the chosen figure."""

    CALL = "call"
    NAME = "name"
    SIZE = "size"
    VALUE = "value"
    DISTANCE = "distance"
    CHANGE = "change"


@dataclasses.dataclass(frozen=True)
class PortfolioQuestion:
    """What is shown of every client, beside whom, of which clients and in which order."""

    view: View = View.STRIPS
    metric: MetricName = MetricName.COST_PER_FTE
    topic: Topic = Topic.PAY
    comparison: Comparison = Comparison.SECTOR
    tag: str = ""
    section: str = ""
    region: str = ""
    in_charge: int | None = None
    sort: Sort = Sort.CALL
    descending: bool = False
    offset: int = 0


VIEWS = {"": View.STRIPS} | {str(one): one for one in View}
METRICS = {"": MetricName.COST_PER_FTE} | {str(one): one for one in SHOWN}
TOPICS = {"": Topic.PAY} | {str(one): one for one in Topic}
COMPARISONS = {"": Comparison.SECTOR} | {str(one): one for one in Comparison}
SORTS = {"": Sort.CALL} | {str(one): one for one in Sort}
PARAMETERS = frozenset(
    {"view", "metric", "topic", "compare", "tag", "sector", "region", "person", "sort", "order", "offset"}
)


def parse(values: Mapping[str, str]) -> PortfolioQuestion:
    """The question, where every word of it is one that our screen can send."""
    if not values.keys() <= PARAMETERS:
        raise BadRequest
    return PortfolioQuestion(
        view=one_of(VIEWS, values.get("view", "")),
        metric=one_of(METRICS, values.get("metric", "")),
        topic=one_of(TOPICS, values.get("topic", "")),
        comparison=one_of(COMPARISONS, values.get("compare", "")),
        tag=values.get("tag", "").replace("\0", ""),
        section=values.get("sector", ""),
        region=values.get("region", ""),
        in_charge=count_of(values["person"], least=0, most=LARGEST_ID) if values.get("person") else None,
        sort=one_of(SORTS, values.get("sort", "")),
        descending=one_of(DESCENDING, values.get("order", "")),
        offset=count_of(values.get("offset", "0"), least=0, most=LAST_OFFSET),
    )
