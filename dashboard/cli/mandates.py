"""`portefeuille mandate`: what a firm may open of a client, from the institution's side."""

from __future__ import annotations

import rich_click as click

from dashboard.cli.office import Desk, desk
from dashboard.cli.output import Form, as_json, one_of, show_one
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise

of_firm = click.option("--firm", "firm_name", required=True, help="Name of the firm.")
whose = click.argument("number")
which = click.argument("service", type=one_of(Service))


@click.group()
def mandate() -> None:
    """The mandates on record."""


@mandate.command()
@whose
@which
@of_firm
@as_json
def grant(number: str, service: str, firm_name: str, form: Form) -> None:
    """Let a firm open the client with NUMBER for a SERVICE, from today."""
    with desk() as at:
        firm_id = at.administration.firm_named(firm_name)
        at.administration.grant(firm_id, known(number, at), Service(service))
    show_one({"firm": firm_name, "service": service, "mandate": "on record"}, form=form)


@mandate.command()
@whose
@which
@of_firm
@as_json
def end(number: str, service: str, firm_name: str, form: Form) -> None:
    """Close the client with NUMBER to a firm for a SERVICE, from the next request on."""
    with desk() as at:
        firm_id = at.administration.firm_named(firm_name)
        at.administration.end(firm_id, known(number, at), Service(service))
    show_one({"firm": firm_name, "service": service, "mandate": "ended"}, form=form)


def known(number: str, at: Desk) -> CompanyNumber | RegisterNumber:
    return recognise(number, at.administration.now.date())
