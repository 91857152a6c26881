"""`portefeuille requests`: the institution's side of what firms ask."""

from __future__ import annotations

import rich_click as click

from dashboard.cli.office import desk
from dashboard.cli.output import Form, as_json, one_of, show, show_one
from dashboard.domain.requests import Request, RequestState

DECISIONS = (RequestState.IN_TREATMENT, RequestState.ACCEPTED, RequestState.REFUSED)


@click.group()
def requests() -> None:
    """Requests to affiliate or transfer a client."""


@requests.command("list")
@as_json
def list_requests(form: Form) -> None:
    """List the requests of all firms, the newest first."""
    with desk() as at:
        found = at.administration.requests()
    show([{"firm": firm} | facts_of(request) for firm, request in found], form=form)


@requests.command()
@click.argument("reference")
@click.argument("decision", type=one_of(DECISIONS))
@click.option("--reason", default="", help="What the firm reads beside the decision.")
@as_json
def decide(reference: str, decision: str, reason: str, form: Form) -> None:
    """Move the request with REFERENCE on; an accepted one makes the client known."""
    with desk() as at:
        decided = at.administration.decide(reference, to=RequestState(decision), reason=reason)
    show_one(facts_of(decided), form=form)


def facts_of(request: Request) -> dict[str, object]:
    return {
        "reference": request.reference,
        "state": request.state,
        "action": request.action,
        "service": request.service,
        "name": request.name,
        "number": request.number,
        "effective": request.effective,
        "contact": request.contact,
        "reason": request.reason,
    }
