"""The released quantiles of a metric as cells, for strips and tables alike."""

from __future__ import annotations

from dashboard.domain.metrics import Metric
from dashboard.domain.peers import PeerCard, Quantiles
from dashboard.viewmodels.answers import Cell, Strip
from dashboard.viewmodels.questions.subject import Subject

PROBABILITIES = ((0.1, "P10"), (0.25, "P25"), (0.5, "P50"), (0.75, "P75"), (0.9, "P90"))
NOTHING = Cell("–")


def own_cell(subject: Subject, metric: Metric) -> Cell:
    return Cell(subject.words(metric), subject.known(metric))


def drawn_quantiles(
    subject: Subject, metric: Metric, peers: Quantiles | None
) -> tuple[tuple[float, Cell], ...]:
    """What is released of the five that charts draw."""
    found = [(probability, peers.at(probability)) for probability, _name in PROBABILITIES] if peers else []
    return tuple(
        (probability, Cell(subject.amount(value, metric), value))
        for probability, value in found
        if value is not None
    )


def quantile_row(subject: Subject, metric: Metric, card: PeerCard) -> tuple[Cell, ...]:
    """A cell for each of the five; what is not released is a dash."""
    released = dict(drawn_quantiles(subject, metric, subject.quantiles(metric, card)))
    return tuple(released.get(probability, NOTHING) for probability, _name in PROBABILITIES)


def strip_of(subject: Subject, metric: Metric, card: PeerCard, *, label: str, note: str = "") -> Strip:
    return Strip(
        label=label,
        client=own_cell(subject, metric),
        quantiles=drawn_quantiles(subject, metric, subject.quantiles(metric, card)),
        position=subject.position_words(metric, card),
        note=note or subject.note(metric, card),
    )


def position_cell(subject: Subject, metric: Metric, card: PeerCard) -> Cell:
    return Cell(subject.position_words(metric, card) or subject.note(metric, card))
