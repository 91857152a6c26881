"""`portefeuille release`: peer figures from facts to the screens, and back."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import rich_click as click

from dashboard.cli.engines import engine_of, named_engine, spark_master
from dashboard.cli.office import opened
from dashboard.cli.output import Form, as_json, show, show_one
from dashboard.cli.progress import steps
from dashboard.cli.release_words import (
    change_rows,
    coverage_facts,
    coverage_rows,
    level_rows,
    release_facts,
    rule_rows,
    show_parts,
    show_table,
)
from dashboard.config import Settings
from dashboard.data.database import Connection, reading, writing
from dashboard.data.releases.checks import faults
from dashboard.data.releases.compare import changes
from dashboard.data.releases.dossier import Dossier
from dashboard.data.releases.history import Release, all_releases, named
from dashboard.data.releases.pipeline import begun, made, recorded
from dashboard.data.releases.publish import publish
from dashboard.data.releases.stored import group_counts, groups_of
from dashboard.data.releases.workshop import Workshop
from dashboard.data.store import Store
from dashboard.domain.workforce import Quarter


class Written(click.ParamType[str]):
    """A word of one shape: what cannot be one is a usage error."""

    def __init__(self, name: str, shape: str, example: str) -> None:
        self.name, self._shape, self._example = name, shape, example

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(self._shape, value):
            self.fail(f"“{value}” is no {self.name}: write one as {self._example}.", param, ctx)
        return value


QUARTER = Written("quarter", r"\d{4}Q[1-4]", "2026Q2")
RELEASE = Written("release", r"\d{4}Q[1-4]-[1-9]\d*", "2026Q2-1")


@click.group()
def release() -> None:
    """Build, look at and publish releases of peer figures.

    A release is named by its quarter and version, as `2026Q2-1`. Building one shows nothing to anybody yet:
    `activate` does.
    """


@release.command()
@click.argument("quarter", type=QUARTER)
@click.option("--facts", "address", help="Folder of the facts, at any fsspec address; else in the folder.")
@named_engine
@spark_master
@as_json
def build(quarter: str, address: str | None, name: str, master: str | None, form: Form) -> None:
    """Draft the release of QUARTER from the facts of its year, and say whom it covers."""
    settings = Settings.read(os.environ)
    where = address or str(settings.facts)
    with (
        opened(settings) as store,
        engine_of(name, master=master, memory=settings.memory) as engine,
        Workshop.opened(settings.releases, address=where, engine=engine) as workshop,
    ):
        found = built(store, workshop, Quarter.parse(quarter))
        with reading(store.engine) as connection:
            told = facts_of(connection, found)
        covered = workshop.dossier(found.digest).coverage()
    if form is Form.JSON:
        show_one(told | {"coverage": coverage_facts(covered)}, form=form)
    else:
        show_parts(told, {"coverage": coverage_rows([one for one in covered if not one.section])})


def built(store: Store, workshop: Workshop, quarter: Quarter) -> Release:
    """No transaction is open while figures are worked out."""
    with steps() as step:
        with reading(store.engine) as connection:
            start = begun(connection, quarter, today=store.clock().date())
        of = made(workshop, start, rules=store.rules, step=step)
        step(f"Keeping the release of {quarter}")
        now = store.clock()
        with writing(store.engine) as connection:
            found = recorded(connection, of, start, now=now)
    if found.built_at != now:
        click.echo(f"{found.name} says the same already: nothing was added.", err=True)
    return found


def facts_of(connection: Connection, found: Release) -> dict[str, object]:
    return release_facts(found, groups=group_counts(connection).get(found.id, 0))


@release.command("list")
@as_json
def list_(form: Form) -> None:
    """List every release, the newest quarter first."""
    with opened(Settings.read(os.environ)) as store, reading(store.engine) as connection:
        counts = group_counts(connection)
        rows = [release_facts(one, groups=counts.get(one.id, 0)) for one in all_releases(connection)]
    show_table(rows, form=form)


@release.command("show")
@click.argument("name", metavar="RELEASE", type=RELEASE)
@as_json
def show_(name: str, form: Form) -> None:
    """Show RELEASE: its levels and, where it was built, what each rule said and whom it covers."""
    settings = Settings.read(os.environ)
    with opened(settings) as store, reading(store.engine) as connection:
        found = named(connection, name)
        groups = groups_of(connection, found.id)
    dossier = Dossier(settings.releases / found.digest)
    rules, covered = (dossier.verdicts(), dossier.coverage()) if dossier.is_here else ({}, ())
    told = release_facts(found, groups=len(groups))
    if form is Form.JSON:
        parts = {"levels": level_rows(groups), "rules": rules, "coverage": coverage_facts(covered)}
        show_one(told | parts, form=form)
    else:
        tables = {"levels": level_rows(groups), "rules": rule_rows(rules), "coverage": coverage_rows(covered)}
        show_parts(told, tables)


@release.command()
@click.argument("before", type=RELEASE)
@click.argument("after", type=RELEASE)
@as_json
def compare(before: str, after: str, form: Form) -> None:
    """Compare what two releases say: groups and cells that are new in AFTER, gone since BEFORE or changed."""
    with opened(Settings.read(os.environ)) as store, reading(store.engine) as connection:
        one, other = (groups_of(connection, named(connection, name).id) for name in (before, after))
    show_table(change_rows(changes(one, other), form=form), form=form)


@release.command()
@click.argument("names", metavar="[RELEASE]...", nargs=-1, type=RELEASE)
@as_json
@click.pass_context
def verify(ctx: click.Context, names: Sequence[str], form: Form) -> None:
    """Check every RELEASE, or all of them, against its digest, its bands and the floors of the rules.

    Exit code 1 when one is not as it was released.
    """
    with opened(Settings.read(os.environ)) as store, reading(store.engine) as connection:
        wanted = [named(connection, name) for name in names] or all_releases(connection)
        found = {}
        with steps() as step:
            for one in wanted:
                step(f"Verifying {one.name}")
                found[one.name] = list(faults(connection, one))
    whole = [{"release": name, "verdict": "whole"} for name, wrong in found.items() if not wrong]
    wrong = [{"release": name, "verdict": fault} for name, all_ in found.items() for fault in all_]
    show([*wrong, *whole], form=form)
    ctx.exit(1 if wrong else 0)


@release.command()
@click.argument("name", metavar="RELEASE", type=RELEASE)
@as_json
def activate(name: str, form: Form) -> None:
    """Show RELEASE to the firms from now on, in place of the one of its quarter.

    A draft of a published quarter waits for the first release of a new year. A release that was shown before
    may be activated again at any time, to go back to it.
    """
    with opened(Settings.read(os.environ)) as store, writing(store.engine) as connection:
        publish(connection, named(connection, name), rules=store.rules, now=store.clock())
        found = named(connection, name)
        told = facts_of(connection, found)
    show_one(told, form=form)
