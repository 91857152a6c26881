"""Callbacks of the meeting memory: agree, drop, keep talking points."""

from __future__ import annotations

from typing import Any

from dash import MATCH, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import guard, ids
from dashboard.callbacks.client_list import written
from dashboard.callbacks.company_figures import client_in
from dashboard.commands import keep_meeting
from dashboard.components import done, refused
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest, Incomplete
from dashboard.ids import of_agreement
from dashboard.pages import meeting as page
from dashboard.viewmodels.meeting import meeting_memory
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()
Meeting = ids.Meeting
PATH = State(ids.Frame.ADDRESS, "pathname")
FIELDS = ("decision", "metric", "target", "due")


@callbacks.on(
    {
        "agreed": Output(Meeting.AGREED, "children"),
        "said": Output(Meeting.ANSWER, "children"),
        "decision": Output(Meeting.DECISION_ERROR, "children"),
        "metric": Output(Meeting.METRIC_ERROR, "children"),
        "target": Output(Meeting.TARGET_ERROR, "children"),
        "due": Output(Meeting.DUE_ERROR, "children"),
    },
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Meeting.AGREE, "n_clicks"),
    decision=State(Meeting.DECISION, "value"),
    metric=State(Meeting.METRIC, "value"),
    target=State(Meeting.TARGET, "value"),
    due=State(Meeting.DUE, "value"),
    path=PATH,
)
def show_agreement(workspace: Workspace, *, clicks: object, path: str, **typed: object) -> dict[str, Any]:
    if not clicks:
        raise PreventUpdate
    client = client_in(path)
    words = {name: written(typed[name]) for name in FIELDS}
    words["metric"] = words["metric"].strip("-")
    blank: dict[str, Any] = {"agreed": no_update, "said": "", **dict.fromkeys(FIELDS, "")}
    try:
        keep_meeting.agree(workspace, client, **words)
    except Incomplete as missing:
        sentence = workspace.language.text(missing.sentence, **missing.values)
        return blank | {str(missing.values["field"]): sentence}
    view = meeting_memory(workspace, client)
    told = done(workspace.language.text("The agreement is written down."))
    return blank | {"agreed": page.agreements(view, workspace.language) if view else [], "said": told}


@callbacks.on(
    Output(of_agreement(Meeting.DROPPED, MATCH), "children"),
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(of_agreement(Meeting.DROP, MATCH), "n_clicks"),
    button=State(of_agreement(Meeting.DROP, MATCH), "id"),
    path=PATH,
)
def show_dropped(workspace: Workspace, *, clicks: object, button: object, path: str) -> Any:  # noqa: ANN401 - a component
    if not clicks:
        raise PreventUpdate
    if not isinstance(button, dict):
        raise BadRequest
    keep_meeting.drop_agreement(workspace, client_in(path), written(button.get("agreement")))
    return done(workspace.language.text("Dropped."))


@callbacks.on(
    Output(Meeting.POINTS_ANSWER, "children"),
    allow=Permission.EDIT_CLIENTS,
    clicks=Input(Meeting.KEEP_POINTS, "n_clicks"),
    words=State(Meeting.POINTS, "value"),
    path=PATH,
)
def show_points_kept(workspace: Workspace, *, clicks: object, words: object, path: str) -> Any:  # noqa: ANN401 - a component
    if not clicks:
        raise PreventUpdate
    try:
        keep_meeting.keep_points(workspace, client_in(path), written(words))
    except Incomplete as unfit:
        return refused(workspace.language.text(unfit.sentence, **unfit.values))
    return done(workspace.language.text("The talking points are saved."))
