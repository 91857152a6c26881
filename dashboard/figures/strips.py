"""Position strips one below the other: released bands, the median's tick, the client's mark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard import theme
from dashboard.figures.large import large
from dashboard.figures.scale import Figure, Scale, axis, broken, rows_of
from dashboard.viewmodels.answers import Cell, Strip, Strips

ROW_HEIGHT, FRAME_HEIGHT, THICKNESS = 72, 96, 0.4
ALL_FIVE, MEDIAN, BELOW = 5, 0.5, -26
# From a value to where it stands on the axis.
Placing = Callable[[float], float]


def strips(chart: Strips, scale: Scale) -> Figure:
    """Rows on one scale, rows each on its own, or a single row drawn large."""
    if len(chart.rows) == 1 and len(chart.rows[0].quantiles) == ALL_FIVE:
        return large(chart.rows[0], scale)
    rows = tuple(reversed(chart.rows))
    placings = [same if chart.shared_scale else own_scale(row) for row in rows]
    across = chart.shared_scale and one_value(rows)
    traces = [
        band(rows, placings, (0.1, 0.9), theme.BAND_OUTER),
        band(rows, placings, (0.25, 0.75), theme.BAND_INNER),
        medians(rows, placings),
        *([] if across else [clients(rows, placings)]),
    ]
    shapes, marks = client_line(rows[0]) if across else ([], [])
    return {
        "data": traces,
        "layout": scale.layout(
            barmode="overlay",
            xaxis=scale.values() if chart.shared_scale else axis(visible=False, range=[-4, 104]),
            yaxis=rows_of([row.label for row in rows]),
            shapes=shapes,
            annotations=[*marks, *median_words(rows, placings), *notes(rows)],
            margin={"l": 88, "r": 24, "t": 36, "b": 48},
            height=FRAME_HEIGHT + ROW_HEIGHT * len(rows),
        ),
    }


def same(value: float) -> float:
    return value


def own_scale(row: Strip) -> Placing:
    """In hundredths of the row's own width: a third of the released spread is added on either side."""
    released = [one.number for _probability, one in row.quantiles if one.number is not None]
    if not released:
        return same
    spread = (max(released) - min(released)) or 1.0
    low, high = min(released) - spread / 3, max(released) + spread / 3
    return lambda value: round(100 * min(max((value - low) / (high - low), 0.0), 1.0), 1)


def one_value(rows: tuple[Strip, ...]) -> bool:
    """One client's value beside several groups: a line through all rows says so."""
    return (
        len(rows) > 1 and len({row.client.number for row in rows}) == 1 and rows[0].client.number is not None
    )


def cell(row: Strip, probability: float) -> Cell:
    return next((one for found, one in row.quantiles if found == probability), Cell(""))


def at(row: Strip, probability: float) -> float | None:
    return cell(row, probability).number


def band(
    rows: tuple[Strip, ...], placings: list[Placing], ends: tuple[float, float], colour: str
) -> dict[str, Any]:
    found = [
        (row.label, place(low), place(high))
        for row, place in zip(rows, placings, strict=True)
        if (low := at(row, ends[0])) is not None and (high := at(row, ends[1])) is not None
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [label for label, _low, _high in found],
        "width": THICKNESS,
        "base": [low for _label, low, _high in found],
        "x": [high - low for _label, low, high in found],
        "marker": {"color": colour, "line": {"color": theme.BAND_EDGE, "width": 1}},
        "hoverinfo": "skip",
    }


def known_medians(rows: tuple[Strip, ...], placings: list[Placing]) -> list[tuple[str, float, str]]:
    found = [(row.label, place, cell(row, MEDIAN)) for row, place in zip(rows, placings, strict=True)]
    return [(label, place(one.number), one.words) for label, place, one in found if one.number is not None]


def medians(rows: tuple[Strip, ...], placings: list[Placing]) -> dict[str, Any]:
    known = known_medians(rows, placings)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for _label, x, _words in known],
        "y": [label for label, _x, _words in known],
        "marker": {"symbol": "line-ns", "size": 18, "line": {"color": theme.MEDIAN, "width": 3}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def median_words(rows: tuple[Strip, ...], placings: list[Placing]) -> list[dict[str, Any]]:
    """Below the band, where no client's mark stands."""
    return [
        {"x": x, "y": label, "text": words, "yshift": BELOW, "showarrow": False}
        for label, x, words in known_medians(rows, placings)
    ]


def clients(rows: tuple[Strip, ...], placings: list[Placing]) -> dict[str, Any]:
    """A diamond in each row; a value beyond its strip stands at the edge as an arrow."""
    placed = [
        (row, row.client.number, place(row.client.number))
        for row, place in zip(rows, placings, strict=True)
        if row.client.number is not None and row.quantiles
    ]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for _row, _value, x in placed],
        "y": [row.label for row, _value, _x in placed],
        "text": [f"<b>{row.client.words}</b>" for row, _value, _x in placed],
        "textposition": "top center",
        "textfont": {"color": theme.CLIENT},
        "marker": {
            "symbol": [symbol(value, x) for _row, value, x in placed],
            "size": 14,
            "color": theme.CLIENT,
            "line": {"color": theme.PAPER, "width": 2},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def symbol(value: float, x: float) -> str:
    """On a scale of its own a clamped value lies at 0 or 100."""
    if x == value:
        return "diamond"
    return {0.0: "triangle-left", 100.0: "triangle-right"}.get(x, "diamond")


def client_line(row: Strip) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    value = row.client.number
    across = {"type": "line", "x0": value, "x1": value, "y0": 0, "y1": 1, "yref": "paper"}
    note = {
        "x": value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"◆ {row.client.words}",
        "showarrow": False,
        "font": {"color": theme.CLIENT, "size": 14},
    }
    return [across | {"line": {"color": theme.CLIENT, "width": 3}}], [note]


def notes(rows: tuple[Strip, ...]) -> list[dict[str, Any]]:
    """What is suppressed is said in its row, never left blank."""
    common = {"x": 0, "xref": "paper", "xanchor": "left", "showarrow": False, "font": {"color": theme.INK_2}}
    return [
        common | {"y": row.label, "text": broken(row.note)} for row in rows if row.note and not row.quantiles
    ]
