"""Twelve months of several years, one over the other: the newest strong, the earlier ones behind it."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import MonthLines

HEIGHT, PLOT_HEIGHT, LABEL_HEIGHT = 340, 250, 17
# From the newest year back; colour is not the only difference.
STYLES = (
    {"color": theme.CLIENT, "width": 4},
    {"color": theme.INK_2, "width": 2},
    {"color": theme.INK_2, "width": 2, "dash": "dot"},
)


def months(chart: MonthLines, scale: Scale) -> Figure:
    newest_first = list(zip(reversed(chart.years), STYLES, strict=False))
    return {
        "data": [line(chart.months, name, values, style) for (name, values), style in reversed(newest_first)],
        "layout": scale.layout(
            xaxis=ordered(list(chart.months)),
            yaxis=scale.values(rangemode="tozero"),
            annotations=end_labels(chart, newest_first),
            margin={"l": 64, "r": 64, "t": 16, "b": 48},
            height=HEIGHT,
        ),
    }


def line(
    names: tuple[str, ...], year: str, values: tuple[float | None, ...], style: dict[str, Any]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": year,
        "x": list(names),
        "y": list(values),
        "line": style,
        "marker": {"symbol": "diamond", "size": 8 if style["width"] > STYLES[1]["width"] else 5},
        "hoverinfo": "skip",
    }


def end_labels(
    chart: MonthLines, styled: list[tuple[tuple[str, tuple[float | None, ...]], dict[str, Any]]]
) -> list[dict[str, Any]]:
    """Each year is named at its last month, from the lowest up, and never over the one below."""
    drawn = [one for (_name, values), _style in styled for one in values if one is not None]
    pixels = PLOT_HEIGHT / (max(drawn, default=0.0) or 1)
    ends = sorted((*last(values), name, style["color"]) for (name, values), style in styled)
    labels: list[dict[str, Any]] = []
    lowest: dict[int, float] = {}
    for place, value, name, colour in ends:
        height = max(value * pixels, lowest.get(place, float("-inf")) + LABEL_HEIGHT)
        lowest[place] = height
        labels.append(label(chart.months[place], value, name, colour, shift=round(height - value * pixels)))
    return labels


def last(values: tuple[float | None, ...]) -> tuple[int, float]:
    return max((place, one) for place, one in enumerate(values) if one is not None)


def label(month: str, value: float, name: str, colour: str, *, shift: int) -> dict[str, Any]:
    return {
        "x": month,
        "y": value,
        "text": f"<b>{name}</b>",
        "xanchor": "left",
        "xshift": 10,
        "yshift": shift,
        "showarrow": False,
        "font": {"color": colour},
    }
