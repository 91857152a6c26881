"""One metric in detail: its peers in each comparison, and the questions that its charts answer."""

from __future__ import annotations

import dataclasses

from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison, PeerCard
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.company_figures import State, comparison_of, state_of
from dashboard.viewmodels.figure_words import period_words, unit_words
from dashboard.viewmodels.peer_card import PeerCardWords, peer_card
from dashboard.viewmodels.periods import period_of
from dashboard.viewmodels.questions.groups import compared, groups
from dashboard.viewmodels.questions.growth import growth
from dashboard.viewmodels.questions.quantile_cells import PROBABILITIES, quantile_row
from dashboard.viewmodels.questions.subject import Subject
from dashboard.viewmodels.questions.unusual import unusual
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class GroupRow:
    """One comparison: its card, the released quantiles (numbers and words), or why there are none."""

    comparison: Comparison
    card: PeerCardWords
    position: str
    quantiles: tuple[tuple[str, float, str], ...]
    note: str


@dataclasses.dataclass(frozen=True)
class MetricDetail:
    """Everything that the detail of one metric draws and says."""

    metric: MetricName
    title: str
    unit: str
    period: str
    client_value: float | None
    client_words: str
    definition: str
    formula: str
    rounding: str
    source: str
    rows: tuple[GroupRow, ...]
    answers: tuple[Answer, ...]


def metric_detail(
    workspace: Workspace, client_id: str, *, metric: str, period: str, comparison: str
) -> MetricDetail | None:
    """The detail of a metric by its name; None when there is no such metric or nothing to show."""
    if metric not in set(MetricName):
        return None
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        chosen = period_of(period, quarters)
        subject = Subject(firm, client, chosen, comparison_of(comparison), workspace.language)
        found = BY_NAME[MetricName(metric)]
        return detail(subject, found) if subject.asks(found) else None


def detail(subject: Subject, metric: Metric) -> MetricDetail:
    language = subject.language
    asked = (groups(subject, metric), growth(subject, metric), unusual(subject, metric))
    answers = tuple(one for one in asked if one)
    return MetricDetail(
        metric=metric.name,
        title=language.text(metric.label),
        unit=unit_words(metric, language),
        period=period_words(subject.period, language),
        client_value=subject.known(metric),
        client_words=subject.words(metric),
        definition=language.text(metric.definition),
        formula=metric.written,
        rounding=rounding_words(metric, language),
        source=subject.source,
        rows=tuple(group_row(subject, metric, card) for card in compared(subject)),
        answers=answers,
    )


def rounding_words(metric: Metric, language: Language) -> str:
    step = language.decimal(metric.step, 0 if metric.step >= 1 else 1)
    return language.text(
        "Peer figures are rounded to {step} ({unit}).", step=step, unit=unit_words(metric, language)
    )


def group_row(subject: Subject, metric: Metric, card: PeerCard) -> GroupRow:
    cells = zip(PROBABILITIES, quantile_row(subject, metric, card), strict=True)
    return GroupRow(
        comparison=card.comparison,
        card=peer_card(card, subject.language),
        position=subject.position_words(metric, card),
        quantiles=tuple(
            (name, cell.number, cell.words) for (_p, name), cell in cells if cell.number is not None
        ),
        note=subject.note(metric, card),
    )
