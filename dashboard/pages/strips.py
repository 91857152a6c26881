"""Position strips: a table row per metric, the drawing as boxes placed by custom properties."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components import attributes
from dashboard.domain.metrics import OVERVIEW, Topic
from dashboard.i18n import Language
from dashboard.viewmodels.company_figures import Strip
from dashboard.viewmodels.strip_places import Places

Piece = Any  # a component, as Dash writes it


def skeleton(reader: Language) -> list[html.Div]:
    """Blocks where the figures will be and of their size, so that nothing jumps when they come."""
    cards = [html.Div(className="skeleton-card") for _card in ("peers", "conversation")]
    rows = [part for topic in Topic for part in (html.Div(className="skeleton-head"), *lines(topic))]
    return [html.Div([html.P(reader.text("Loading")), *cards, *rows], className="figures-skeleton")]


def lines(topic: Topic) -> list[html.Div]:
    return [html.Div(className="skeleton-line") for metric in OVERVIEW if metric.topic is topic]


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


def row(strip: Strip, reader: Language, *, path: str, query: str) -> Piece:
    target = f"{path}?{query}&{urlencode({'metric': strip.metric})}"
    name = piece(dcc.Link, strip.label, href=target, className="strip-name")
    cells = [
        piece(html.Th, name, scope="row"),
        piece(html.Td, strip.value or strip.missing, className="number" if strip.value else "missing"),
        piece(html.Td, drawing(strip)),
        piece(html.Td, [strip.position or strip.note, *aimed_at(strip)], className="position"),
        piece(html.Td, [strip.median or "–", middle_half(strip, reader)], className="number median-cell"),
    ]
    return piece(html.Tr, cells)


def middle_half(strip: Strip, reader: Language) -> Piece:
    words = reader.text("middle half {range}", range=strip.middle_half) if strip.middle_half else ""
    return piece(html.Span, words, className="hint middle-half")


def aimed_at(strip: Strip) -> list[Piece]:
    return [piece(html.Span, strip.target, className="aimed")] if strip.target else []


def drawing(strip: Strip) -> Piece | None:
    if strip.places is None:
        return None
    named = attributes(aria_label=strip.description)
    return piece(html.Div, boxes(strip.places), className="strip", role="img", **named)


def boxes(places: Places) -> list[Piece]:
    bands = [("band outer", places.outer), ("band inner", places.inner)]
    drawn = [
        box(name, {"--from": f"{ends[0]}%", "--to": f"{ends[1]}%"})
        for name, ends in bands
        if ends is not None
    ]
    median = box("median", {"--at": f"{places.median}%"})
    client = box(f"client {places.overflow}".strip(), {"--at": f"{places.client}%"})
    aimed = [box("target", {"--at": f"{places.target}%"})] if places.target is not None else []
    return [*drawn, median, *aimed, client]


def box(name: str, style: dict[str, str]) -> Piece:
    position = {"style": style}
    return piece(html.Span, None, className=name, **position)


def piece(component: type[Component], children: Any, **properties: Any) -> Piece:  # noqa: ANN401 - as Dash's own
    """What Dash writes of a component: making those of all rows takes a quarter of the answer's time."""
    written = {"props": {"children": children, **properties}}
    return written | {"type": component._type, "namespace": component._namespace}  # noqa: SLF001 - as Dash's own
