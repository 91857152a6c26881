"""Signed distances from a zero line, one row each."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, rows_of
from dashboard.viewmodels.answers import Dots

ROW_HEIGHT, FRAME_HEIGHT = 56, 96


def dots(chart: Dots, scale: Scale) -> Figure:
    rows = tuple(reversed(chart.rows))
    labels = [label for label, _cell in rows]
    reach = 1.15 * max((abs(cell.number or 0.0) for _label, cell in rows), default=1.0) or 1.0
    return {
        "data": [marks(chart, reach)],
        "layout": scale.layout(
            xaxis=scale.values(range=[-reach, reach]),
            yaxis=rows_of(labels),
            shapes=[zero_line(), *stems(chart)],
            annotations=[zero_label(chart.zero)],
            margin={"l": 88, "r": 24, "t": 36, "b": 48},
            height=FRAME_HEIGHT + ROW_HEIGHT * len(rows),
        ),
    }


def marks(chart: Dots, reach: float) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [cell.number for _label, cell in chart.rows],
        "y": [label for label, _cell in chart.rows],
        "text": [cell.words for _label, cell in chart.rows],
        "textposition": [beside(cell.number or 0.0, reach) for _label, cell in chart.rows],
        "marker": {"symbol": "diamond", "size": 14, "color": theme.CLIENT},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def beside(number: float, reach: float) -> str:
    """Words of a dot near an end run towards the middle, where there is room."""
    if abs(number) < reach / 2:
        return "top center"
    return "top left" if number > 0 else "top right"


def stems(chart: Dots) -> list[dict[str, Any]]:
    line = {"color": theme.CLIENT, "width": 2}
    return [
        {"type": "line", "layer": "below", "x0": 0, "x1": cell.number, "y0": label, "y1": label, "line": line}
        for label, cell in chart.rows
    ]


def zero_line() -> dict[str, Any]:
    ends = {"x0": 0, "x1": 0, "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", "layer": "below", "line": {"color": theme.MEDIAN, "width": 3}} | ends


def zero_label(words: str) -> dict[str, Any]:
    place = {"x": 0, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    return place | {"text": words, "font": {"color": theme.MEDIAN}}
