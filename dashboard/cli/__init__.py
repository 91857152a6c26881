"""The command `portefeuille`: what operators do, thin like a callback: parse, order, print."""

from __future__ import annotations

import rich_click as click

from dashboard.cli.check import check
from dashboard.cli.clients import clients
from dashboard.cli.demo import demo
from dashboard.cli.imports import import_
from dashboard.cli.mandates import mandate
from dashboard.cli.numbers import number
from dashboard.cli.people import firm, user
from dashboard.cli.requests import requests
from dashboard.cli.serve import serve
from dashboard.errors import DashboardError


class Portefeuille(click.RichGroup):
    """Answers every error of ours with one sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DashboardError as error:
            click.echo(f"portefeuille: {error}", err=True)
            ctx.exit(1)


@click.group(cls=Portefeuille, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="portefeuille")
def main() -> None:
    """The client portfolio of accountants.

    Settings come from the environment, in variables that start with PORTEFEUILLE_.
    """


for command in (demo, serve, import_, firm, user, mandate, requests, clients, number, check):
    main.add_command(command)
