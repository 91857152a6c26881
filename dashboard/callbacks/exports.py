"""Callbacks of My exports: how far they are."""

from __future__ import annotations

from typing import Any

from dash import Input, Output

from dashboard import guard, ids
from dashboard.domain.access import Permission
from dashboard.pages.exports import lines
from dashboard.viewmodels.exports import export_list
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {
        "lines": Output(ids.Exports.LINES, "children"),
        "summary": Output(ids.Exports.SUMMARY, "children"),
        "resting": Output(ids.Exports.CLOCK, "disabled"),
    },
    allow=Permission.VIEW_CLIENTS,
    ticks=Input(ids.Exports.CLOCK, "n_intervals"),
)
def draw_exports(workspace: Workspace, *, ticks: object) -> dict[str, Any]:  # noqa: ARG001 - the clock's
    """The clock rests as soon as nothing is being made."""
    view = export_list(workspace)
    return {
        "lines": lines(view, workspace.language),
        "summary": view.summary,
        "resting": not view.is_open,
    }
