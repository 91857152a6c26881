"""What the charts of a metric say, in sentences, from the same numbers as the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.metrics import Metric
from dashboard.domain.peers import PeerCard
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.figure_words import without_peers
from dashboard.viewmodels.questions.subject import Subject


def group_sentence(subject: Subject, metric: Metric, card: PeerCard) -> str:
    language, name = subject.language, subject.comparison_words(card.comparison)
    peers = subject.quantiles(metric, card)
    if peers is None:
        reason = without_peers(card.figures.get(metric.name), language)
        return language.text("{group}: {reason}.", group=name, reason=reason)
    median, low, high = subject.amount(peers.median, metric), peers.at(0.25), peers.at(0.75)
    band = subject.band(card)
    if low is None or high is None:
        return language.text("{group}, {band}: median {median}.", group=name, band=band, median=median)
    return language.text(
        "{group}, {band}: median {median}, middle half from {low} to {high}.",
        group=name,
        band=band,
        median=median,
        low=subject.amount(low, metric),
        high=subject.amount(high, metric),
    )


def from_to(
    labels: Sequence[str], own: Sequence[Cell], medians: Sequence[Cell], language: Language
) -> tuple[str, ...]:
    """From where to where the client went, and the median of its peers."""
    told = (
        (N_("This company: {start} in {first}, {end} in {last}."), own),
        (N_("Median of the peers: {start} in {first}, {end} in {last}."), medians),
    )
    ways = [(sentence, known(labels, cells)) for sentence, cells in told]
    return tuple(way(sentence, points, language) for sentence, points in ways if points)


def known(labels: Sequence[str], cells: Sequence[Cell]) -> list[tuple[str, Cell]]:
    return [(label, cell) for label, cell in zip(labels, cells, strict=True) if cell.number is not None]


def way(sentence: str, points: Sequence[tuple[str, Cell]], language: Language) -> str:
    (first, start), (last, end) = points[0], points[-1]
    return language.text(sentence, start=start.words, first=first, end=end.words, last=last)
