"""The ids of My company in figures and of what is taken along from it."""

from __future__ import annotations

import enum
from typing import Any


class CompanyFigures(enum.StrEnum):
    """My company in figures."""

    PERIOD = "figures-period"
    COMPARISON = "figures-comparison"
    TOPIC = "figures-topic"
    CHOOSER = "figures-chooser"
    BODY = "figures-body"


class Meeting(enum.StrEnum):
    """What was agreed with a client, and what to talk about next."""

    AGREED = "meeting-agreed"
    DECISION = "meeting-decision"
    DECISION_ERROR = "meeting-decision-error"
    METRIC = "meeting-metric"
    METRIC_ERROR = "meeting-metric-error"
    TARGET = "meeting-target"
    TARGET_ERROR = "meeting-target-error"
    DUE = "meeting-due"
    DUE_ERROR = "meeting-due-error"
    AGREE = "meeting-agree"
    ANSWER = "meeting-answer"
    POINTS = "meeting-points"
    KEEP_POINTS = "meeting-keep-points"
    POINTS_ANSWER = "meeting-points-answer"
    DROP = "meeting-drop"
    DROPPED = "meeting-dropped"


def of_agreement(part: Meeting, agreement_id: Any) -> dict[str, Any]:  # noqa: ANN401 - an id, or Dash's MATCH
    return {"type": str(part), "agreement": agreement_id}


class ToTheMedian(enum.StrEnum):
    """From here to the median, on My company in figures."""

    TARGET = "to-the-median-target"
    BODY = "to-the-median-body"


class LikeForLike(enum.StrEnum):
    """The like-for-like switch, on My company in figures."""

    SWITCH = "like-for-like"
    BODY = "like-for-like-body"


class Provinces(enum.StrEnum):
    """Belgium by province, on My company in figures."""

    METRIC = "provinces-metric"
    BODY = "provinces-body"


class Exports(enum.StrEnum):
    """My exports."""

    SUMMARY = "exports-summary"
    LINES = "exports-lines"
    CLOCK = "exports-clock"
