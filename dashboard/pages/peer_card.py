"""The peer card: beside every comparison, with whom it is made and who was left out."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.i18n import Language
from dashboard.viewmodels.peer_card import PeerCardWords


def peer_card_view(card: PeerCardWords, reader: Language) -> html.Div:
    small = [html.Span(card.small, className="badge warning")] if card.small else []
    line = html.P([html.Strong(reader.text("Compared with")), " ", card.line])
    return html.Div([line, *small, about(card, reader)], className="peer-card")


def about(card: PeerCardWords, reader: Language) -> html.Details:
    """How the group was chosen: its step, what was left out, which finer ones had not enough peers."""
    text = reader.text
    parts = [html.P(sentence) for sentence in (card.step, card.exclusions) if sentence]
    return html.Details([html.Summary(text("About this group of peers")), *parts, *finer(card, reader)])


def finer(card: PeerCardWords, reader: Language) -> list[Any]:
    if not card.finer:
        return []
    heading = html.P(html.Strong(reader.text("Finer groups without enough peers")))
    return [heading, html.Ul([html.Li(group) for group in card.finer])]
