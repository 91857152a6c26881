"""What answers share: beside whom a client stands, cells of shares, sentences on what is missing."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import Metric
from dashboard.domain.peers import Comparison, PeerCard
from dashboard.domain.workforce import Missing, Period, Value
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.company_figures import NAMES
from dashboard.viewmodels.figure_words import amount, band_words, group_words, missing_words, period_words

NOTHING = Cell("–")
# Shares of a company move by tenths of a point for no reason: smaller differences are not a title's matter.
WORTH_SAYING = 1.0
LONGEST_TITLE = 90


def employer_of(client: Client) -> str:
    return client.entry.employer_number or ""


def card_of(firm: Firm, client: Client, *, period: Period, comparison: Comparison) -> PeerCard:
    cards = firm.releases.cards(employer_of(client), period, firm_id=firm.actor.firm_id, of=(comparison,))
    return cards[comparison]


def beside_whom(card: PeerCard, language: Language) -> str:
    """The line under a title: with whom the client is compared, how many they are, and when."""
    group = group_words(card.group, language) if card.group else ""
    band = band_words(card.band, language) if card.band else ""
    return " · ".join(part for part in (group, band, period_words(card.period, language)) if part)


def fitting(*titles: str) -> str:
    """The first title that is short enough for a slide, else the last one."""
    return next((title for title in titles if len(title) <= LONGEST_TITLE), titles[-1])


def no_mix(card: PeerCard, language: Language) -> str:
    """Why there is nothing to compare a mix with; never which rule forbade it."""
    if card.group is None:
        return language.text("Too few peers to compare")
    return language.text("The shares of these peers are not released")


def comparison_name(card: PeerCard, language: Language) -> str:
    return language.text(NAMES[card.comparison])


def share(per_cent: float, language: Language) -> Cell:
    return Cell(language.percent(per_cent), round(per_cent, 1))


def figure(value: Value, metric: Metric, language: Language) -> Cell:
    if isinstance(value, Missing):
        return Cell(missing_words(value, language))
    return Cell(amount(value, metric, language), round(value, 4))


def provisional(firm: Firm, client: Client, period: Period, language: Language) -> tuple[str, ...]:
    """A sentence where the last quarter was delivered in part."""
    series = firm.releases.provisional_series(employer_of(client), period.span, (period.quarter,))
    return (
        (language.text("Provisional: not all months of the last quarter were delivered."),)
        if any(series)
        else ()
    )
