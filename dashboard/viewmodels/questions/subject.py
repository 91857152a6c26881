"""Of whom a question is asked: one client's own figures beside the released figures of its peers."""

from __future__ import annotations

import dataclasses
import functools

from dashboard.data.releases.reader import OwnFigures
from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.funnel import standing
from dashboard.domain.metrics import Metric, MetricName
from dashboard.domain.peers import Comparison, PeerCard, Position, Quantiles, Where
from dashboard.domain.workforce import Missing, Period, Value
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.figure_words import (
    amount,
    band_words,
    comparison_words,
    group_words,
    missing_words,
    period_words,
    position_words,
    value_words,
    without_peers,
)

LONGEST_TITLE = 90


@dataclasses.dataclass(frozen=True)
class Subject:
    """One client, one period and one comparison, in one reader's language; read once, however many ask."""

    firm: Firm
    client: Client
    period: Period
    comparison: Comparison
    language: Language

    @property
    def employer(self) -> str:
        return self.client.entry.employer_number or ""

    @functools.cached_property
    def own(self) -> OwnFigures:
        return self.firm.releases.own_figures(self.employer, self.period)

    @functools.cached_property
    def cards(self) -> dict[Comparison, PeerCard]:
        return self.firm.releases.cards(self.employer, self.period, firm_id=self.firm.actor.firm_id)

    @functools.cached_property
    def card(self) -> PeerCard:
        """The card of the chosen comparison, which most questions need alone."""
        firm_id = self.firm.actor.firm_id
        found = self.firm.releases.cards(self.employer, self.period, firm_id=firm_id, of=(self.comparison,))
        return found[self.comparison]

    @functools.cached_property
    def targets(self) -> dict[MetricName, float]:
        return self.firm.meetings.targets(self.client.id)

    def target(self, metric: Metric) -> Cell | None:
        """What was agreed with the client in a meeting."""
        aimed = self.targets.get(metric.name)
        return None if aimed is None else Cell(self.amount(aimed, metric), aimed)

    def asks(self, metric: Metric) -> bool:
        return self.period.span in metric.spans

    def value(self, metric: Metric) -> Value:
        return self.own.values[metric.name]

    def known(self, metric: Metric) -> float | None:
        value = self.value(metric)
        return None if isinstance(value, Missing) else value

    def words(self, metric: Metric) -> str:
        return value_words(self.value(metric), metric, self.language)

    def amount(self, value: float, metric: Metric) -> str:
        return amount(value, metric, self.language)

    def quantiles(self, metric: Metric, card: PeerCard) -> Quantiles | None:
        found = card.figures.get(metric.name)
        return found if isinstance(found, Quantiles) else None

    def position(self, metric: Metric, card: PeerCard) -> Position | None:
        value, peers = self.value(metric), self.quantiles(metric, card)
        if isinstance(value, Missing) or peers is None:
            return None
        headcount = self.own.values[MetricName.HEADCOUNT]
        return standing(metric, value, peers, headcount=headcount, span=self.period.span)

    def position_words(self, metric: Metric, card: PeerCard) -> str:
        found = self.position(metric, card)
        return position_words(found, self.language) if found else ""

    def stands_out(self, metric: Metric, card: PeerCard) -> bool:
        """Outside the middle half, and further from the median than chance would put it."""
        value, peers, found = self.known(metric), self.quantiles(metric, card), self.position(metric, card)
        if value is None or peers is None or found is None or found.where is Where.NOT_DISTINGUISHABLE:
            return False
        return not self.inside(metric, card)

    def inside(self, metric: Metric, card: PeerCard) -> bool:
        """In the middle half, or where no quartile says otherwise."""
        value, peers = self.known(metric), self.quantiles(metric, card)
        low, high = (peers.at(0.25), peers.at(0.75)) if peers else (None, None)
        return value is None or low is None or high is None or low <= value <= high

    def note(self, metric: Metric, card: PeerCard) -> str:
        """Why there is no position, in words; empty where there is one."""
        value = self.value(metric)
        if isinstance(value, Missing):
            return missing_words(value, self.language)
        return (
            ""
            if self.quantiles(metric, card)
            else without_peers(card.figures.get(metric.name), self.language)
        )

    def group(self, card: PeerCard) -> str:
        if card.group is None:
            return self.language.text("Too few peers to compare")
        return group_words(card.group, self.language)

    def band(self, card: PeerCard) -> str:
        return band_words(card.band, self.language) if card.band else ""

    def comparison_words(self, comparison: Comparison) -> str:
        return comparison_words(comparison, self.language)

    @property
    def subtitle(self) -> str:
        """With whom, how many and when."""
        parts = (self.group(self.card), self.band(self.card), period_words(self.period, self.language))
        return " · ".join(part for part in parts if part)

    @property
    def source(self) -> str:
        built = self.firm.releases.built_at(self.period.quarter)
        return self.language.text(
            "Source: payroll facts of the social secretariat. Peer figures released on {date}.",
            date=self.language.date(built) if built else "",
        )


def fitting(*titles: str) -> str:
    """The first title that is short enough for a slide; the last one always is the neutral form."""
    return next((title for title in titles if title and len(title) <= LONGEST_TITLE), titles[-1])
