"""The screen: My account."""

from __future__ import annotations

from dash import html

from dashboard.pages.address import Address, Screen
from dashboard.workspace import Workspace


def layout(workspace: Workspace, _address: Address) -> Screen:
    title = workspace.language.text("My account")
    return Screen(title, html.Div([html.H1(title, tabIndex="-1")]))
