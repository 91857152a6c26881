"""Q6: how high sickness absence is, and whether it is short or long."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Question, Strips, Table
from dashboard.viewmodels.figure_words import unit_words
from dashboard.viewmodels.questions.quantile_cells import (
    PROBABILITIES,
    own_cell,
    position_cell,
    quantile_row,
    strip_of,
)
from dashboard.viewmodels.questions.subject import Subject, fitting

TOTAL = BY_NAME[MetricName.SICKNESS_TOTAL]
LENGTHS = {
    MetricName.SICKNESS_SHORT: N_("{metric}: {position}; most of the difference is short absence"),
    MetricName.SICKNESS_MEDIUM: N_("{metric}: {position}; most of the difference is medium absence"),
    MetricName.SICKNESS_LONG: N_("{metric}: {position}; most of the difference is long absence"),
}


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    subject = Subject(firm, client, period, comparison, language)
    text = language.text
    asked = tuple(one for one in (TOTAL, *map(BY_NAME.__getitem__, LENGTHS)) if subject.asks(one))
    strips = tuple(strip_of(subject, metric, subject.card, label=text(metric.label)) for metric in asked)
    drawn = any(strip.quantiles for strip in strips)
    return Answer(
        question=Question.ABSENCE_LENGTHS,
        metric=TOTAL.name,
        title=title(subject),
        subtitle=subject.subtitle,
        name=text("Strips on one scale: sickness absence by length of the spell, beside the peers"),
        description=tuple(sentence(subject, metric) for metric in asked),
        table=table(subject, asked),
        chart=Strips(strips, shared_scale=True) if drawn else None,
        unit=unit_words(TOTAL, language),
        digits=1,
        source=subject.source,
        notice="" if drawn else subject.note(TOTAL, subject.card),
    )


def title(subject: Subject) -> str:
    """The position of the total and, when it stands out, the length that explains most of the difference."""
    text = subject.language.text
    label, position = text(TOTAL.label), subject.position_words(TOTAL, subject.card)
    if not position:
        return label
    explains = explaining(subject) if subject.stands_out(TOTAL, subject.card) else None
    told = text(LENGTHS[explains], metric=label, position=position) if explains else ""
    return fitting(told, text("{metric}: {position}", metric=label, position=position), label)


def explaining(subject: Subject) -> MetricName | None:
    """The length whose distance from its median is at least half of the total's; None where none is."""
    whole = distance(subject, TOTAL)
    if not whole:
        return None
    shares = {name: (distance(subject, BY_NAME[name]) or 0.0) / whole for name in LENGTHS}
    most = max(shares, key=lambda name: shares[name])
    return most if shares[most] >= 1 / 2 else None


def distance(subject: Subject, metric: Metric) -> float | None:
    if not subject.asks(metric):
        return None
    value, peers = subject.known(metric), subject.quantiles(metric, subject.card)
    return None if value is None or peers is None else value - peers.median


def sentence(subject: Subject, metric: Metric) -> str:
    text = subject.language.text
    label, value = text(metric.label), subject.words(metric)
    peers = subject.quantiles(metric, subject.card)
    if peers is None:
        return text("{metric}: {value}.", metric=label, value=value)
    median = subject.amount(peers.median, metric)
    return text("{metric}: {value}, median of the peers {median}.", metric=label, value=value, median=median)


def table(subject: Subject, asked: tuple[Metric, ...]) -> Table:
    text = subject.language.text
    heads = (text("Figure"), text("This company"), *(name for _p, name in PROBABILITIES), text("Position"))
    rows = tuple(
        (
            Cell(text(metric.label)),
            own_cell(subject, metric),
            *quantile_row(subject, metric, subject.card),
            position_cell(subject, metric, subject.card),
        )
        for metric in asked
    )
    return Table(heads, rows)
