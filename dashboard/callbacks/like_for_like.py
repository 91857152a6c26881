"""The callback of the like-for-like switch."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State

from dashboard import guard, ids
from dashboard.callbacks.company_figures import client_in
from dashboard.domain.access import Permission
from dashboard.pages.like_for_like import body
from dashboard.viewmodels.like_for_like import like_for_like_figures
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {"children": Output(ids.LikeForLike.BODY, "children")},
    allow=Permission.VIEW_CLIENTS,
    switched=Input(ids.LikeForLike.SWITCH, "value"),
    period=Input(ids.CompanyFigures.PERIOD, "value"),
    comparison=Input(ids.CompanyFigures.COMPARISON, "value"),
    path=State(ids.Frame.ADDRESS, "pathname"),
)
def show_like_for_like(
    workspace: Workspace, *, switched: object, period: str, comparison: str, path: str
) -> dict[str, Any]:
    if not switched:
        return {"children": []}
    chosen = {"period": str(period or ""), "comparison": str(comparison or "")}
    view = like_for_like_figures(workspace, client_in(path), **chosen)
    return {"children": body(view, workspace.language) if view else []}
