"""Who joined above zero, who left below it, and the net as a mark."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import InAndOut

HEIGHT = 320


def in_and_out(chart: InAndOut, scale: Scale) -> Figure:
    labels = list(chart.labels)
    return {
        "data": [joined(chart, scale), left(chart, scale), net(chart, scale)],
        "layout": scale.layout(
            barmode="relative",
            bargap=0.4,
            xaxis=ordered(labels, nticks=8),
            # Those who left are drawn downwards: their number is printed, and has no minus.
            yaxis=scale.values(title=None, showticklabels=False, zeroline=True, zerolinecolor=theme.INK),
            annotations=headings(scale),
            margin={"l": 24, "r": 24, "t": 40, "b": 64},
            height=HEIGHT,
        ),
    }


def joined(chart: InAndOut, scale: Scale) -> dict[str, Any]:
    return column(chart.labels, list(chart.joined), chart.joined, scale) | {
        "name": scale.language.text("Entries"),
        "marker": {"color": theme.CLIENT},
    }


def left(chart: InAndOut, scale: Scale) -> dict[str, Any]:
    downwards = [None if one is None else -one for one in chart.left]
    return column(chart.labels, downwards, chart.left, scale) | {
        "name": scale.language.text("Exits"),
        "marker": {"color": theme.BAND_INNER, "line": {"color": theme.BAND_EDGE, "width": 1}},
    }


def column(
    labels: tuple[str, ...], heights: list[float | None], counts: tuple[float | None, ...], scale: Scale
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": list(labels),
        "y": heights,
        "text": [scale.language.integer(one) if one else "" for one in counts],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def net(chart: InAndOut, scale: Scale) -> dict[str, Any]:
    both = zip(chart.joined, chart.left, strict=True)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": scale.language.text("Net"),
        "x": list(chart.labels),
        "y": [None if one is None or other is None else one - other for one, other in both],
        "marker": {
            "symbol": "circle",
            "size": 10,
            "color": theme.PAPER,
            "line": {"color": theme.INK, "width": 2},
        },
        "hoverinfo": "skip",
    }


def headings(scale: Scale) -> list[dict[str, Any]]:
    text = scale.language.text
    common = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "paper", "showarrow": False}
    return [
        common | {"y": 1, "yanchor": "bottom", "text": f"▲ {text('Entries')} · ○ {text('Net')}"},
        common | {"y": 0, "yanchor": "top", "yshift": -32, "text": f"▼ {text('Exits')}"},
    ]
