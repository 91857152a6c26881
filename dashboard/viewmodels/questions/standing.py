"""Q1: where a client stands, all in all: a strip for every figure of the overview."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import OVERVIEW, Metric
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Cell, Question, Strips, Table
from dashboard.viewmodels.questions.conversation import deviations
from dashboard.viewmodels.questions.quantile_cells import own_cell, position_cell, quantile_row, strip_of
from dashboard.viewmodels.questions.subject import Subject

QUARTILES = slice(1, 4)


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    subject = Subject(firm, client, period, comparison, language)
    text = language.text
    asked = tuple(metric for metric in OVERVIEW if subject.asks(metric))
    placed = tuple(metric for metric in asked if subject.position(metric, subject.card))
    strips = tuple(strip_of(subject, metric, subject.card, label=text(metric.label)) for metric in placed)
    return Answer(
        question=Question.STANDING,
        metric=None,
        title=title(subject, placed),
        subtitle=subject.subtitle,
        name=text("Position strips: each figure of this company among its peers, each on its own scale"),
        description=described(subject, placed),
        table=table(subject, asked),
        chart=Strips(strips, shared_scale=False) if strips else None,
        unit="",
        digits=1,
        source=subject.source,
        notice="" if strips else text("Too few peers to compare"),
    )


def title(subject: Subject, placed: tuple[Metric, ...]) -> str:
    """How many figures lie outside, counting none that chance alone may have put there."""
    language = subject.language
    outside = sum(subject.stands_out(metric, subject.card) for metric in placed)
    if not outside:
        return language.text("Position among the peers, figure by figure")
    return language.plural(
        "{n} of {all} figures lies outside the middle half of the peers",
        "{n} of {all} figures lie outside the middle half of the peers",
        outside,
        all=language.integer(len(placed)),
    )


def described(subject: Subject, placed: tuple[Metric, ...]) -> tuple[str, ...]:
    language = subject.language
    if not placed:
        return ()
    count = language.plural(
        "{n} figure with a position among the peers.",
        "{n} figures with a position among the peers.",
        len(placed),
    )
    return (count, *extremes(subject))


def extremes(subject: Subject) -> tuple[str, ...]:
    """The figures furthest above and below the median, where chance does not explain them."""
    ranked = sorted(deviations(subject), key=lambda one: one.distance)
    text = subject.language.text
    highest = [one for one in reversed(ranked) if one.distance > 0][:1]
    lowest = [one for one in ranked if one.distance < 0][:1]
    return (
        *(text("Highest beside the median: {metric}.", metric=text(one.metric.label)) for one in highest),
        *(text("Lowest beside the median: {metric}.", metric=text(one.metric.label)) for one in lowest),
    )


def table(subject: Subject, asked: tuple[Metric, ...]) -> Table:
    text = subject.language.text
    heads = (
        text("Figure"),
        text("This company"),
        "P25",
        text("Median of the peers"),
        "P75",
        text("Position"),
    )
    return Table(heads, tuple(row(subject, metric) for metric in asked))


def row(subject: Subject, metric: Metric) -> tuple[Cell, ...]:
    released = quantile_row(subject, metric, subject.card)
    return (
        Cell(subject.language.text(metric.label)),
        own_cell(subject, metric),
        *released[QUARTILES],
        position_cell(subject, metric, subject.card),
    )
