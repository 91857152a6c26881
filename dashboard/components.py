"""Components that more than one screen uses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.config import MandateRule
from dashboard.i18n import Language
from dashboard.workspace import Workspace


def attributes(**named: str) -> dict[str, Any]:
    """The attributes that Python cannot name: aria_label is aria-label, data_field is data-field."""
    return {name.replace("_", "-"): value for name, value in named.items()}


def done(sentence: str) -> html.P:
    return html.P(sentence, className="saved")


def refused(sentence: str) -> html.P:
    return html.P(sentence, className="error")


def back_to_list(reader: Language) -> html.A:
    """assets/way_back.js leads it to the list as it was left."""
    return html.A(reader.text("Back to the client list"), href="/clients", className="back-link")


def icon(name: str) -> html.Span:
    """Drawn in place of words of class `in-words` where the window is too narrow for them."""
    return html.Span(className=f"icon icon-{name}")


def stacking_table(
    names: Sequence[str],
    rows: Sequence[html.Tr],
    *,
    caption: html.Caption | None = None,
    **body: Any,  # noqa: ANN401 - properties of the table's body
) -> html.Table:
    """In windows too narrow for columns its rows are blocks, so that the roles must be said aloud."""
    heads = [html.Th(name, scope="col", role="columnheader") for name in names]
    parts = [
        html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
        html.Tbody(rows, role="rowgroup", **body),
    ]
    return html.Table([caption, *parts] if caption else parts, className="stacks", role="table")


def cells(names: Sequence[str], contents: Sequence[Any]) -> list[html.Td]:
    return [cell(name, content) for name, content in zip(names, contents, strict=True)]


def cell(name: str, content: Any, **named: Any) -> html.Td:  # noqa: ANN401 - components
    """A cell of a stacking table: it carries its column's name for narrow windows."""
    return html.Td(content, role="cell", **attributes(data_column=name), **named)


def waiting_for_mandate(workspace: Workspace) -> html.Div:
    """What a tab shows of a client without a mandate: why, and what ends the waiting."""
    text = workspace.language.text
    sentences = [text("Waiting for a mandate. This tab opens as soon as the mandate is on record.")]
    if workspace.settings.mandates is MandateRule.DECLARED:
        sentences.append(text("A manager of your firm can declare the mandate."))
    return html.Div([html.P(sentence) for sentence in sentences], className="card")
