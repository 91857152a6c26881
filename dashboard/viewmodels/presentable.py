"""What can be put on a slide: the questions of the catalogue, and those that can be asked of any metric."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from dashboard.domain.metrics import BY_NAME, OVERVIEW, Metric, MetricName
from dashboard.domain.workforce import Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Question
from dashboard.viewmodels.asked import ASKED
from dashboard.viewmodels.questions import ANSWERS
from dashboard.viewmodels.questions.groups import groups
from dashboard.viewmodels.questions.growth import growth
from dashboard.viewmodels.questions.subject import Subject
from dashboard.viewmodels.questions.unusual import unusual

OF_A_METRIC: Mapping[Question, tuple[str, Callable[[Subject, Metric], Answer | None]]] = {
    Question.GROWTH: (N_("{metric} over time"), growth),
    Question.GROUPS: (N_("{metric} beside sector, region and Belgium"), groups),
    Question.UNUSUAL: (N_("{metric} among the peers"), unusual),
}
# A strip for every figure is read on a page, not from the back of a room.
NOT_ON_A_SLIDE = frozenset({Question.STANDING})
# These show every group of peers at once, or the client alone: there is nothing to exchange.
WITHOUT_COMPARISON = frozenset({Question.GROUPS, Question.SHIFT, Question.SEASON})


@dataclasses.dataclass(frozen=True)
class Offer:
    """One chart that can be chosen: the key of its slide, and what it shows."""

    key: str
    label: str


def offers(period: Period, language: Language) -> tuple[Offer, ...]:
    text = language.text
    asked = [
        Offer(question, text(words))
        for question, words in ASKED.items()
        if question in ANSWERS and question not in NOT_ON_A_SLIDE
    ]
    of_metrics = [
        Offer(slide_key(question, metric.name), text(words, metric=text(metric.label)))
        for metric in OVERVIEW
        for question, (words, _answering) in OF_A_METRIC.items()
        if period.span in metric.spans
    ]
    return (*asked, *of_metrics)


def slide_key(question: Question, metric: str) -> str:
    return f"{question}:{metric}"


def answer_of(key: str, subject: Subject) -> Answer | None:
    """What a slide of this key shows; None where there is no such slide of this client and period."""
    question, _, metric = key.partition(":")
    if metric:
        return of_metric(question, metric, subject)
    if question not in set(ANSWERS):
        return None
    return ANSWERS[Question(question)](
        subject.firm,
        subject.client,
        period=subject.period,
        comparison=subject.comparison,
        language=subject.language,
    )


def of_metric(question: str, metric: str, subject: Subject) -> Answer | None:
    if question not in set(OF_A_METRIC) or metric not in set(MetricName):
        return None
    _words, answering = OF_A_METRIC[Question(question)]
    return answering(subject, BY_NAME[MetricName(metric)])
