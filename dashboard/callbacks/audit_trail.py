"""Callbacks of the screen audit_trail."""

from __future__ import annotations

import re
from typing import Any

from dash import Input, Output, Patch, State
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest
from dashboard.pages.audit_trail import rows
from dashboard.viewmodels.audit_trail import audit_trail
from dashboard.workspace import Workspace

LINE = re.compile(r"[0-9]{1,18}")
callbacks = guard.Callbacks()


@callbacks.on(
    {
        "rows": Output(ids.AuditTrail.ROWS, "children"),
        "older": Output(ids.AuditTrail.OLDER, "value"),
        "at_end": Output(ids.AuditTrail.OLDER, "hidden"),
    },
    allow=Permission.VIEW_AUDIT,
    clicks=Input(ids.AuditTrail.OLDER, "n_clicks"),
    before=State(ids.AuditTrail.OLDER, "value"),
)
def show_older(workspace: Workspace, *, clicks: object, before: object) -> dict[str, Any]:
    """The button carries where the shown stretch ends: new acts in between move nothing."""
    if not clicks:
        raise PreventUpdate
    if not isinstance(before, str) or not LINE.fullmatch(before):
        raise BadRequest
    view, added = audit_trail(workspace, before=int(before)), Patch()
    added.extend(rows(workspace, view.lines))
    return {"rows": added, "older": view.older, "at_end": not view.older}
