"""What leaves the product of one client: answers, peers and definitions, in one language."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from dashboard.domain.metrics import MetricName
from dashboard.viewmodels.answers import Answer, Table


@dataclasses.dataclass(frozen=True)
class Definition:
    """What a metric means and how it is worked out."""

    label: str
    words: str
    formula: str


@dataclasses.dataclass(frozen=True)
class Report:
    """One client's figures as a file says them; `code` is that of a snapshot, or empty."""

    language: str
    title: str
    company: str
    period: str
    source: str
    made: datetime.date
    answers: tuple[Answer, ...]
    peers: Table
    definitions: Mapping[MetricName, Definition]
    code: str = ""
