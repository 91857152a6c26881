"""The client's bars from zero, each with a tick where the peers stand."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, rows_of
from dashboard.viewmodels.answers import Bars, Cell

ROW_HEIGHT, FRAME_HEIGHT = 40, 128


def bars(chart: Bars, scale: Scale) -> Figure:
    labels = [label for label, _own, _peers in reversed(chart.rows)]
    return {
        "data": [columns(chart, scale), ticks(chart, scale)],
        "layout": scale.layout(
            bargap=0.4,
            xaxis=scale.values(rangemode="tozero"),
            yaxis=rows_of(labels),
            annotations=[heading(scale), *(numbers(*row) for row in chart.rows)],
            margin={"l": 88, "r": 136, "t": 36, "b": 64},
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


def beside(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
    """Words to the right of the bars."""
    return {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "showarrow": False} | parts


def heading(scale: Scale) -> dict[str, Any]:
    words = f"<b>◆ {scale.language.text('This company')}</b> ┃ {scale.language.text('Peers')}"
    return beside(y=1, yref="paper", yanchor="bottom", x=1, xanchor="right", xshift=132, text=words)


def numbers(label: str, own: Cell, peers: Cell) -> dict[str, Any]:
    return beside(y=label, text=f"<b>{own.words}</b> ┃ {peers.words}")
