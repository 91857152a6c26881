"""The router: draws the page of the address, and shows what went wrong."""

from __future__ import annotations

import logging
import secrets
from typing import Any
from urllib.parse import parse_qsl

from dash import Input, Output, State, html, set_props

from dashboard import guard, ids, pages
from dashboard.commands.client_file import open_client
from dashboard.domain.access import Permission
from dashboard.errors import DashboardError, NotFound
from dashboard.pages.address import Address, Screen
from dashboard.pages.frame import problem
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
log = logging.getLogger(__name__)


@callbacks.on(
    {"body": Output(ids.Frame.PAGE, "children"), "title": Output(ids.Frame.PAGE, "data-title")},
    allow=Permission.OWN_ACCOUNT,
    initially=True,
    path=Input(ids.Frame.ADDRESS, "pathname"),
    search=State(ids.Frame.ADDRESS, "search"),
)
def draw_page(workspace: Workspace, *, path: object, search: object) -> dict[str, Any]:
    """Each page's own permission is asked here; an error takes the page's place."""
    try:
        screen = screen_of(workspace, path, search)
    except DashboardError as error:
        screen = problem(workspace.language, error)
    return {"body": screen.body, "title": screen.title}


def screen_of(workspace: Workspace, path: object, search: object) -> Screen:
    found = pages.find(path or "/") if isinstance(path, str) else None
    if found is None or not isinstance(path, str):
        raise NotFound
    page, values = found
    workspace.actor.require(page.allow)
    query = dict(parse_qsl(search.lstrip("?"))) if isinstance(search, str) else {}
    screen = page.layout(workspace, Address(path, values, query))
    if "client" in values:
        open_client(workspace, values["client"])
    return screen


def show_error(error: Exception) -> None:
    """Whatever a callback raised becomes a message on screen; nothing else changes."""
    reader = guard.current_workspace().language
    if isinstance(error, DashboardError):
        sentence = reader.text(error.sentence, **error.values)
    else:
        reference = secrets.token_hex(4)
        log.error("reference %s", reference, exc_info=error)
        sentence = reader.text(
            "Something went wrong. Nothing was changed. Reference: {reference}", reference=reference
        )
    set_props(ids.Frame.MESSAGE, {"children": html.P(sentence, className="alert alert-danger")})
