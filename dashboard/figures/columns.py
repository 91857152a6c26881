"""Columns by period with the peers' median as a step; a second figure lies below the first."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, ordered
from dashboard.viewmodels.answers import Columns

PANEL_HEIGHT, FRAME_HEIGHT = 200, 84
# Lower and upper end of each panel, in parts of the drawing's height.
ALONE, STACKED = ([0.0, 1.0],), ([0.6, 1.0], [0.0, 0.38])


def columns(chart: Columns, scale: Scale) -> Figure:
    panels = [one for one in (chart, chart.below) if one]
    places = STACKED if len(panels) > 1 else ALONE
    axes = ["y", "y2"]
    return {
        "data": [
            trace
            for one, at in zip(panels, axes, strict=False)
            for trace in (own(one, scale, at), step(one, scale, at))
        ],
        "layout": scale.layout(
            bargap=0.4,
            xaxis=ordered(list(chart.labels), anchor=axes[len(panels) - 1]),
            **{
                f"yaxis{at.removeprefix('y')}": scale.values(
                    rangemode="tozero", domain=place, title=None, nticks=5
                )
                for at, place in zip(axes, places, strict=False)
            },
            annotations=[heading(one, place[1], scale) for one, place in zip(panels, places, strict=True)],
            margin={"l": 64, "r": 24, "t": 56, "b": 48},
            height=FRAME_HEIGHT + PANEL_HEIGHT * len(panels),
        ),
    }


def own(chart: Columns, scale: Scale, at: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": scale.language.text("This company"),
        "x": list(chart.labels),
        "y": list(chart.client),
        "yaxis": at,
        "texttemplate": f"%{{y:{scale.ticks}}}",
        "textposition": "outside",
        "marker": {"color": theme.CLIENT},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def step(chart: Columns, scale: Scale, at: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": scale.language.text("Median of the peers"),
        "x": list(chart.labels),
        "y": list(chart.median),
        "yaxis": at,
        "line": {"color": theme.MEDIAN, "width": 3, "dash": "dash", "shape": "hvh"},
        "hoverinfo": "skip",
    }


def heading(chart: Columns, top: float, scale: Scale) -> dict[str, Any]:
    """The figure, its unit, and the dashed line where there is one to explain."""
    words = f"<b>{chart.label}</b><br>{scale.unit}"
    if any(one is not None for one in chart.median):
        words += f" · ┅ {scale.language.text('Median of the peers')}"
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": top,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 8,
        "align": "left",
        "text": words,
        "showarrow": False,
    }
