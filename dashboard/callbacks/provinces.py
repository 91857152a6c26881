"""The callback of Belgium by province: the chosen metric is mapped."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State

from dashboard import guard, ids
from dashboard.callbacks.company_figures import client_in
from dashboard.domain.access import Permission
from dashboard.pages.provinces import body
from dashboard.viewmodels.provinces import provinces_figures
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {"children": Output(ids.Provinces.BODY, "children")},
    allow=Permission.VIEW_CLIENTS,
    metric=Input(ids.Provinces.METRIC, "value"),
    period=Input(ids.CompanyFigures.PERIOD, "value"),
    path=State(ids.Frame.ADDRESS, "pathname"),
)
def map_provinces(workspace: Workspace, *, metric: str, period: str, path: str) -> dict[str, Any]:
    if not metric:
        return {"children": []}
    view = provinces_figures(workspace, client_in(path), metric=str(metric), period=str(period or ""))
    return {"children": body(view, workspace.language)}
