"""The client's bars from zero, each with a tick where the peers stand."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, broken, rows_of
from dashboard.viewmodels.answers import Bars, Cell

ROW_HEIGHT, FRAME_HEIGHT = 48, 128


def bars(chart: Bars, scale: Scale) -> Figure:
    labels = [label for label, _own, _peers in reversed(chart.rows)]
    return {
        "data": [columns(chart, scale), ticks(chart, scale)],
        "layout": scale.layout(
            bargap=0.4,
            xaxis=scale.values(rangemode="tozero"),
            yaxis=rows_of(labels) | {"ticktext": [numbers(row) for row in reversed(chart.rows)]},
            annotations=[heading(scale)],
            margin={"l": 88, "r": 24, "t": 36, "b": 64},
            height=FRAME_HEIGHT + ROW_HEIGHT * len(labels),
        ),
    }


def columns(chart: Bars, scale: Scale) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": scale.language.text("This company"),
        "y": [label for label, _own, _peers in chart.rows],
        "x": [own.number for _label, own, _peers in chart.rows],
        "marker": {"color": theme.CLIENT},
        "hoverinfo": "skip",
    }


def ticks(chart: Bars, scale: Scale) -> dict[str, Any]:
    known = [(label, peers.number) for label, _own, peers in chart.rows if peers.number is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": scale.language.text("Peers"),
        "y": [label for label, _number in known],
        "x": [number for _label, number in known],
        # A white edge keeps the tick apart from the bar that it crosses.
        "marker": {
            "symbol": "square",
            "size": 8,
            "color": theme.MEDIAN,
            "line": {"color": theme.PAPER, "width": 2},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def numbers(row: tuple[str, Cell, Cell]) -> str:
    """Under the label, where they leave the bars their width on a telephone."""
    label, own, peers = row
    return f"{broken(label)}<br><b>{own.words}</b> ┃ {peers.words}"


def heading(scale: Scale) -> dict[str, Any]:
    text = scale.language.text
    place = {"x": 1, "xref": "paper", "xanchor": "right", "y": 1, "yref": "paper", "yanchor": "bottom"}
    words = f"<b>{text('This company')}</b> ┃ ■ {text('Peers')}"
    return place | {"text": words, "showarrow": False}
