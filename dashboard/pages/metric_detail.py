"""One metric in detail: the questions that its charts answer, its peers, its definition."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.components import attributes
from dashboard.i18n import Language
from dashboard.pages.answers import answer_view
from dashboard.pages.peer_card import about
from dashboard.pages.present_link import present_link
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.asked import ASKED
from dashboard.viewmodels.metric_detail import GroupRow, MetricDetail

Piece = Any  # a component, as Dash writes it


def detail_section(view: MetricDetail, reader: Language, *, back: str) -> html.Section:
    parts = [
        html.P(f"{view.client_words} · {view.period}", className="detail-value"),
        *(answer_view(answer, reader) for answer in view.answers),
        groups(view.rows, reader),
        definition(view, reader),
    ]
    return opened(view.title, parts, reader, back=back, by=f"metric={view.metric}")


def answer_section(answer: Answer, reader: Language, *, back: str) -> html.Section:
    by = f"question={answer.question}"
    parts = [answer_view(answer, reader), html.P(answer.source, className="hint")]
    return opened(reader.text(ASKED[answer.question]), parts, reader, back=back, by=by)


def opened(title: str, parts: list[Piece], reader: Language, *, back: str, by: str) -> html.Section:
    """What an address opens above the strips; `by` is how the address says it, and takes the focus back."""
    close = dcc.Link(reader.text("Close the detail"), href=back, className="btn")
    heading = html.H3(title, id="detail-title", tabIndex="-1", **attributes(data_opened=by))
    path, _, query = back.partition("?")
    ways = html.Div([present_link(reader, path=path, query=f"{query}&{by}"), close], className="row")
    head = html.Div([heading, ways], className="row between")
    return html.Section([head, *parts], className="detail card", **attributes(aria_labelledby="detail-title"))


def groups(rows: tuple[GroupRow, ...], reader: Language) -> html.Div:
    """With whom each comparison is made."""
    cards = [
        html.Li([html.Strong(row.card.name), " ", row.card.line, about(row.card, reader)]) for row in rows
    ]
    return html.Div(
        [html.H4(reader.text("The groups of peers")), html.Ul(cards, className="plain-list peer-cards")]
    )


def definition(view: MetricDetail, reader: Language) -> html.Dl:
    text = reader.text
    said = (
        (text("Definition"), view.definition),
        (text("Formula"), html.Code(view.formula)),
        (text("Rounding"), view.rounding),
        (
            text("Choice of peers"),
            text("Every figure of a group comes from the same peers: the finest group with enough of them."),
        ),
        (text("Source"), view.source),
    )
    return html.Dl([part for name, words in said for part in (html.Dt(name), html.Dd(words))])
