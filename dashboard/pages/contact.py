"""The tab contact of a client's file."""

from __future__ import annotations

from dash import html

from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import file_screen
from dashboard.viewmodels.client_file import client_file
from dashboard.workspace import Workspace


def layout(workspace: Workspace, address: Address) -> Screen:
    head = client_file(workspace, address.client, tab="contact")
    return file_screen(workspace, head, html.Div())
