"""Colours and type of charts, by role: the light values of tokens.css, for charts lie on white paper."""

from __future__ import annotations

from typing import Any

from dashboard.domain.peers import Comparison

INK, INK_2, LINE, PAPER = "#14202e", "#4a5563", "#d5dbe3", "#ffffff"
CLIENT = "#1144cc"
PEERS = {
    Comparison.SECTOR: "#a65c00",
    Comparison.REGION: "#0a8f99",
    Comparison.BELGIUM: "#55585c",
    Comparison.COMMITTEE: "#7a3e9d",
}
BAND_OUTER, BAND_INNER, BAND_EDGE, MEDIAN = "#dce3ec", "#b4c1d1", "#6b7787", "#14202e"
# The same roles on a dark ground, for a presentation on a screen or in a dim room.
DARK = {
    INK: "#f1f5f9",
    INK_2: "#c2ccd8",
    LINE: "#2c3d55",
    PAPER: "#0f1b2d",
    CLIENT: "#bad1f3",
    PEERS[Comparison.SECTOR]: "#f9771a",
    PEERS[Comparison.REGION]: "#00b887",
    PEERS[Comparison.BELGIUM]: "#7e8995",
    PEERS[Comparison.COMMITTEE]: "#c39bd3",
    BAND_OUTER: "#24364f",
    BAND_INNER: "#3a5273",
    BAND_EDGE: "#8a99ac",
}
FONT = 'Inter, "Noto Sans", system-ui, Arial, sans-serif'

CONFIG: Any = {"displayModeBar": False, "showSendToCloud": False, "displaylogo": False, "responsive": True}


def layout(**parts: Any) -> dict[str, Any]:  # noqa: ANN401 - plotly's own names
    base = {
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 64, "r": 24, "t": 16, "b": 48},
        "hoverlabel": {"font": {"family": FONT}},
        "showlegend": False,
        "dragmode": False,
    }
    return base | parts
