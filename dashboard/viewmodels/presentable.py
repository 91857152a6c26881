"""What can be put on a slide: the questions of the catalogue, and each metric over time and beside peers."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, OVERVIEW, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Lines, Question, Strip, Strips, Table
from dashboard.viewmodels.company_figures import source_words
from dashboard.viewmodels.metric_detail import QUANTILE_NAMES, GroupRow, MetricDetail, TrendPoint, detail
from dashboard.viewmodels.questions import ANSWERS

QUESTIONS = {
    Question.STANDING: N_("Where the company stands"),
    Question.GROUPS: N_("Wage cost beside sector, region and Belgium"),
    Question.GROWTH: N_("Growth beside the peers"),
    Question.UNUSUAL: N_("How unusual a value is"),
    Question.PAY_MIX: N_("What pay is made of"),
    Question.ABSENCE_LENGTHS: N_("Short and long absence"),
    Question.SHIFT: N_("Normal variation or a real change of absence"),
    Question.SEASON: N_("Absence by month"),
    Question.TURNOVER: N_("Who joined and who left"),
    Question.STAFF: N_("Who works here"),
    Question.BENEFITS: N_("Benefits that peers grant"),
    Question.CONVERSATION: N_("What deserves a conversation"),
    Question.TO_THE_MEDIAN: N_("From here to the median"),
    Question.OVERTIME: N_("Overtime over the year"),
}
OF_A_METRIC = {
    Question.GROWTH: N_("{metric} over time"),
    Question.GROUPS: N_("{metric} beside sector, region and Belgium"),
}
PROBABILITIES = {name: probability for probability, name in QUANTILE_NAMES}


@dataclasses.dataclass(frozen=True)
class Offer:
    """One chart that can be chosen: the key of its slide, and what it shows."""

    key: str
    label: str


@dataclasses.dataclass(frozen=True)
class Subject:
    """Whose figures are asked about, of when, beside whom and in which language."""

    firm: Firm
    client: Client
    period: Period
    comparison: Comparison
    language: Language


def offers(period: Period, language: Language) -> tuple[Offer, ...]:
    asked = tuple(Offer(question, language.text(QUESTIONS[question])) for question in ANSWERS)
    of_metrics = tuple(
        Offer(slide_key(question, metric.name), language.text(words, metric=language.text(metric.label)))
        for metric in OVERVIEW
        for question, words in OF_A_METRIC.items()
        if period.span in metric.spans
    )
    return asked + of_metrics


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


def of_metric(question: str, name: str, subject: Subject) -> Answer | None:
    if question not in set(OF_A_METRIC) or name not in set(MetricName):
        return None
    metric, language = BY_NAME[MetricName(name)], subject.language
    if subject.period.span not in metric.spans:
        return None
    view = detail(subject.firm, subject.client, metric, subject.period, subject.comparison, language=language)
    source = source_words(subject.firm, subject.period, language)
    if question == Question.GROWTH:
        return over_time(view, subject.comparison, source, language)
    return beside_peers(view, source, language)


def over_time(view: MetricDetail, comparison: Comparison, source: str, language: Language) -> Answer:
    """The metric quarter by quarter beside the peers of one comparison."""
    text = language.text
    row = next(row for row in view.rows if row.comparison is comparison)
    heads = (text("Quarter"), text("This company"), text("Median of the peers"))
    return Answer(
        question=Question.GROWTH,
        metric=view.metric,
        title=titled(view, (row,), language),
        subtitle=joined(row.group, row.band, view.period),
        name=text("{metric} by quarter, with the middle half of the peers", metric=view.label),
        description=view.trend_sentences,
        table=Table(heads, tuple(map(trend_row, view.trend))),
        chart=lines(view.trend),
        unit=view.unit,
        digits=view.digits,
        source=source,
        notice=row.note,
    )


def beside_peers(view: MetricDetail, source: str, language: Language) -> Answer:
    """The client's value through the rows of all comparisons, on one scale."""
    text = language.text
    heads = (text("Group"), text("Peers"), *PROBABILITIES, text("Position"))
    strips = tuple(strip(view, row) for row in view.rows if row.quantiles)
    return Answer(
        question=Question.GROUPS,
        metric=view.metric,
        title=titled(view, view.rows, language),
        subtitle=view.period,
        name=text("{metric}: this company, sector, region and Belgium", metric=view.label),
        description=view.groups_sentences,
        table=Table(heads, tuple(map(group_row, view.rows))),
        chart=Strips(strips, shared_scale=True) if strips else None,
        unit=view.unit,
        digits=view.digits,
        source=source,
        notice="" if strips else view.rows[0].note,
    )


def titled(view: MetricDetail, rows: Sequence[GroupRow], language: Language) -> str:
    """The position where there is one to state, else the metric alone."""
    first = next((row for row in rows if row.position), None)
    if first is None:
        return view.label
    return language.text(
        "{metric}: {position} ({group})", metric=view.label, position=first.position, group=first.name
    )


def joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def lines(trend: Sequence[TrendPoint]) -> Lines:
    return Lines(
        labels=tuple(point.label for point in trend),
        client=tuple(point.client for point in trend),
        median=tuple(point.median for point in trend),
        low=tuple(point.low for point in trend),
        high=tuple(point.high for point in trend),
        provisional=tuple(point.provisional for point in trend),
    )


def trend_row(point: TrendPoint) -> tuple[Cell, ...]:
    client, median = Cell(point.client_words, point.client), Cell(point.median_words, point.median)
    return (Cell(point.label), client, median)


def strip(view: MetricDetail, row: GroupRow) -> Strip:
    quantiles = tuple((PROBABILITIES[name], Cell(words, number)) for name, number, words in row.quantiles)
    return Strip(row.name, Cell(view.client_words, view.client_value), quantiles, row.position)


def group_row(row: GroupRow) -> tuple[Cell, ...]:
    released = {name: Cell(words, number) for name, number, words in row.quantiles}
    cells = tuple(released.get(name, Cell("–")) for name in PROBABILITIES)
    return (Cell(joined(row.name, row.group)), Cell(row.band or "–"), *cells, Cell(row.position or row.note))
