"""The command `portefeuille`: what operators do, thin like a callback: parse, order, print."""

from __future__ import annotations

import importlib

import rich_click as click

from dashboard.errors import DashboardError

# The module and the function of each command; only the one that is called is loaded.
COMMANDS = {
    "demo": ("demo", "demo"),
    "serve": ("serve", "serve"),
    "import": ("imports", "import_"),
    "firm": ("people", "firm"),
    "user": ("people", "user"),
    "mandate": ("mandates", "mandate"),
    "requests": ("requests", "requests"),
    "release": ("release", "release"),
    "clients": ("clients", "clients"),
    "figures": ("figures", "figures"),
    "number": ("numbers", "number"),
    "check": ("check", "check"),
}


class Portefeuille(click.RichGroup):
    """Loads one command, and answers every error of ours with one sentence and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"dashboard.cli.{module}"), function)
        return command

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
