"""Callbacks of My company in figures: one answers every choice."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from dash import Input, Output, State

from dashboard import guard, ids, pages
from dashboard.commands.remember_comparison import remember_comparison
from dashboard.domain.access import Permission
from dashboard.errors import NotFound
from dashboard.pages.company_figures import Drawn, body
from dashboard.viewmodels.asked import answer_to, questions_offered
from dashboard.viewmodels.company_figures import company_figures, comparison_of, topic_of
from dashboard.viewmodels.metric_detail import metric_detail
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {
        "children": Output(ids.CompanyFigures.BODY, "children"),
        "busy": Output(ids.CompanyFigures.BODY, "aria-busy"),
    },
    allow=Permission.VIEW_CLIENTS,
    initially=True,
    period=Input(ids.CompanyFigures.PERIOD, "value"),
    comparison=Input(ids.CompanyFigures.COMPARISON, "value"),
    topic=Input(ids.CompanyFigures.TOPIC, "value"),
    search=Input(ids.Frame.ADDRESS, "search"),
    path=State(ids.Frame.ADDRESS, "pathname"),
)
def draw_figures(
    workspace: Workspace, *, period: str, comparison: str, search: str, path: str, topic: str = ""
) -> dict[str, Any]:
    client = client_in(path)
    chosen = {"period": str(period or ""), "comparison": str(comparison or "")}
    asked = dict(parse_qsl(str(search or "").lstrip("?")))
    detail = metric_detail(workspace, client, metric=asked.get("metric", ""), **chosen)
    question = "" if detail else asked.get("question", "")
    drawn = Drawn(
        company_figures(workspace, client, **chosen),
        topic_of(str(topic or "")),
        detail,
        answer_to(workspace, client, question=question, **chosen),
        tuple(questions_offered(workspace)),
    )
    query = urlencode({"period": chosen["period"], "compare": chosen["comparison"], "topic": drawn.topic})
    return {"children": body(drawn, workspace.language, path=path, query=query), "busy": "false"}


@callbacks.on(
    Output(ids.CompanyFigures.CHOOSER, "data-remembered"),
    allow=Permission.VIEW_CLIENTS,
    comparison=Input(ids.CompanyFigures.COMPARISON, "value"),
)
def remember_choice(workspace: Workspace, *, comparison: str) -> str:
    chosen = comparison_of(str(comparison or ""))
    remember_comparison(workspace, chosen)
    return chosen.value


def client_in(path: str) -> str:
    found = pages.find(path) if isinstance(path, str) else None
    if found is None or "client" not in found[1]:
        raise NotFound
    return found[1]["client"]
