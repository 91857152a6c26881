"""Q12: what deserves a conversation: the figures furthest from the median, in widths of the middle half."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import OVERVIEW, Metric, MetricName
from dashboard.domain.peers import Comparison, Where
from dashboard.domain.workforce import Period
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Cell, Dots, Question, Table
from dashboard.viewmodels.questions.subject import Subject, fitting

MOST, THINGS = 8, 3
# How large an employer is deserves no conversation.
SIZES = frozenset({MetricName.HEADCOUNT, MetricName.FTE})


@dataclasses.dataclass(frozen=True)
class Deviation:
    """How far one figure lies from the median, in widths of the middle half."""

    metric: Metric
    distance: float
    median: float
    stands_out: bool


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    return conversation(Subject(firm, client, period, comparison, language))


def conversation(subject: Subject) -> Answer:
    text = subject.language.text
    found = deviations(subject)[:MOST]
    sentence = nothing_stands_out(subject)
    return Answer(
        question=Question.CONVERSATION,
        metric=found[0].metric.name if found else None,
        title=title(subject, found, otherwise=sentence),
        subtitle=subject.subtitle,
        name=text("Dots: how far figures lie from the median of the peers, the furthest first"),
        description=tuple(sentence_of(subject, one) for one in found),
        table=table(subject, found),
        chart=Dots(tuple(dot(subject, one) for one in found), zero=text("Median of the peers"))
        if found
        else None,
        unit=text("widths of the middle half"),
        digits=1,
        source=subject.source,
        notice="" if found else sentence,
    )


def deviations(subject: Subject) -> tuple[Deviation, ...]:
    """What can be told from the median, the furthest first."""
    found = [deviation(subject, metric) for metric in OVERVIEW if subject.asks(metric)]
    return tuple(sorted((one for one in found if one), key=lambda one: -abs(one.distance)))


def deviation(subject: Subject, metric: Metric) -> Deviation | None:
    """(value - median) / (P75 - P25), where the quartiles are released and further apart than rounding."""
    value, peers, place = (
        subject.known(metric),
        subject.quantiles(metric, subject.card),
        subject.position(metric, subject.card),
    )
    if value is None or peers is None or place is None or metric.name in SIZES:
        return None
    low, high = peers.at(0.25), peers.at(0.75)
    if low is None or high is None or high - low < metric.step or place.where is Where.NOT_DISTINGUISHABLE:
        return None
    distance = (value - peers.median) / (high - low)
    return Deviation(metric, distance, peers.median, subject.stands_out(metric, subject.card))


def nothing_stands_out(subject: Subject) -> str:
    """The sentence in place of things to talk about; it claims no more than is true."""
    text = subject.language.text
    compared = [one for one in OVERVIEW if subject.asks(one) and subject.position(one, subject.card)]
    if not compared:
        return text("Nothing can be compared: there is no figure of this company beside enough peers.")
    if all(subject.inside(one, subject.card) for one in compared):
        return text("Nothing stands out: all figures lie in the middle half of the peers.")
    return text(
        "Nothing stands out: what lies outside the middle half is not distinguishable from the median."
    )


def title(subject: Subject, found: tuple[Deviation, ...], *, otherwise: str) -> str:
    text = subject.language.text
    neutral = text("Distance from the median of the peers")
    if not found or not any(one.stands_out for one in found):
        return fitting(otherwise, neutral)
    first = found[0].metric
    return fitting(
        text(
            "{metric} is furthest from the median ({position})",
            metric=text(first.label),
            position=subject.position_words(first, subject.card),
        ),
        text("{metric} is furthest from the median", metric=text(first.label)),
        neutral,
    )


def dot(subject: Subject, one: Deviation) -> tuple[str, Cell]:
    words = subject.language.text(
        "{value} (median {median})",
        value=subject.words(one.metric),
        median=subject.amount(one.median, one.metric),
    )
    return subject.language.text(one.metric.label), Cell(words, round(one.distance, 2))


def sentence_of(subject: Subject, one: Deviation) -> str:
    return subject.language.text(
        "{metric}: {value}, {position}. Median of the peers {median}.",
        metric=subject.language.text(one.metric.label),
        value=subject.words(one.metric),
        position=subject.position_words(one.metric, subject.card),
        median=subject.amount(one.median, one.metric),
    )


def table(subject: Subject, found: tuple[Deviation, ...]) -> Table:
    language = subject.language
    text = language.text
    heads = (
        text("Figure"),
        text("This company"),
        text("Median of the peers"),
        text("Distance"),
        text("Position"),
    )
    rows = tuple(
        (
            Cell(text(one.metric.label)),
            Cell(subject.words(one.metric), subject.known(one.metric)),
            Cell(subject.amount(one.median, one.metric), one.median),
            Cell(language.decimal(one.distance, 1), round(one.distance, 2)),
            Cell(subject.position_words(one.metric, subject.card)),
        )
        for one in found
    )
    return Table(heads, rows)
