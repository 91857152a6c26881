"""The callback of From here to the median: the chosen place answers again."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State

from dashboard import guard, ids
from dashboard.callbacks.company_figures import client_in
from dashboard.domain.access import Permission
from dashboard.pages.to_the_median import body
from dashboard.viewmodels.to_the_median import to_the_median
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {"children": Output(ids.ToTheMedian.BODY, "children")},
    allow=Permission.VIEW_CLIENTS,
    target=Input(ids.ToTheMedian.TARGET, "value"),
    period=Input(ids.CompanyFigures.PERIOD, "value"),
    comparison=Input(ids.CompanyFigures.COMPARISON, "value"),
    path=State(ids.Frame.ADDRESS, "pathname"),
)
def move_to_the_median(
    workspace: Workspace, *, target: str, period: str, comparison: str, path: str
) -> dict[str, Any]:
    if not target:
        return {"children": []}
    chosen = {"target": str(target), "period": str(period or ""), "comparison": str(comparison or "")}
    view = to_the_median(workspace, client_in(path), **chosen)
    return {"children": body(view, workspace.language) if view else []}
