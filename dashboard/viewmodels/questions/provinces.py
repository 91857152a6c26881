"""Belgium by province: the released median of one metric among employers of the client's size."""

from __future__ import annotations

from dashboard.data.reference.tables import province
from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.peers import Comparison, Quantiles
from dashboard.domain.places import PlaceCard
from dashboard.domain.workforce import Period
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Area, Areas, Cell, Question, Table
from dashboard.viewmodels.figure_words import (
    amount,
    band_words,
    digits_of,
    period_words,
    size_words,
    unit_words,
    without_peers,
)
from dashboard.viewmodels.questions.subject import Subject

LEAST_STEPS = 2
# ISO 3166-2:BE, short enough for a map.
SIGNS = {
    "10000": "VAN",
    "20001": "VBR",
    "20002": "WBR",
    "30000": "VWV",
    "40000": "VOV",
    "50000": "WHT",
    "60000": "WLG",
    "70000": "VLI",
    "80000": "WLX",
    "90000": "WNA",
    "04000": "BRU",
}


def answer(
    firm: Firm,
    client: Client,
    *,
    period: Period,
    comparison: Comparison,
    language: Language,
    metric: MetricName = MetricName.SICKNESS_TOTAL,
) -> Answer | None:
    """None where the metric is not offered for the period."""
    found, subject = BY_NAME[metric], Subject(firm, client, period, comparison, language)
    if not subject.asks(found):
        return None
    cards = firm.releases.of_places(subject.employer, period, tuple(SIGNS), firm_id=firm.actor.firm_id)
    rows = tuple(area_of(card, found, language) for card in cards)
    released = any(row.value.number is not None for row in rows)
    size = size_words(cards[0].group, language) if cards else ""
    words = (language.text("all sectors"), size, period_words(period, language))
    return Answer(
        question=Question.PROVINCES,
        metric=metric,
        title=title_of(rows, found, language),
        subtitle=" · ".join(part for part in words if part),
        name=language.text(
            "Schematic map of Belgium: {metric} by province", metric=language.text(found.label)
        ),
        description=described(rows, language),
        table=table_of(rows, cards, language),
        chart=Areas(rows) if released else None,
        unit=unit_words(found, language),
        digits=digits_of(found),
        source=subject.source,
        notice="" if released else language.text("Too few peers to compare"),
    )


def area_of(card: PlaceCard, metric: Metric, language: Language) -> Area:
    code, peers = card.group.place, card.figures.get(metric.name)
    if isinstance(peers, Quantiles):
        value = Cell(amount(peers.median, metric, language), peers.median)
    else:
        value = Cell(without_peers(peers, language))
    return Area(code, SIGNS[code], province(code).label(language.code), value, card.is_own)


def known(rows: tuple[Area, ...]) -> list[tuple[float, Area]]:
    """The areas with a number, from the lowest up."""
    numbers = [(row.value.number, row) for row in rows if row.value.number is not None]
    return sorted(numbers, key=lambda pair: pair[0])


def title_of(rows: tuple[Area, ...], metric: Metric, language: Language) -> str:
    label, found = language.text(metric.label), known(rows)
    if not found or found[-1][0] - found[0][0] < LEAST_STEPS * metric.step:
        return language.text("{metric} by province", metric=label)
    return language.text(
        "{metric} by province: from {low} to {high}",
        metric=label,
        low=found[0][1].value.words,
        high=found[-1][1].value.words,
    )


def described(rows: tuple[Area, ...], language: Language) -> tuple[str, ...]:
    """The areas from the highest median down, then those without one, by their reason."""
    told = [
        language.text("{place}: {value}.", place=row.label, value=row.value.words)
        for _number, row in reversed(known(rows))
    ]
    without: dict[str, list[str]] = {}
    for row in rows:
        if row.value.number is None:
            without.setdefault(row.value.words, []).append(row.label)
    for reason, places in without.items():
        told.append(language.text("{place}: {value}.", place=language.listing(places), value=reason))
    own = next((row.label for row in rows if row.is_own), "")
    if own:
        told.append(language.text("Outlined: {place}, where this client is.", place=own))
    return tuple(told)


def table_of(rows: tuple[Area, ...], cards: tuple[PlaceCard, ...], language: Language) -> Table:
    text = language.text
    bands = [Cell(band_words(card.band, language) if card.band else "–") for card in cards]
    return Table(
        (text("Province"), text("On the map"), text("Median of the peers"), text("Peers")),
        tuple(
            (Cell(row.label), Cell(row.sign), row.value, band) for row, band in zip(rows, bands, strict=True)
        ),
    )
