"""Position strips: a table row per metric, the drawing as boxes placed by custom properties."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html

from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.viewmodels.company_figures import Places, Strip


def topic_table(
    title: str, strips: tuple[Strip, ...], reader: Language, *, path: str, query: str
) -> html.Section:
    text = reader.text
    heads = (text("Figure"), text("This client"), text("Among the peers"), text("Position"), text("Median"))
    head = html.Thead(
        html.Tr([html.Th(word, scope="col", className=f"col-{place}") for place, word in enumerate(heads)])
    )
    rows = html.Tbody([row(strip, reader, path=path, query=query) for strip in strips])
    caption = html.Caption(title, className="visually-hidden")
    return html.Section([html.H3(title), html.Table([caption, head, rows], className="strips")])


def row(strip: Strip, reader: Language, *, path: str, query: str) -> html.Tr:
    target = f"{path}?{query}&{urlencode({'metric': strip.metric})}"
    name = dcc.Link(strip.label, href=target, className="strip-name")
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(strip.value or strip.missing, className="number" if strip.value else "missing"),
            html.Td(drawing(strip)),
            html.Td(strip.position or strip.note, className="position"),
            html.Td([strip.median or "–", middle_half(strip, reader)], className="number median-cell"),
        ]
    )


def middle_half(strip: Strip, reader: Language) -> html.Span:
    words = reader.text("middle half {range}", range=strip.middle_half) if strip.middle_half else ""
    return html.Span(words, className="hint middle-half")


def drawing(strip: Strip) -> html.Div | None:
    if strip.places is None:
        return None
    return html.Div(
        boxes(strip.places), className="strip", role="img", **attributes(aria_label=strip.description)
    )


def boxes(places: Places) -> list[Any]:
    bands = [("band outer", places.outer), ("band inner", places.inner)]
    drawn = [
        box(name, {"--from": f"{ends[0]}%", "--to": f"{ends[1]}%"})
        for name, ends in bands
        if ends is not None
    ]
    median = box("median", {"--at": f"{places.median}%"})
    client = box(f"client {places.overflow}".strip(), {"--at": f"{places.client}%"})
    return [*drawn, median, client]


def box(name: str, style: dict[str, str]) -> dict[str, Any]:
    """A Span as Dash writes it: making the components of a page's eighty boxes takes a tenth of its time."""
    return {"props": {"className": name, "style": style}, "type": "Span", "namespace": "dash_html_components"}
