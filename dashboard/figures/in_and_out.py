"""Who joined above zero, who left below it, the net as a mark; the strip of the turnover lies over them."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, axis, ordered, rows_of
from dashboard.figures.strips import band, clients, median_words, medians, own_scale
from dashboard.viewmodels.answers import InAndOut, Strip

HEIGHT, STRIP_HEIGHT = 320, 120
# Where the columns end and the strip starts, in parts of the height of both.
COLUMNS_TOP, STRIP_BOTTOM = 0.6, 0.82
ON_STRIP = {"xaxis": "x2", "yaxis": "y2"}


def in_and_out(chart: InAndOut, scale: Scale) -> Figure:
    figure = moves(chart, scale, top=COLUMNS_TOP if chart.strip else 1.0)
    return with_strip(figure, chart.strip) if chart.strip else figure


def with_strip(figure: Figure, row: Strip) -> Figure:
    rows, placings = (row,), [own_scale(row)]
    over = [
        band(rows, placings, (0.1, 0.9), theme.BAND_OUTER),
        band(rows, placings, (0.25, 0.75), theme.BAND_INNER),
        medians(rows, placings),
        clients(rows, placings),
    ]
    layout = figure["layout"]
    axes = {
        "xaxis2": axis(visible=False, range=[-4, 104], anchor="y2"),
        "yaxis2": rows_of([row.label]) | {"domain": [STRIP_BOTTOM, 1.0], "anchor": "x2"},
    }
    words = [note | {"xref": "x2", "yref": "y2"} for note in median_words(rows, placings)]
    taller = {"height": HEIGHT + STRIP_HEIGHT, "annotations": [*layout["annotations"], *words]}
    return {
        "data": [*figure["data"], *(trace | ON_STRIP for trace in over)],
        "layout": layout | axes | taller,
    }


def moves(chart: InAndOut, scale: Scale, *, top: float) -> Figure:
    labels = list(chart.labels)
    return {
        "data": [joined(chart, scale), left(chart, scale), net(chart, scale)],
        "layout": scale.layout(
            barmode="relative",
            bargap=0.4,
            xaxis=ordered(labels, nticks=4, tickangle=0),
            # Those who left are drawn downwards: their number is printed, and has no minus.
            yaxis=scale.values(
                title=None, showticklabels=False, zeroline=True, zerolinecolor=theme.INK, domain=[0, top]
            ),
            annotations=headings(scale, top),
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


def headings(scale: Scale, top: float) -> list[dict[str, Any]]:
    text = scale.language.text
    common = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "paper", "showarrow": False}
    return [
        common | {"y": top, "yanchor": "bottom", "text": f"▲ {text('Entries')} · ○ {text('Net')}"},
        common | {"y": 0, "yanchor": "top", "yshift": -32, "text": f"▼ {text('Exits')}"},
    ]
