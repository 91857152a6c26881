"""Two bars from zero, the ends between which each lies, and the difference (Q13)."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import BeforeAndAfter

HEIGHT = 220


def before_and_after(chart: BeforeAndAfter, scale: Scale) -> Figure:
    labels = [chart.before[0], chart.after[0]]
    return {
        "data": [bars(chart, labels)],
        "layout": scale.layout(
            xaxis=scale.values(rangemode="tozero"),
            yaxis=ordered(list(reversed(labels)), ticksuffix=" "),
            bargap=0.4,
            annotations=[difference(chart)],
            margin={"l": 120, "r": 24, "t": 48, "b": 48},
            height=HEIGHT,
        ),
    }


def bars(chart: BeforeAndAfter, labels: list[str]) -> dict[str, Any]:
    """The client's bar is filled, where it would be is an outline: not by colour alone."""
    cells = (chart.before[1], chart.after[1])
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [cell.number for cell in cells],
        "text": [cell.words for cell in cells],
        "textposition": "inside",
        "insidetextanchor": "start",
        "insidetextfont": {"color": [theme.PAPER, theme.INK], "size": 14},
        "marker": {
            "color": [theme.CLIENT, theme.BAND_OUTER],
            "line": {"color": [theme.CLIENT, theme.CLIENT], "width": 2},
        },
        "error_x": spread(chart),
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def spread(chart: BeforeAndAfter) -> dict[str, Any]:
    """From the low to the high end of each bar."""
    numbers = (chart.before[1].number or 0, chart.after[1].number or 0)
    halves = [high - middle for (_low, high), middle in zip(chart.ends, numbers, strict=False)]
    return {"type": "data", "array": halves, "visible": any(halves), "color": theme.INK, "width": 8}


def difference(chart: BeforeAndAfter) -> dict[str, Any]:
    return {
        "x": 0,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 8,
        "text": f"{chart.before[0]} → {chart.after[0]}: {chart.difference.words}",
        "showarrow": False,
        "font": {"color": theme.INK, "size": 15},
    }
