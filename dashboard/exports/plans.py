"""Each kind of chart as a plan of native series: what a presentation program can draw and edit."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dashboard.exports import looks
from dashboard.exports.bands import columns_of
from dashboard.exports.looks import Look
from dashboard.i18n import Language
from dashboard.viewmodels.answers import (
    Areas,
    Bars,
    BeforeAndAfter,
    Cell,
    Chart,
    Columns,
    Control,
    Dots,
    InAndOut,
    Lines,
    MonthLines,
    Strip,
    Strips,
    TenDots,
)

Numbers = Sequence[float | None]
TEN = 10


class Kind(enum.Enum):
    """What lies under the lines of a native chart."""

    COLUMNS = enum.auto()
    STACKED_COLUMNS = enum.auto()
    BARS = enum.auto()
    AREAS = enum.auto()
    LINES = enum.auto()


@dataclasses.dataclass(frozen=True)
class Series:
    """One named row of numbers and its look."""

    name: str
    values: tuple[float | None, ...]
    look: Look


@dataclasses.dataclass(frozen=True)
class Plan:
    """A native chart: its own series, and the lines that share its axes."""

    kind: Kind
    categories: tuple[str, ...]
    under: tuple[Series, ...]
    over: tuple[Series, ...] = ()
    from_zero: bool = False
    most: float | None = None

    @property
    def series(self) -> tuple[Series, ...]:
        return (*self.under, *self.over)


def plan_of(chart: Chart, language: Language) -> Plan:
    return PLANNED[type(chart)](chart, language)


def strips(rows: Sequence[Strip], language: Language) -> Plan:
    """Bands stand upright: no program puts lying bars and marks on the same axes."""
    text = language.text
    known = [{probability: cell.number for probability, cell in row.quantiles} for row in rows]
    bands = columns_of(known)
    fills = {"inner": looks.INNER, "outer": looks.OUTER, "unseen": looks.UNSEEN}
    named = ((0.1, "P10"), (0.25, "P25"), (0.75, "P75"), (0.9, "P90"))
    return Plan(
        Kind.STACKED_COLUMNS,
        tuple(row.label for row in rows),
        tuple(Series(band.name, band.values, fills[band.fill]) for band in bands),
        (
            *(Series(name, tuple(one.get(at) for one in known), looks.UNSEEN) for at, name in named),
            Series(text("Median"), tuple(one.get(0.5) for one in known), looks.MEDIAN_MARK),
            Series(text("This company"), tuple(row.client.number for row in rows), looks.CLIENT_MARK),
        ),
    )


def lines(chart: Lines, language: Language) -> Plan:
    text = language.text
    over = (
        Series(text("Median of the peers"), chart.median, looks.MEDIAN_LINE),
        Series(text("This company"), chart.client, looks.CLIENT_LINE),
    )
    edges = (Series("P25", chart.low, looks.EDGE), Series("P75", chart.high, looks.EDGE))
    if None in chart.low or None in chart.high:
        # An area without a value falls to zero: edges alone break where nothing is known.
        return Plan(Kind.LINES, chart.labels, (*edges, *over))
    between = tuple(
        round(high - low, 10)
        for low, high in zip(chart.low, chart.high, strict=True)
        if low is not None and high is not None
    )
    under = (
        Series(text("Below the middle half"), chart.low, looks.UNSEEN),
        Series(text("Middle half"), between, looks.INNER),
    )
    return Plan(Kind.AREAS, chart.labels, under, (*edges, *over))


def control(chart: Control, language: Language) -> Plan:
    text = language.text
    signals = tuple(value if place in chart.signals else None for place, value in enumerate(chart.values))
    return Plan(
        Kind.LINES,
        chart.labels,
        (
            Series(text("Mean"), chart.mean, looks.MEAN_LINE),
            Series(text("Lower limit"), chart.low, looks.LIMIT_LINE),
            Series(text("Upper limit"), chart.high, looks.LIMIT_LINE),
            Series(text("This company"), chart.values, looks.CLIENT_LINE),
            Series(text("Signal"), signals, looks.SIGNAL_MARK),
        ),
    )


def months(chart: MonthLines, _language: Language) -> Plan:
    last = len(chart.years) - 1
    drawn = (
        Series(year, values, looks.CLIENT_LINE if place == last else looks.EARLIER_LINE)
        for place, (year, values) in enumerate(chart.years)
    )
    return Plan(Kind.LINES, chart.months, tuple(drawn))


def dots(chart: Dots, _language: Language) -> Plan:
    labels, values = zip(*((label, cell.number) for label, cell in chart.rows), strict=True)
    return Plan(Kind.BARS, labels, (Series(chart.zero, values, looks.CLIENT_BAR),), from_zero=True)


def bars(chart: Bars, language: Language) -> Plan:
    labels, client, peers = zip(*chart.rows, strict=True)
    own = Series(language.text("This company"), numbers(client), looks.CLIENT_BAR)
    ticks = Series(language.text("Peers"), numbers(peers), looks.MEDIAN_MARK)
    return Plan(Kind.COLUMNS, labels, (own,), (ticks,), from_zero=True)


def tens(chart: TenDots, language: Language) -> Plan:
    """Whether the client does is a word beside the label: no colour says it."""
    answers = {True: language.text("yes"), False: language.text("no"), None: "–"}
    said = tuple(
        language.text("{label} (this company: {answer})", label=label, answer=answers[does])
        for label, _many, does in chart.rows
    )
    values = tuple(float(many) for _label, many, _does in chart.rows)
    peers = Series(language.text("Peers in ten"), values, looks.PEERS_BAR)
    return Plan(Kind.BARS, said, (peers,), from_zero=True, most=TEN)


def in_and_out(chart: InAndOut, language: Language) -> Plan:
    text = language.text
    left = tuple(None if value is None else -value for value in chart.left)
    net = tuple(
        None if came is None or went is None else came - went
        for came, went in zip(chart.joined, chart.left, strict=True)
    )
    return Plan(
        Kind.STACKED_COLUMNS,
        chart.labels,
        (
            Series(text("Entries"), chart.joined, looks.CLIENT_BAR),
            Series(text("Exits"), left, looks.PEERS_BAR),
        ),
        (Series(text("Net"), net, looks.NET_MARK),),
        from_zero=True,
    )


def before_and_after(chart: BeforeAndAfter, language: Language) -> Plan:
    """The difference stands in a column of its own, between what it lies between."""
    named = (chart.before, (language.text("Difference"), chart.difference), chart.after)
    amounts = numbers([amount for _label, amount in named])
    labels = tuple(label for label, _amount in named)
    columns = Series(language.text("Amount"), amounts, looks.CLIENT_BAR)
    return Plan(Kind.COLUMNS, labels, (columns,), from_zero=True)


def columns(chart: Columns, language: Language) -> Plan:
    own = Series(chart.label or language.text("This company"), chart.client, looks.CLIENT_BAR)
    median = Series(language.text("Median of the peers"), chart.median, looks.MEDIAN_LINE)
    return Plan(Kind.COLUMNS, chart.labels, (own,), (median,), from_zero=True)


def areas(chart: Areas, language: Language) -> Plan:
    """No map is native: the provinces stand side by side, those without a number with none."""
    labels = tuple(area.label for area in chart.rows)
    medians = numbers([area.value for area in chart.rows])
    peers = Series(language.text("Median of the peers"), medians, looks.PEERS_BAR)
    return Plan(Kind.COLUMNS, labels, (peers,), from_zero=True)


def without_labels(plan: Plan) -> Plan:
    """For where the values stand in words beside the chart."""
    over = (dataclasses.replace(one, look=dataclasses.replace(one.look, labelled=False)) for one in plan.over)
    return dataclasses.replace(plan, over=tuple(over))


def numbers(cells: Sequence[Cell]) -> tuple[float | None, ...]:
    return tuple(cell.number for cell in cells)


PLANNED: Mapping[type, Callable[[Any, Language], Plan]] = {
    Strips: lambda chart, language: strips(chart.rows, language),
    Lines: lines,
    Control: control,
    MonthLines: months,
    Dots: dots,
    Bars: bars,
    TenDots: tens,
    InAndOut: in_and_out,
    BeforeAndAfter: before_and_after,
    Columns: columns,
    Areas: areas,
}
