"""`portefeuille check`: whether this installation is fit to serve."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping

import rich_click as click

from dashboard.cli.output import Form, as_json, show
from dashboard.config import Settings, not_read
from dashboard.data.database import open_database
from dashboard.data.health import is_current, require_reachable, require_writable
from dashboard.errors import DashboardError, Misconfigured
from dashboard.server import safe_for_several_processes


@click.command()
@as_json
@click.pass_context
def check(ctx: click.Context, form: Form) -> None:
    """Check settings and keys, the database and its tables, SQLite's version, the document store."""
    results = [outcome("settings and keys", profile)]
    if results[0]["fit"] == "yes":
        settings = read()
        results += [outcome(what, question) for what, question in questions(settings).items()]
    show(results, form=form)
    ctx.exit(0 if all(result["fit"] == "yes" for result in results) else 1)


def read() -> Settings:
    return Settings.read(os.environ)


def profile() -> str:
    return ", ".join([f"profile {read().profile}", *(f"not read: {name}" for name in not_read(os.environ))])


def questions(settings: Settings) -> Mapping[str, Callable[[], str]]:
    return {
        "database": lambda: database(settings),
        "SQLite": sqlite,
        "document store": lambda: document_store(settings),
    }


def outcome(what: str, question: Callable[[], str]) -> dict[str, str]:
    try:
        return {"check": what, "fit": "yes", "found": question()}
    except DashboardError as problem:
        return {"check": what, "fit": "no", "found": str(problem)}


def database(settings: Settings) -> str:
    engine = open_database(settings.database)
    try:
        require_reachable(engine)
        if not is_current(engine):
            raise Misconfigured("The database lacks tables. Start the product once to add them.")
    finally:
        engine.dispose()
    return "reachable, with the newest tables"


def sqlite() -> str:
    several = "may" if safe_for_several_processes(sqlite3.sqlite_version_info) else "may not"
    return f"{sqlite3.sqlite_version}: several processes {several} write to one file"


def document_store(settings: Settings) -> str:
    require_writable(settings.documents)
    return "writable"
