"""What answers share that read more than cards: with whom a client stands, and cells of shares."""

from __future__ import annotations

from dashboard.domain.metrics import Metric
from dashboard.domain.peers import PeerCard
from dashboard.domain.workforce import Missing, Value
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.figure_words import band_words, group_words, period_words, value_words
from dashboard.viewmodels.questions.subject import Subject

NOTHING = Cell("–")
# Shares of a company move by tenths of a point for no reason: smaller differences are not a title's matter.
WORTH_SAYING = 1.0


def beside_whom(card: PeerCard, language: Language) -> str:
    """The line under a title: with whom the client is compared, how many they are, and when."""
    group = group_words(card.group, language) if card.group else language.text("Too few peers to compare")
    band = band_words(card.band, language) if card.band else ""
    return " · ".join(part for part in (group, band, period_words(card.period, language)) if part)


def no_mix(card: PeerCard, language: Language) -> str:
    """Why there is nothing to compare a mix with; never which rule forbade it."""
    if card.group is None:
        return language.text("Too few peers to compare")
    return language.text("The shares of these peers are not released")


def share(per_cent: float, language: Language) -> Cell:
    return Cell(language.percent(per_cent), round(per_cent, 1))


def figure(value: Value, metric: Metric, language: Language) -> Cell:
    number = None if isinstance(value, Missing) else round(value, 4)
    return Cell(value_words(value, metric, language), number)


def provisional(subject: Subject) -> tuple[str, ...]:
    """A sentence where the last quarter was delivered in part."""
    if not subject.own.is_provisional:
        return ()
    return (subject.language.text("Provisional: not all months of the last quarter were delivered."),)
