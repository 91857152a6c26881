"""Two bars from zero and the difference; what lies between the ends of a range is hatched (Q13)."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import BeforeAndAfter, Cell

HEIGHT = 240
GAP = 0.6
ABOVE_BAR = (1 - GAP) / 2


def before_and_after(chart: BeforeAndAfter, scale: Scale) -> Figure:
    labels = [chart.before[0], chart.after[0]]
    apart = scale.language.text("Difference: {amount}", amount=chart.difference.words)
    return {
        "data": [sure(chart, labels), between(chart, labels)],
        "layout": scale.layout(
            xaxis=scale.values(rangemode="tozero", nticks=5),
            yaxis=ordered(list(reversed(labels)), showticklabels=False),
            barmode="stack",
            bargap=GAP,
            annotations=[
                bar_label(*chart.before, place=1),
                bar_label(*chart.after, place=0),
                difference(apart),
            ],
            margin={"l": 16, "r": 24, "t": 48, "b": 48},
            height=HEIGHT,
        ),
    }


def ends_of(chart: BeforeAndAfter) -> tuple[tuple[float, float], ...]:
    numbers = [chart.before[1].number or 0.0, chart.after[1].number or 0.0]
    return chart.ends or tuple((one, one) for one in numbers)


def sure(chart: BeforeAndAfter, labels: list[str]) -> dict[str, Any]:
    """Up to the low end; the client's bar is filled, where it would be is an outline."""
    colours = [theme.CLIENT, theme.BAND_OUTER]
    return bar(labels, [low for low, _high in ends_of(chart)]) | {
        "marker": {"color": colours, "line": {"color": theme.CLIENT, "width": 2}}
    }


def between(chart: BeforeAndAfter, labels: list[str]) -> dict[str, Any]:
    hatched = {"shape": "/", "fgcolor": theme.CLIENT, "bgcolor": theme.PAPER, "size": 6}
    return bar(labels, [high - low for low, high in ends_of(chart)]) | {
        "marker": {"pattern": hatched, "line": {"color": theme.CLIENT, "width": 2}}
    }


def bar(labels: list[str], lengths: list[float]) -> dict[str, Any]:
    return {"type": "bar", "orientation": "h", "y": labels, "x": lengths, "hoverinfo": "skip"}


def bar_label(label: str, cell: Cell, *, place: int) -> dict[str, Any]:
    """Above its bar, so that it has room in a narrow window."""
    return {
        "x": 0,
        "y": place + ABOVE_BAR,
        "xref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "text": f"{label}<br><b>{cell.words}</b>",
        "showarrow": False,
        "font": {"color": theme.INK, "size": 13},
    }


def difference(words: str) -> dict[str, Any]:
    return {
        "x": 0,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 12,
        "text": words,
        "showarrow": False,
        "font": {"color": theme.INK_2, "size": 14},
    }
