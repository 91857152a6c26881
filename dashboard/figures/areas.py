"""A schematic map of the provinces: darker where the median is higher, hatched where there is none."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale
from dashboard.viewmodels.answers import Area, Areas

HEIGHT = 420
TINTS = (theme.PAPER, theme.BAND_OUTER, theme.BAND_INNER)
BARE = {"visible": False, "fixedrange": True}


@functools.cache
def outlines() -> dict[str, Any]:
    return tomllib.loads((resources.files("dashboard.figures") / "belgium.toml").read_text(encoding="utf-8"))


def areas(chart: Areas, scale: Scale) -> Figure:
    """The own area comes last, so that no neighbour covers its outline; Brussels lies within another."""
    order = sorted(chart.rows, key=lambda area: (area.is_own, area.code == "04000"))
    numbers = [area.value.number for area in chart.rows if area.value.number is not None]
    return {
        "data": [shape(area, tint(area, numbers)) for area in order],
        "layout": scale.layout(
            xaxis=BARE,
            yaxis=BARE | {"scaleanchor": "x", "scaleratio": 1},
            annotations=[*(sign(area, scale) for area in chart.rows), unit(scale)],
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            height=HEIGHT,
        ),
    }


def tint(area: Area, numbers: list[float]) -> str:
    """Thirds of the range of what is released."""
    if area.value.number is None:
        return theme.PAPER
    low, high = min(numbers), max(numbers)
    third = int(3 * (area.value.number - low) / (high - low)) if high > low else 1
    return TINTS[min(third, 2)]


def shape(area: Area, colour: str) -> dict[str, Any]:
    corners = outlines()[area.code]["corners"]
    closed = [*corners, corners[0]]
    drawn = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _y in closed],
        "y": [y for _x, y in closed],
        "fill": "toself",
        "fillcolor": colour,
        "line": {
            "color": theme.CLIENT if area.is_own else theme.BAND_EDGE,
            "width": 4 if area.is_own else 1,
        },
        "hoveron": "fills",
        "hoverinfo": "text",
        "text": f"{area.label}: {area.value.words}",
    }
    if area.value.number is None:
        drawn["fillpattern"] = {"shape": "/", "fgcolor": theme.BAND_OUTER, "bgcolor": theme.PAPER}
    return drawn


def sign(area: Area, scale: Scale) -> dict[str, Any]:
    """Its letters and its number; the unit stands once, for a telephone has no room for eleven."""
    x, y = outlines()[area.code]["at"]
    number = area.value.number
    words = "–" if number is None else scale.language.decimal(number, scale.digits)
    return label(f"{area.sign}<br><b>{words}</b>") | {"x": x, "y": y}


def unit(scale: Scale) -> dict[str, Any]:
    corner = {"x": 0, "y": 0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return label(scale.unit) | corner


def label(text: str) -> dict[str, Any]:
    return {"text": text, "showarrow": False, "font": {"size": 12, "color": theme.INK}}
