"""Q2: how a figure compares with the sector, the region, Belgium and the joint committee, on one scale."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison, PeerCard
from dashboard.domain.workforce import Period
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Cell, Question, Strips, Table
from dashboard.viewmodels.figure_words import digits_of, period_words, unit_words
from dashboard.viewmodels.questions.quantile_cells import (
    PROBABILITIES,
    own_cell,
    position_cell,
    quantile_row,
    strip_of,
)
from dashboard.viewmodels.questions.sentences import group_sentence
from dashboard.viewmodels.questions.subject import Subject, fitting


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    subject = Subject(firm, client, period, comparison, language)
    return groups(subject, BY_NAME[MetricName.COST_PER_FTE])


def groups(subject: Subject, metric: Metric) -> Answer | None:
    if not subject.asks(metric):
        return None
    text = subject.language.text
    cards = compared(subject)
    label = text(metric.label)
    strips = tuple(
        strip_of(subject, metric, card, label=subject.comparison_words(card.comparison)) for card in cards
    )
    drawn = any(strip.quantiles for strip in strips)
    return Answer(
        question=Question.GROUPS,
        metric=metric.name,
        title=title(subject, metric, cards),
        subtitle=period_words(subject.period, subject.language),
        name=text("Strips on one scale: {metric} of this company beside each group of peers", metric=label),
        description=described(subject, metric, cards),
        table=table(subject, metric, cards),
        chart=Strips(strips, shared_scale=True) if drawn else None,
        unit=unit_words(metric, subject.language),
        digits=digits_of(metric),
        source=subject.source,
        notice="" if drawn else subject.note(metric, subject.card) or text("Too few peers to compare"),
    )


def compared(subject: Subject) -> tuple[PeerCard, ...]:
    """Every card; the joint committee's only where the client has one."""
    return tuple(
        card
        for card in subject.cards.values()
        if card.comparison is not Comparison.COMMITTEE or card.group or has_activity(card)
    )


def has_activity(card: PeerCard) -> bool:
    """An employer without a joint committee stands in groups of no name."""
    return any(group.activity for group in card.finer)


def title(subject: Subject, metric: Metric, cards: tuple[PeerCard, ...]) -> str:
    """The position in the first group and, where it fits, in the second."""
    text = subject.language.text
    label = text(metric.label)
    placed = [
        (position, subject.comparison_words(card.comparison))
        for card in cards
        if (position := subject.position_words(metric, card))
    ]
    if not placed:
        return label
    (first, group), (second, other) = placed[0], placed[min(1, len(placed) - 1)]
    one = text("{metric}: {position} ({group})", metric=label, position=first, group=group)
    two = text(
        "{metric}: {first} ({group}), {second} ({other})",
        metric=label,
        first=first,
        group=group,
        second=second,
        other=other,
    )
    return fitting(two if len(placed) > 1 else "", one, label)


def described(subject: Subject, metric: Metric, cards: tuple[PeerCard, ...]) -> tuple[str, ...]:
    own = subject.language.text("This company: {value}.", value=subject.words(metric))
    return (own, *(group_sentence(subject, metric, card) for card in cards))


def table(subject: Subject, metric: Metric, cards: tuple[PeerCard, ...]) -> Table:
    text = subject.language.text
    heads = (text("Group"), text("This company"), text("Peers"), *(name for _p, name in PROBABILITIES))
    rows = tuple(
        (
            Cell(group_name(subject, card)),
            own_cell(subject, metric),
            Cell(subject.band(card) or "–"),
            *quantile_row(subject, metric, card),
            position_cell(subject, metric, card),
        )
        for card in cards
    )
    return Table((*heads, text("Position")), rows)


def group_name(subject: Subject, card: PeerCard) -> str:
    return subject.language.text(
        "{name}: {group}", name=subject.comparison_words(card.comparison), group=subject.group(card)
    )
