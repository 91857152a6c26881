"""`portefeuille import`: files from outside; bad ones are listed, good ones kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import rich_click as click
from rich.progress import track

from dashboard.cli.office import opened
from dashboard.cli.output import Form, as_json, show
from dashboard.config import Settings
from dashboard.data import accounts as kept
from dashboard.data.database import writing
from dashboard.data.imports import accounts as filings
from dashboard.data.store import Store
from dashboard.errors import ImportProblem

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
REFUSED = "refused"


@click.group("import")
def import_() -> None:
    """Load files from outside. Exit code 1 when anything was refused."""


@import_.command()
@click.argument("files", nargs=-1, required=True, type=A_FILE)
@as_json
@click.pass_context
def accounts(ctx: click.Context, files: Sequence[Path], form: Form) -> None:
    """Load annual accounts: FILES as the National Bank gives them, one filing each."""
    with opened(Settings.read(os.environ)) as store:
        results = [load(store, path) for path in shown_progress(files)]
    show(results, form=form)
    ctx.exit(1 if any(result["outcome"] == REFUSED for result in results) else 0)


def load(store: Store, path: Path) -> dict[str, str]:
    """One transaction per file, so that a bad one takes nothing away."""
    try:
        filing = filings.read(path)
        with writing(store.engine) as connection:
            outcome = kept.save(connection, filing)
    except ImportProblem as problem:
        return {"file": path.name, "outcome": REFUSED, "found": str(problem)}
    return {"file": path.name, "outcome": outcome, "found": f"{filing.name}, until {filing.ends}"}


def shown_progress(files: Sequence[Path]) -> Iterator[Path]:
    yield from track(files, description="Loading annual accounts", disable=len(files) < 10)  # noqa: PLR2004
