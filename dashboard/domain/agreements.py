"""What was agreed with a client in a meeting, and what is worth saying in the next one."""

from __future__ import annotations

import dataclasses
import datetime

from dashboard.domain.metrics import MetricName

LONGEST_DECISION = 400
LONGEST_POINTS = 4000
MOST_AGREEMENTS = 50


@dataclasses.dataclass(frozen=True)
class Agreement:
    """A decision, on one metric or on none, with the target that was agreed and the value of that day."""

    id: str
    agreed_on: datetime.date
    decision: str
    metric: MetricName | None = None
    target: float | None = None
    value_then: float | None = None
    due: datetime.date | None = None
