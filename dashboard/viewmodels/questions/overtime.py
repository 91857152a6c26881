"""Overtime and temporary unemployment over the year: quarter by quarter beside the peers' median."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison, PeerCard, Quantiles
from dashboard.domain.workforce import Missing, Period, Quarter, Span, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Columns, Question, Table
from dashboard.viewmodels.figure_words import amount, unit_words
from dashboard.viewmodels.questions.beside import NOTHING, beside_whom, figure, provisional
from dashboard.viewmodels.questions.subject import Subject

OVERTIME = BY_NAME[MetricName.OVERTIME_SHARE]
UNEMPLOYMENT = BY_NAME[MetricName.TEMPORARY_UNEMPLOYMENT]
# Of four quarters so many on one side of the median are worth saying.
MOST = 3


@dataclasses.dataclass(frozen=True)
class Course:
    """One metric over the quarters: the client's values and the medians of the same peers."""

    metric: Metric
    own: tuple[Value, ...]
    medians: tuple[float | None, ...]

    def beyond(self, *, sign: int) -> int:
        """In how many quarters the client lies above (1) or below (-1) the median, by what can be read."""
        pairs = zip(self.own, self.medians, strict=True)
        apart = (own - median for own, median in pairs if not isinstance(own, Missing) and median is not None)
        return sum(sign * one >= self.metric.step / 2 for one in apart)


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer:
    subject = Subject(firm, client, Period(period.quarter, Span.QUARTER), comparison, language)
    quarters = Period(period.quarter, Span.FOUR_QUARTERS).quarters
    overtime, idle = (course(subject, one, quarters) for one in (OVERTIME, UNEMPLOYMENT))
    told = answered(overtime, idle, quarters, subject.card, language)
    return dataclasses.replace(
        told, source=subject.source, description=told.description + provisional(subject)
    )


def course(subject: Subject, metric: Metric, quarters: tuple[Quarter, ...]) -> Course:
    releases, group = subject.firm.releases, subject.card.group
    own = releases.own_series(subject.employer, metric.name, Span.QUARTER, quarters)
    peers: tuple[Quantiles | None, ...] = (None,) * len(quarters)
    if group:
        firm_id = subject.firm.actor.firm_id
        peers = releases.trend(group, metric.name, Span.QUARTER, quarters, firm_id=firm_id)
    return Course(metric, own, tuple(one.median if one else None for one in peers))


def answered(
    overtime: Course, idle: Course, quarters: Sequence[Quarter], card: PeerCard, language: Language
) -> Answer:
    labels = tuple(language.quarter(one.year, one.number) for one in quarters)
    title = title_of(overtime, language)
    known = any(not isinstance(one, Missing) for one in (*overtime.own, *idle.own))
    chart = dataclasses.replace(columns(overtime, labels, language), below=columns(idle, labels, language))
    return Answer(
        question=Question.OVERTIME,
        metric=OVERTIME.name,
        title=title,
        subtitle=beside_whom(card, language),
        name=language.text("Columns by quarter, the peers’ median as a step. {title}", title=title),
        description=(*described(overtime, labels, language), *described(idle, labels, language)),
        table=table(overtime, idle, labels, language),
        chart=chart if known else None,
        unit=unit_words(OVERTIME, language),
        digits=1,
        source="",
        notice="" if known else figure(overtime.own[-1], OVERTIME, language).words,
    )


def title_of(course: Course, language: Language) -> str:
    of = language.integer(len(course.own))
    above, below = course.beyond(sign=1), course.beyond(sign=-1)
    if max(above, below) < MOST:
        return language.text("Overtime and temporary unemployment by quarter")
    said = (
        N_("Overtime was above the median of the peers in {n} of {of} quarters")
        if above > below
        else N_("Overtime was below the median of the peers in {n} of {of} quarters")
    )
    return language.text(said, n=language.integer(max(above, below)), of=of)


def columns(course: Course, labels: tuple[str, ...], language: Language) -> Columns:
    return Columns(
        label=language.text(course.metric.label),
        labels=labels,
        client=tuple(None if isinstance(one, Missing) else round(one, 4) for one in course.own),
        median=course.medians,
    )


def median(value: float | None, metric: Metric, language: Language) -> Cell:
    return NOTHING if value is None else Cell(amount(value, metric, language), value)


def described(course: Course, labels: Sequence[str], language: Language) -> tuple[str, ...]:
    label = language.text(course.metric.label)
    points = zip(labels, course.own, course.medians, strict=True)
    return tuple(
        language.text(
            "{metric} in {quarter}: {own}."
            if peers is None
            else "{metric} in {quarter}: {own}, median of the peers {median}.",
            metric=label,
            quarter=quarter,
            own=figure(own, course.metric, language).words,
            median=median(peers, course.metric, language).words,
        )
        for quarter, own, peers in points
    )


def table(overtime: Course, idle: Course, labels: Sequence[str], language: Language) -> Table:
    text = language.text
    headings = [text("Quarter")]
    for metric in (OVERTIME, UNEMPLOYMENT):
        headings += [text(metric.label), text("{metric}, median of the peers", metric=text(metric.label))]
    rows = tuple(
        (
            Cell(label),
            *(
                cell
                for one in (overtime, idle)
                for cell in (
                    figure(one.own[place], one.metric, language),
                    median(one.medians[place], one.metric, language),
                )
            ),
        )
        for place, label in enumerate(labels)
    )
    return Table(tuple(headings), rows)
