"""`portefeuille firm` and `portefeuille user`: who works with the product."""

from __future__ import annotations

import rich_click as click

from dashboard.cli.office import desk
from dashboard.cli.output import Form, as_json, one_of, show_one
from dashboard.data.team import INVITED_FOR
from dashboard.domain.access import Role
from dashboard.i18n import LANGUAGES


@click.group()
def firm() -> None:
    """The firms of accountants."""


@firm.command("add")
@click.argument("name")
@as_json
def add_firm(name: str, form: Form) -> None:
    """Create the firm NAME, without anybody in it yet."""
    with desk() as at:
        firm_id = at.administration.create_firm(name)
    show_one({"firm": name, "id": firm_id}, form=form)


@click.group()
def user() -> None:
    """The people of a firm."""


@user.command("add")
@click.option("--firm", "firm_name", required=True, help="Name of the firm.")
@click.option("--name", required=True, help="First name and surname.")
@click.option("--email", required=True, help="Address to sign in with.")
@click.option("--role", type=one_of(Role), default=Role.EDITOR.value, show_default=True)
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), default="fr", show_default=True)
@click.option("--site", default="http://127.0.0.1:8050", show_default=True, help="Address of the product.")
@as_json
def add_user(  # noqa: PLR0913 - one argument per option
    *, firm_name: str, name: str, email: str, role: str, language: str, site: str, form: Form
) -> None:
    """Make an account, and print the one-time link with which its owner chooses a password."""
    with desk() as at:
        firm_id = at.administration.firm_named(firm_name)
        token = at.administration.invite(firm_id, name=name, email=email, role=Role(role), language=language)
        until = at.administration.now + INVITED_FOR
    link = f"{site.rstrip('/')}/invitation/{token}"
    show_one({"email": email, "link": link, "until": f"{until:%Y-%m-%d %H:%M} UTC"}, form=form)
