"""The released quantiles of one metric drawn large, with the share of the peers between each two."""

from __future__ import annotations

import itertools
from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale
from dashboard.viewmodels.answers import Cell, Strip

HEIGHT, WHOLE = 260, 100
LOW, MIDDLE, HIGH = 0.3, 0.5, 0.7


def large(row: Strip, scale: Scale) -> Figure:
    ends = extent(row)
    return {
        "data": [ticks(row), *client(row)],
        "layout": scale.layout(
            xaxis=scale.values(range=list(ends), showgrid=False),
            yaxis={"visible": False, "range": [0, 1], "fixedrange": True},
            shapes=[
                block(row, 0, -1, theme.BAND_OUTER),
                block(row, 1, -2, theme.BAND_INNER),
            ],
            annotations=[*named_ticks(row), *shares(row, ends, scale)],
            margin={"l": 24, "r": 24, "t": 16, "b": 48},
            height=HEIGHT,
        ),
    }


def numbers(row: Strip) -> list[float]:
    return [cell.number for _probability, cell in row.quantiles if cell.number is not None]


def extent(row: Strip) -> tuple[float, float]:
    """A quarter of the spread beyond the tails, and further where the client stands further."""
    known = numbers(row)
    beyond = (known[-1] - known[0]) / 4 or 1.0
    own = [row.client.number] if row.client.number is not None else []
    low, high = min([*own, known[0] - beyond]), max([*own, known[-1] + beyond])
    return low - beyond / 4, high + beyond / 4


def block(row: Strip, first: int, last: int, colour: str) -> dict[str, Any]:
    known = numbers(row)
    return {
        "type": "rect",
        "layer": "below",
        "x0": known[first],
        "x1": known[last],
        "y0": LOW,
        "y1": HIGH,
        "fillcolor": colour,
        "line": {"color": theme.BAND_EDGE, "width": 1},
    }


def ticks(row: Strip) -> dict[str, Any]:
    widths = [3 if probability == MIDDLE else 1 for probability, _cell in row.quantiles]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": numbers(row),
        "y": [MIDDLE] * len(widths),
        "marker": {"symbol": "line-ns", "size": 88, "line": {"color": theme.MEDIAN, "width": widths}},
        "hoverinfo": "skip",
    }


def client(row: Strip) -> list[dict[str, Any]]:
    if row.client.number is None:
        return []
    mark = {
        "symbol": "diamond",
        "size": 18,
        "color": theme.CLIENT,
        "line": {"color": theme.PAPER, "width": 2},
    }
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [row.client.number],
            "y": [MIDDLE],
            "text": [f"<b>{row.client.words}</b>"],
            "textposition": "top center",
            "textfont": {"color": theme.CLIENT, "size": 16},
            "marker": mark,
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def named_ticks(row: Strip) -> list[dict[str, Any]]:
    """Values stand on two lines by turns, so that close ones do not cover each other."""
    return [
        label(cell.number, f"P{round(WHOLE * probability)}<br>{cell.words}", yshift=-52 - 34 * (place % 2))
        for place, (probability, cell) in enumerate(row.quantiles)
    ]


def shares(row: Strip, ends: tuple[float, float], scale: Scale) -> list[dict[str, Any]]:
    """How many peers lie between two ticks, in per cent."""
    bounds = ((0.0, Cell("", ends[0])), *row.quantiles, (1.0, Cell("", ends[1])))
    return [
        label(
            ((low.number or 0.0) + (high.number or 0.0)) / 2,
            scale.language.percent(round(WHOLE * (upper - lower)), 0),
            yshift=64,
        )
        for (lower, low), (upper, high) in itertools.pairwise(bounds)
    ]


def label(x: float | None, text: str, *, yshift: int) -> dict[str, Any]:
    place = {"x": x, "y": MIDDLE, "yshift": yshift, "showarrow": False}
    return place | {"text": text, "font": {"color": theme.INK_2, "size": 13}}
