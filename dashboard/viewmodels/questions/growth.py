"""Q3: whether a figure grows faster than that of the peers, quarter by quarter."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, Metric, MetricName, Unit
from dashboard.domain.peers import Comparison, Quantiles
from dashboard.domain.workforce import Missing, Period, Quarter, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Lines, Question, Table
from dashboard.viewmodels.figure_words import difference_words, digits_of, unit_words, value_words
from dashboard.viewmodels.questions.quantile_cells import NOTHING
from dashboard.viewmodels.questions.sentences import from_to
from dashboard.viewmodels.questions.subject import Subject, fitting

STEPS = 2
ENOUGH_FTE = 20


@dataclasses.dataclass(frozen=True)
class Point:
    """One quarter's end: the client's value and the quartiles and median of its peers."""

    label: str
    own: Cell
    low: float | None
    median: Cell
    high: float | None
    provisional: bool


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer | None:
    subject = Subject(firm, client, period, comparison, language)
    return growth(subject, BY_NAME[MetricName.COST_PER_FTE])


def growth(subject: Subject, metric: Metric) -> Answer | None:
    if not subject.asks(metric):
        return None
    text = subject.language.text
    points = points_of(subject, metric)
    label = text(metric.label)
    several = sum(point.own.number is not None for point in points) > 1
    return Answer(
        question=Question.GROWTH,
        metric=metric.name,
        title=title(subject, metric, points) if several else label,
        subtitle=subject.subtitle,
        name=text("Line chart: {metric} by quarter, with the middle half of the peers", metric=label),
        description=described(points, subject.language),
        table=table(subject, metric, points),
        chart=lines(points, subject.target(metric)) if several else None,
        unit=unit_words(metric, subject.language),
        digits=digits_of(metric),
        source=subject.source,
        notice=notice(subject, points, several=several),
    )


def notice(subject: Subject, points: tuple[Point, ...], *, several: bool) -> str:
    text = subject.language.text
    if not several:
        return text("Less than two quarters with this figure: there is no trend yet.")
    peers = any(point.median.number is not None for point in points)
    return "" if peers else text("Too few peers to compare")


def points_of(subject: Subject, metric: Metric) -> tuple[Point, ...]:
    """From the oldest release to the chosen quarter; the group is the card's throughout."""
    releases, span, last = subject.firm.releases, subject.period.span, subject.period.quarter
    quarters = tuple(quarter for quarter in reversed(releases.quarters()) if quarter <= last)
    own = releases.own_series(subject.employer, metric.name, span, quarters)
    in_part = releases.provisional_series(subject.employer, span, quarters)
    peers: tuple[Quantiles | None, ...] = (None,) * len(quarters)
    if subject.card.group:
        firm_id = subject.firm.actor.firm_id
        peers = releases.trend(subject.card.group, metric.name, span, quarters, firm_id=firm_id)
    return tuple(
        point(subject, metric, quarter, value=value, peers=found, provisional=part)
        for quarter, value, found, part in zip(quarters, own, peers, in_part, strict=True)
    )


def point(
    subject: Subject,
    metric: Metric,
    quarter: Quarter,
    *,
    value: Value,
    peers: Quantiles | None,
    provisional: bool,
) -> Point:
    language = subject.language
    number = None if isinstance(value, Missing) else round(value, 4)
    return Point(
        label=language.quarter(quarter.year, quarter.number),
        own=Cell(value_words(value, metric, language), number),
        low=peers.at(0.25) if peers else None,
        median=Cell(subject.amount(peers.median, metric), peers.median) if peers else NOTHING,
        high=peers.at(0.75) if peers else None,
        provisional=provisional,
    )


def title(subject: Subject, metric: Metric, points: tuple[Point, ...]) -> str:
    """How both moved over the same quarters; the label alone where nothing is sure."""
    text = subject.language.text
    label, found = text(metric.label), change(subject, metric, points)
    if found is None:
        return label
    start, own, peers = (cell.words for cell in found)
    return fitting(
        text(
            "{metric} since {start}: {own}; median of the peers: {peers}",
            metric=label,
            start=start,
            own=own,
            peers=peers,
        ),
        text("Since {start}: {own}; median of the peers: {peers}", start=start, own=own, peers=peers),
        label,
    )


def change(subject: Subject, metric: Metric, points: tuple[Point, ...]) -> tuple[Cell, ...] | None:
    """From which quarter, and by how much the client and the median of its peers moved since."""
    both = [one for one in points if one.own.number is not None and one.median.number is not None]
    if len(both) < STEPS or few(subject, metric):
        return None
    first, last = both[0], both[-1]
    own, peers = (first.own, last.own), (first.median, last.median)
    return Cell(first.label), moved(subject, metric, *own), moved(subject, metric, *peers)


def few(subject: Subject, metric: Metric) -> bool:
    """Rates of few people go up and down by chance."""
    fte = subject.own.values[MetricName.FTE]
    return metric.unit is Unit.PERCENT and (isinstance(fte, Missing) or fte < ENOUGH_FTE)


def moved(subject: Subject, metric: Metric, start: Cell, end: Cell) -> Cell:
    """The change with its sign, or that there is none to speak of (ux.md 6.2)."""
    before, after = start.number or 0.0, end.number or 0.0
    difference = after - before
    if abs(difference) < STEPS * metric.step:
        return Cell(subject.language.text("stable"), difference)
    if metric.unit is Unit.PERCENT or not before:
        return Cell(difference_words(difference, metric, subject.language), difference)
    percent = 100 * difference / before
    return Cell(("+" if percent > 0 else "") + subject.language.percent(percent), difference)


def described(points: tuple[Point, ...], language: Language) -> tuple[str, ...]:
    labels = [point.label for point in points]
    told = from_to(labels, [one.own for one in points], [one.median for one in points], language)
    above = [one.label for one in points if beyond(one.own.number, one.high)]
    below = [one.label for one in points if beyond(one.low, one.own.number)]
    beside = (
        (N_("This company was above the middle half in {quarters}."), above),
        (N_("This company was below the middle half in {quarters}."), below),
    )
    return (
        *told,
        *(language.text(said, quarters=language.listing(found)) for said, found in beside if found),
    )


def beyond(upper: float | None, lower: float | None) -> bool:
    return upper is not None and lower is not None and upper > lower


def lines(points: tuple[Point, ...], target: Cell | None) -> Lines:
    return Lines(
        labels=tuple(point.label for point in points),
        client=tuple(point.own.number for point in points),
        median=tuple(point.median.number for point in points),
        low=tuple(point.low for point in points),
        high=tuple(point.high for point in points),
        provisional=tuple(point.provisional for point in points),
        target=target,
    )


def table(subject: Subject, metric: Metric, points: tuple[Point, ...]) -> Table:
    text = subject.language.text
    heads = (text("Quarter"), text("This company"), text("Median of the peers"))
    rows = [(Cell(point.label), own_cell(point, subject.language), point.median) for point in points]
    found = change(subject, metric, points)
    if found:
        rows.append((Cell(text("Change since {start}", start=found[0].words)), found[1], found[2]))
    return Table(heads, tuple(rows))


def own_cell(point: Point, language: Language) -> Cell:
    if not point.provisional:
        return point.own
    return Cell(language.text("{value} (provisional)", value=point.own.words), point.own.number)
