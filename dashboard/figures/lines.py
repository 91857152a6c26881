"""The client's line over the peers' middle half and median."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Lines

HEIGHT, PLOT_HEIGHT, LABEL_HEIGHT, CLEAR = 340, 250, 20, 8


def lines(chart: Lines, scale: Scale) -> Figure:
    traces = [
        *middle_halves(chart),
        *target_line(chart),
        median_line(chart, scale.language),
        client_line(chart, scale.language),
    ]
    return {
        "data": traces,
        "layout": scale.layout(
            xaxis=ordered(list(chart.labels), nticks=4, tickangle=0),
            yaxis=scale.values(),
            annotations=[*end_labels(chart, scale.language), *target_words(chart, scale.language)],
            margin={"l": 64, "r": 24, "t": 16, "b": 48},
            height=HEIGHT,
        ),
    }


def target_line(chart: Lines) -> list[dict[str, Any]]:
    """A trace, so that the axis reaches as far as what was agreed."""
    if chart.target is None:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": list(chart.labels),
            "y": [chart.target.number] * len(chart.labels),
            "line": {"color": theme.CLIENT, "width": 2, "dash": "dot"},
            "hoverinfo": "skip",
        }
    ]


def target_words(chart: Lines, language: Language) -> list[dict[str, Any]]:
    """The target is named at its beginning, the other lines at their ends."""
    if chart.target is None:
        return []
    words = language.text("Agreed target: {target}", target=chart.target.words)
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": chart.target.number, "yanchor": "bottom"}
    return [place | {"text": words, "showarrow": False, "font": {"color": theme.CLIENT}}]


def middle_halves(chart: Lines) -> list[dict[str, Any]]:
    """The peers' middle half, an outline for each stretch without a gap: a fill would bridge gaps."""
    points = zip(chart.labels, chart.low, chart.high, strict=True)
    stretches = itertools.groupby(points, key=lambda point: point[1] is not None)
    return [outline(tuple(stretch)) for there, stretch in stretches if there]


def outline(points: tuple[tuple[str, float | None, float | None], ...]) -> dict[str, Any]:
    there = [label for label, _low, _high in points]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": there + there[::-1],
        "y": [low for _label, low, _high in points] + [high for _label, _low, high in reversed(points)],
        "fill": "toself",
        "fillcolor": theme.BAND_INNER,
        "line": {"color": theme.BAND_EDGE, "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def median_line(chart: Lines, language: Language) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": language.text("Median of the peers"),
        "x": list(chart.labels),
        "y": list(chart.median),
        "line": {"color": theme.MEDIAN, "width": 2, "dash": "dash"},
    }


def client_line(chart: Lines, language: Language) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": language.text("This company"),
        "x": list(chart.labels),
        "y": list(chart.client),
        "line": {"color": theme.CLIENT, "width": 4},
        "marker": {
            "symbol": ["diamond-open" if hollow else "diamond" for hollow in chart.provisional],
            "size": 10,
            "color": theme.CLIENT,
        },
    }


def end_labels(chart: Lines, language: Language) -> list[dict[str, Any]]:
    """Each line is named where it ends, from the lowest up, and never over the one below."""
    named = (
        (language.text("This company"), theme.CLIENT, chart.client),
        (language.text("Median"), theme.MEDIAN, chart.median),
        (language.text("Middle half"), theme.INK_2, chart.high),
    )
    drawn = [one for _name, _colour, values in named for one in values if one is not None]
    pixels = PLOT_HEIGHT / (max(drawn) - min(drawn) or 1) if drawn else 0
    labels: list[dict[str, Any]] = []
    lowest = float("-inf")
    for value, label, name, colour in sorted(ends(chart.labels, named)):
        lowest = max(value * pixels, lowest + LABEL_HEIGHT)
        labels.append(
            end_label(label, value, name, colour) | {"yshift": round(lowest - value * pixels) + CLEAR}
        )
    return labels


def ends(
    labels: tuple[str, ...], named: tuple[tuple[str, str, tuple[float | None, ...]], ...]
) -> Iterator[tuple[float, str, str, str]]:
    for name, colour, values in named:
        known = [(label, one) for label, one in zip(labels, values, strict=True) if one is not None]
        if known:
            label, value = known[-1]
            yield value, label, name, colour


def end_label(label: str, value: float, name: str, colour: str) -> dict[str, Any]:
    return {
        "x": label,
        "y": value,
        "text": name,
        "xanchor": "right",
        "yanchor": "bottom",
        "bgcolor": theme.PAPER,
        "opacity": 0.9,
        "showarrow": False,
        "font": {"color": colour},
    }
