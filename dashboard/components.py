"""Components that more than one screen uses."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.config import MandateRule
from dashboard.workspace import Workspace


def attributes(**named: str) -> dict[str, Any]:
    """The attributes that Python cannot name: aria_label is aria-label, data_field is data-field."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def done(sentence: str) -> html.P:
    return html.P(sentence, className="saved")


def refused(sentence: str) -> html.P:
    return html.P(sentence, className="error")


def waiting_for_mandate(workspace: Workspace) -> html.Div:
    """What a tab shows of a client without a mandate: why, and what ends the waiting."""
    text = workspace.language.text
    sentences = [text("Waiting for a mandate. This tab opens as soon as the mandate is on record.")]
    if workspace.settings.mandates is MandateRule.DECLARED:
        sentences.append(text("A manager of your firm can declare the mandate."))
    return html.Div([html.P(sentence) for sentence in sentences], className="card")
