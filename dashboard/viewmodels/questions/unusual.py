"""Q4: how unusual a value is, on the released quantiles drawn large."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Question, Strips, Table
from dashboard.viewmodels.figure_words import digits_of, unit_words
from dashboard.viewmodels.questions.groups import group_name
from dashboard.viewmodels.questions.quantile_cells import (
    PROBABILITIES,
    own_cell,
    position_cell,
    quantile_row,
    strip_of,
)
from dashboard.viewmodels.questions.subject import Subject, fitting


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    subject = Subject(firm, client, period, comparison, language)
    return unusual(subject, BY_NAME[MetricName.COST_PER_FTE])


def unusual(subject: Subject, metric: Metric) -> Answer | None:
    if not subject.asks(metric):
        return None
    text = subject.language.text
    label = text(metric.label)
    strip = strip_of(subject, metric, subject.card, label=label)
    position = strip.position
    return Answer(
        question=Question.UNUSUAL,
        metric=metric.name,
        title=fitting(
            text("{metric}: {position}", metric=label, position=position) if position else "", label
        ),
        subtitle=subject.subtitle,
        name=text("Released quantiles of the peers, with this company: {metric}", metric=label),
        description=described(subject, metric),
        table=table(subject, metric),
        chart=Strips((strip,), shared_scale=True) if strip.quantiles else None,
        unit=unit_words(metric, subject.language),
        digits=digits_of(metric),
        source=subject.source,
        notice=strip.note,
    )


def described(subject: Subject, metric: Metric) -> tuple[str, ...]:
    text, words = subject.language.text, quantile_words(subject, metric)
    between = (
        (N_("8 in 10 peers lie between {low} and {high}."), "P10", "P90"),
        (N_("Half of the peers lie between {low} and {high}."), "P25", "P75"),
    )
    spread = [text(said, low=words[low], high=words[high]) for said, low, high in between if low in words]
    median = [text("Median of the peers: {median}.", median=words["P50"])] if words else []
    return (*spread, *median, own_sentence(subject, metric))


def own_sentence(subject: Subject, metric: Metric) -> str:
    text, value = subject.language.text, subject.words(metric)
    position = subject.position_words(metric, subject.card)
    if not position:
        return text("This company: {value}.", value=value)
    return text("This company: {value}, {position}.", value=value, position=position)


def quantile_words(subject: Subject, metric: Metric) -> dict[str, str]:
    cells = quantile_row(subject, metric, subject.card)
    named = zip(PROBABILITIES, cells, strict=True)
    return {name: cell.words for (_p, name), cell in named if cell.number is not None}


def table(subject: Subject, metric: Metric) -> Table:
    text = subject.language.text
    heads = (text("Group"), text("This company"), *(name for _p, name in PROBABILITIES), text("Position"))
    row = (
        Cell(group_name(subject, subject.card)),
        own_cell(subject, metric),
        *quantile_row(subject, metric, subject.card),
        position_cell(subject, metric, subject.card),
    )
    return Table(heads, (row,))
