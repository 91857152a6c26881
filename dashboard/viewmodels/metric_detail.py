"""One metric in detail: sector, region and Belgium on one scale, and the way here over the quarters."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison, PeerCard, Quantiles, position
from dashboard.domain.workforce import Missing, Period, Quarter, Value
from dashboard.i18n import Language
from dashboard.viewmodels.company_figures import (
    NAMES,
    State,
    comparison_of,
    state_of,
    without_peers,
)
from dashboard.viewmodels.detail_sentences import groups_described, trend_described
from dashboard.viewmodels.figure_words import (
    amount,
    band_words,
    group_words,
    missing_words,
    period_words,
    position_words,
    unit_words,
)
from dashboard.viewmodels.periods import period_of
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class GroupRow:
    """One comparison's row: with whom, how many, the released quantiles (numbers and words) or why none."""

    comparison: Comparison
    name: str
    group: str
    band: str
    position: str
    quantiles: tuple[tuple[str, float, str], ...]
    note: str

    def at(self, name: str) -> float | None:
        return next((number for found, number, _words in self.quantiles if found == name), None)


@dataclasses.dataclass(frozen=True)
class TrendPoint:
    """One quarter's end: the client's value and its peers', as numbers and as words."""

    label: str
    client: float | None
    client_words: str
    low: float | None
    median: float | None
    median_words: str
    high: float | None
    provisional: bool = False


@dataclasses.dataclass(frozen=True)
class MetricDetail:
    """Everything that the detail of one metric draws and says."""

    metric: MetricName
    label: str
    unit: str
    digits: int
    title: str
    period: str
    client_value: float | None
    client_words: str
    definition: str
    formula: str
    rows: tuple[GroupRow, ...]
    trend: tuple[TrendPoint, ...]
    trend_group: str
    groups_sentences: tuple[str, ...]
    trend_sentences: tuple[str, ...]


QUANTILE_NAMES = ((0.1, "P10"), (0.25, "P25"), (0.5, "P50"), (0.75, "P75"), (0.9, "P90"))


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
        found = BY_NAME[MetricName(metric)]
        if chosen.span not in found.spans:
            return None
        return detail(firm, client, found, chosen, comparison_of(comparison), language=workspace.language)


def detail(
    firm: Firm, client: Client, metric: Metric, period: Period, comparison: Comparison, *, language: Language
) -> MetricDetail:
    employer = client.entry.employer_number or ""
    value = firm.releases.own(employer, period)[metric.name]
    cards = firm.releases.cards(employer, period, firm_id=firm.actor.firm_id)
    rows = tuple(group_row(metric, value, card, language) for card in cards.values())
    card = cards[comparison]
    trend = trend_of(firm, employer, metric, card, language=language)
    return MetricDetail(
        metric=metric.name,
        label=language.text(metric.label),
        unit=unit_words(metric, language),
        digits=0 if metric.step >= 1 else 1,
        title=title_of(metric, value, rows, language),
        period=period_words(period, language),
        client_value=None if isinstance(value, Missing) else value,
        client_words=words_of(metric, value, language),
        definition=language.text(metric.definition),
        formula=metric.written,
        rows=rows,
        trend=trend,
        trend_group=group_words(card.group, language) if card.group else "",
        groups_sentences=groups_described(rows, language),
        trend_sentences=trend_described(trend, language),
    )


def title_of(metric: Metric, value: Value, rows: tuple[GroupRow, ...], language: Language) -> str:
    """What is seen, in one sentence; neutral where there is no position to state."""
    label = language.text(metric.label)
    first = next((row for row in rows if row.position), None)
    if isinstance(value, Missing) or first is None:
        return label
    return language.text(
        "{metric}: {position} ({group})", metric=label, position=first.position, group=first.name
    )


def words_of(metric: Metric, value: Value, language: Language) -> str:
    return missing_words(value, language) if isinstance(value, Missing) else amount(value, metric, language)


def group_row(metric: Metric, value: Value, card: PeerCard, language: Language) -> GroupRow:
    peers = card.figures.get(metric.name)
    found = peers if isinstance(peers, Quantiles) else None
    where = ""
    if found and not isinstance(value, Missing):
        where = position_words(position(value, found, step=metric.step), language)
    return GroupRow(
        comparison=card.comparison,
        name=language.text(NAMES[card.comparison]),
        group=group_words(card.group, language) if card.group else language.text("Too few peers to compare"),
        band=band_words(card.band, language) if card.band else "",
        position=where,
        quantiles=named_quantiles(metric, found, language),
        note="" if found else without_peers(peers, language),
    )


def named_quantiles(
    metric: Metric, peers: Quantiles | None, language: Language
) -> tuple[tuple[str, float, str], ...]:
    if peers is None:
        return ()
    found = [(name, peers.at(probability)) for probability, name in QUANTILE_NAMES]
    return tuple((name, one, amount(one, metric, language)) for name, one in found if one is not None)


def trend_of(
    firm: Firm, employer: str, metric: Metric, card: PeerCard, *, language: Language
) -> tuple[TrendPoint, ...]:
    """From the oldest release to the chosen quarter; the group is the card's throughout."""
    span, last = card.period.span, card.period.quarter
    quarters = tuple(quarter for quarter in reversed(firm.releases.quarters()) if quarter <= last)
    own = firm.releases.own_series(employer, metric.name, span, quarters)
    in_part = firm.releases.provisional_series(employer, span, quarters)
    peers: tuple[Quantiles | None, ...] = (None,) * len(quarters)
    if card.group:
        peers = firm.releases.trend(card.group, metric.name, span, quarters, firm_id=firm.actor.firm_id)
    return tuple(
        dataclasses.replace(trend_point(metric, quarter, value, found, language=language), provisional=part)
        for quarter, value, found, part in zip(quarters, own, peers, in_part, strict=True)
    )


def trend_point(
    metric: Metric, quarter: Quarter, value: Value, peers: Quantiles | None, *, language: Language
) -> TrendPoint:
    return TrendPoint(
        label=language.quarter(quarter.year, quarter.number),
        client=None if isinstance(value, Missing) else round(value, 4),
        client_words=words_of(metric, value, language),
        low=peers.at(0.25) if peers else None,
        median=peers.median if peers else None,
        median_words=amount(peers.median, metric, language) if peers else "–",
        high=peers.at(0.75) if peers else None,
    )
