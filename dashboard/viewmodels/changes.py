"""What changed since the release before: positions that moved, and another group of peers."""

from __future__ import annotations

import dataclasses

from dashboard.domain.metrics import OVERVIEW, Metric
from dashboard.domain.workforce import QUARTERS, Period, Span
from dashboard.viewmodels.figure_words import period_words
from dashboard.viewmodels.questions.subject import Subject


@dataclasses.dataclass(frozen=True)
class Changes:
    """The sentences, and since which period they hold; no period where there is nothing to look back to."""

    since: str
    sentences: tuple[str, ...]


def changes(subject: Subject) -> Changes:
    """A year is compared with the year to the quarter before, a quarter with the same one of last year."""
    back = 1 if subject.period.span is Span.FOUR_QUARTERS else QUARTERS
    earlier = Period(subject.period.quarter.minus(back), subject.period.span)
    if earlier.quarter not in subject.firm.releases.quarters():
        return Changes("", ())
    before = dataclasses.replace(subject, period=earlier)
    moved = (metric_change(subject, before, metric) for metric in OVERVIEW if subject.asks(metric))
    sentences = (group_change(subject, before), *moved)
    return Changes(period_words(earlier, subject.language), tuple(one for one in sentences if one))


def group_change(subject: Subject, before: Subject) -> str:
    if subject.card.group == before.card.group:
        return ""
    return subject.language.text(
        "Compared with {group}; before with {earlier}.",
        group=subject.group(subject.card),
        earlier=before.group(before.card),
    )


def metric_change(subject: Subject, before: Subject, metric: Metric) -> str:
    now, then = (
        subject.position_words(metric, subject.card),
        before.position_words(metric, before.card),
    )
    if not now or not then or now == then:
        return ""
    return subject.language.text(
        "{metric}: {position}, before {earlier} (from {start} to {end}).",
        metric=subject.language.text(metric.label),
        position=now,
        earlier=then,
        start=before.words(metric),
        end=subject.words(metric),
    )
