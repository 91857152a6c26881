"""Pieces of dialogs with several steps: headings, buttons, places for errors."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components import attributes
from dashboard.workspace import Workspace


def dialog(
    workspace: Workspace,
    body: list[Any],
    *,
    place: str,
    labelledby: str,
    **named: str,
) -> Component:
    """A native dialog: the browser keeps the focus inside and gives it back; Escape closes it."""
    close = html.Button(
        type="button",
        className="btn btn-icon close cross",
        **attributes(data_close="true", aria_label=workspace.language.text("Close")),
    )
    alert = html.P(role="alert", className="error", **attributes(data_alert="true"))
    return html.Dialog(
        [close, alert, *body], id=place, className="dialog", **attributes(aria_labelledby=labelledby, **named)
    )


def heading(title: str) -> html.H3:
    return html.H3(title, tabIndex="-1", className="step-title")


def buttons(*each: Component) -> html.Div:
    return html.Div(list(each), className="modal-footer")


def cancel_button(workspace: Workspace) -> html.Button:
    text = workspace.language.text("Cancel")
    return html.Button(text, type="button", className="btn cancel", **attributes(data_close="true"))


def back_button(workspace: Workspace, place: str) -> html.Button:
    """Empties the step's place, so that the step before it shows again."""
    text = workspace.language.text("Back")
    return html.Button(text, type="button", className="btn", **attributes(data_back=place))


def error_place(place: str) -> html.P:
    return html.P(id=place, className="error")
