"""A control chart: the client's months over their mean and natural limits, signals ringed and dated."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import Control

HEIGHT = 360


def control(chart: Control, scale: Scale) -> Figure:
    labels = list(chart.labels)
    return {
        "data": [
            limit(labels, chart.high, dash="dot", colour=theme.BAND_EDGE),
            limit(labels, chart.low, dash="dot", colour=theme.BAND_EDGE),
            limit(labels, chart.mean, dash="dash", colour=theme.MEDIAN),
            values(chart),
            rings(chart),
        ],
        "layout": scale.layout(
            xaxis=ordered(labels, nticks=6),
            yaxis=scale.values(rangemode="tozero"),
            annotations=[*names(chart, scale), *dates(chart)],
            margin={"l": 64, "r": 24, "t": 24, "b": 64},
            height=HEIGHT,
        ),
    }


def limit(labels: list[str], heights: tuple[float, ...], *, dash: str, colour: str) -> dict[str, Any]:
    """A level that changes is a step."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": labels,
        "y": list(heights),
        "line": {"color": colour, "width": 2, "dash": dash, "shape": "hv"},
        "hoverinfo": "skip",
    }


def values(chart: Control) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(chart.labels),
        "y": list(chart.values),
        "line": {"color": theme.CLIENT, "width": 2},
        "marker": {"symbol": "diamond", "size": 7, "color": theme.CLIENT},
        "hoverinfo": "skip",
    }


def rings(chart: Control) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [chart.labels[place] for place in chart.signals],
        "y": [chart.values[place] for place in chart.signals],
        "marker": {"symbol": "circle-open", "size": 16, "color": theme.INK, "line": {"width": 2}},
        "hoverinfo": "skip",
    }


def names(chart: Control, scale: Scale) -> list[dict[str, Any]]:
    """The lines are named where they start, above them."""
    text = scale.language.text
    named = ((text("Usual to"), chart.high), (text("Mean"), chart.mean), (text("Usual from"), chart.low))
    return [
        {
            "x": chart.labels[0],
            "y": heights[0],
            "text": name,
            "xanchor": "left",
            "yshift": 9,
            "showarrow": False,
            "font": {"color": theme.INK_2},
        }
        for name, heights in named
    ]


def dates(chart: Control) -> list[dict[str, Any]]:
    """The first of signals in a row is dated; the others follow from it."""
    first = [place for place in chart.signals if place - 1 not in chart.signals]
    return [
        {
            "x": chart.labels[place],
            "y": chart.values[place],
            "text": chart.labels[place],
            "yshift": 18,
            "showarrow": False,
        }
        for place in first
    ]
