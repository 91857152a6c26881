"""`portefeuille clients`: a firm's list."""

from __future__ import annotations

import rich_click as click

from dashboard.cli.office import desk
from dashboard.cli.output import Form, as_json, show
from dashboard.data.client_list import ListLine
from dashboard.domain.identifiers import CompanyNumber


@click.command()
@click.option("--firm", "firm_name", required=True, help="Name of the firm.")
@as_json
def clients(firm_name: str, form: Form) -> None:
    """Print the list of one firm: of a client without a mandate no more than the name."""
    with desk() as at:
        lines = at.administration.clients_of(at.administration.firm_named(firm_name))
    show([facts_of(line) for line in lines], form=form)


def facts_of(line: ListLine) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name,
        "number": CompanyNumber(line.enterprise_number).printed if line.enterprise_number else "",
        "municipality": line.municipality,
        "state": "active" if line.active else "pending",
        "reference": line.reference,
        "tags": ", ".join(line.tags),
    }
