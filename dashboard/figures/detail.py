"""The two charts of a metric in detail: the way here, and the groups on one scale."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from dashboard import theme
from dashboard.figures.scale import SEPARATORS, Figure, axis
from dashboard.i18n import Language
from dashboard.viewmodels.metric_detail import GroupRow, MetricDetail, TrendPoint

TREND_HEIGHT, PLOT_HEIGHT, LABEL_HEIGHT = 340, 250, 17


def trend(view: MetricDetail, language: Language) -> Figure:
    """The client's line over the peers' middle half and median."""
    labels = [point.label for point in view.trend]
    traces = [
        *middle_halves(view.trend),
        median_line(labels, view.trend, language),
        client_line(labels, view.trend, language),
    ]
    return {
        "data": traces,
        "layout": theme.layout(
            xaxis=axis(
                showgrid=False, type="category", nticks=8, categoryorder="array", categoryarray=labels
            ),
            yaxis=axis(title={"text": view.unit}, tickformat=f",.{view.digits}f"),
            separators=SEPARATORS.get(language.code, ".,"),
            annotations=end_labels(view.trend, language),
            margin={"l": 64, "r": 144, "t": 16, "b": 48},
            height=TREND_HEIGHT,
        ),
    }


def middle_halves(points: tuple[TrendPoint, ...]) -> list[dict[str, Any]]:
    """The peers' middle half, an outline for each stretch without a gap: a fill would bridge gaps."""
    stretches = itertools.groupby(points, key=lambda point: point.low is not None)
    return [outline(tuple(stretch)) for there, stretch in stretches if there]


def outline(points: tuple[TrendPoint, ...]) -> dict[str, Any]:
    there, back = [point.label for point in points], [point.label for point in reversed(points)]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": there + back,
        "y": [point.low for point in points] + [point.high for point in reversed(points)],
        "fill": "toself",
        "fillcolor": theme.BAND_INNER,
        "line": {"color": theme.BAND_EDGE, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def median_line(labels: list[str], points: tuple[TrendPoint, ...], language: Language) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": language.text("Median of the peers"),
        "x": labels,
        "y": [point.median for point in points],
        "line": {"color": theme.MEDIAN, "width": 2, "dash": "dash"},
    }


def client_line(labels: list[str], points: tuple[TrendPoint, ...], language: Language) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": language.text("This company"),
        "x": labels,
        "y": [point.client for point in points],
        "line": {"color": theme.CLIENT, "width": 4},
        "marker": {
            "symbol": ["diamond-open" if point.provisional else "diamond" for point in points],
            "size": 10,
            "color": theme.CLIENT,
        },
    }


def end_labels(points: tuple[TrendPoint, ...], language: Language) -> list[dict[str, Any]]:
    """Each line is named where it ends, from the lowest up, and never over the one below."""
    named = (
        (language.text("This company"), theme.CLIENT, [point.client for point in points]),
        (language.text("Median"), theme.MEDIAN, [point.median for point in points]),
        (language.text("Middle half"), theme.INK_2, [point.high for point in points]),
    )
    drawn = [one for _name, _colour, values in named for one in values if one is not None]
    pixels = PLOT_HEIGHT / (max(drawn) - min(drawn) or 1) if drawn else 0
    labels: list[dict[str, Any]] = []
    lowest = float("-inf")
    for value, label, name, colour in sorted(ends(points, named)):
        lowest = max(value * pixels, lowest + LABEL_HEIGHT)
        labels.append(end_label(label, value, name, colour) | {"yshift": round(lowest - value * pixels)})
    return labels


def ends(
    points: tuple[TrendPoint, ...], named: tuple[tuple[str, str, list[float | None]], ...]
) -> Iterator[tuple[float, str, str, str]]:
    for name, colour, values in named:
        known = [(point.label, one) for point, one in zip(points, values, strict=True) if one is not None]
        if known:
            label, value = known[-1]
            yield value, label, name, colour


def end_label(label: str, value: float, name: str, colour: str) -> dict[str, Any]:
    return {
        "x": label,
        "y": value,
        "text": name,
        "xanchor": "left",
        "xshift": 10,
        "showarrow": False,
        "font": {"color": colour},
    }


def groups(view: MetricDetail, language: Language) -> Figure:
    """Each comparison as a row on one scale, the client's value through all of them."""
    rows = tuple(row for row in reversed(view.rows) if row.quantiles)
    shapes, notes = client_mark(view)
    return {
        "data": [
            band(rows, "P10", "P90", theme.BAND_OUTER),
            band(rows, "P25", "P75", theme.BAND_INNER),
            medians(rows),
        ],
        "layout": theme.layout(
            barmode="overlay",
            bargap=0.5,
            xaxis=axis(title={"text": view.unit}, tickformat=f",.{view.digits}f"),
            # Without tails a row is missing from the first band, and would be drawn last.
            yaxis=axis(
                type="category",
                showgrid=False,
                automargin=True,
                categoryorder="array",
                categoryarray=[row.name for row in rows],
            ),
            separators=SEPARATORS.get(language.code, ".,"),
            shapes=shapes,
            annotations=notes,
            margin={"l": 88, "r": 24, "t": 36, "b": 48},
            height=100 + 64 * max(len(rows), 1),
        ),
    }


def band(rows: tuple[GroupRow, ...], low: str, high: str, colour: str) -> dict[str, Any]:
    ends = [(row.name, row.at(low), row.at(high)) for row in rows]
    drawn = [(name, start, end) for name, start, end in ends if start is not None and end is not None]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [name for name, _start, _end in drawn],
        "base": [start for _name, start, _end in drawn],
        "x": [end - start for _name, start, end in drawn],
        "marker": {"color": colour, "line": {"color": theme.BAND_EDGE, "width": 1}},
        "hoverinfo": "skip",
    }


def medians(rows: tuple[GroupRow, ...]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [row.at("P50") for row in rows],
        "y": [row.name for row in rows],
        "text": [words for row in rows for name, _number, words in row.quantiles if name == "P50"],
        "textposition": "middle right",
        "marker": {"symbol": "line-ns", "size": 24, "line": {"color": theme.MEDIAN, "width": 3}},
        "hoverinfo": "skip",
    }


def client_mark(view: MetricDetail) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if view.client_value is None:
        return [], []
    line = {"color": theme.CLIENT, "width": 3}
    across = {"type": "line", "x0": view.client_value, "x1": view.client_value, "y0": 0, "y1": 1}
    note = {
        "x": view.client_value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"◆ {view.client_words}",
        "showarrow": False,
        "font": {"color": theme.CLIENT, "size": 14},
    }
    return [across | {"yref": "paper", "line": line}], [note]
