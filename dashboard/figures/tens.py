"""Ten dots a row, filled for each tenth of the peers, with what the client does beside them."""

from __future__ import annotations

from typing import Any

from dashboard import theme
from dashboard.figures.scale import Figure, Scale, axis, broken, rows_of
from dashboard.viewmodels.answers import TenDots

ROW_HEIGHT, FRAME_HEIGHT, TEN = 48, 72, 10
MARKS = {True: "✓", False: "–", None: ""}


def tens(chart: TenDots, scale: Scale) -> Figure:
    labels = [label for label, _tenths, _grants in reversed(chart.rows)]
    texts = [marked(label, grants) for label, _tenths, grants in reversed(chart.rows)]
    return {
        "data": [dots(chart)],
        "layout": scale.layout(
            xaxis=axis(visible=False, range=[0.4, TEN + 0.6]),
            yaxis=rows_of(labels) | {"ticktext": texts},
            annotations=[heading(scale)],
            margin={"l": 88, "r": 24, "t": 36, "b": 16},
            height=FRAME_HEIGHT + ROW_HEIGHT * len(labels),
        ),
    }


def dots(chart: TenDots) -> dict[str, Any]:
    places = [(label, dot, tenths) for label, tenths, _grants in chart.rows for dot in range(1, TEN + 1)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [dot for _label, dot, _tenths in places],
        "y": [label for label, _dot, _tenths in places],
        "marker": {
            "symbol": ["circle" if dot <= tenths else "circle-open" for _label, dot, tenths in places],
            "size": 10,
            "color": theme.INK_2,
            "line": {"width": 2},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def marked(label: str, grants: bool | None) -> str:  # noqa: FBT001 - a cell of the chart
    """Under the label, where it leaves the dots their width on a telephone."""
    return f"{broken(label)}<br><b>{MARKS[grants]}</b>"


def heading(scale: Scale) -> dict[str, Any]:
    place = {"x": 1, "xref": "paper", "xanchor": "right", "y": 1, "yref": "paper", "yanchor": "bottom"}
    return place | {
        "text": f"● {scale.language.text('Peers')} ┃ <b>✓</b> {scale.language.text('This company')}",
        "showarrow": False,
    }
