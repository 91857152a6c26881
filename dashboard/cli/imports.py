"""`portefeuille import`: files from outside; bad ones are listed, good ones kept."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import rich_click as click
from rich.progress import track

from dashboard.cli.office import desk, opened
from dashboard.cli.output import Form, as_json, show, show_one
from dashboard.config import Settings
from dashboard.data import accounts as kept
from dashboard.data.database import writing
from dashboard.data.imports import accounts as filings
from dashboard.data.imports.documents import import_documents
from dashboard.data.imports.lines import Report
from dashboard.data.imports.mandates import import_mandates
from dashboard.data.store import Store
from dashboard.errors import ImportProblem

A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
REFUSED = "refused"


@click.group("import")
def import_() -> None:
    """Load files from outside.

    Exit code 1 when anything was refused.
    """


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


@import_.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("manifest", type=A_FILE)
@as_json
@click.pass_context
def documents(ctx: click.Context, folder: Path, manifest: Path, form: Form) -> None:
    """File the documents of a FOLDER, as the lines of a MANIFEST describe them."""
    with desk() as at:
        report = import_documents(folder, manifest, store=at.store.files, administration=at.administration)
    tell(ctx, report, form=form)


@import_.command()
@click.argument("file", type=A_FILE)
@as_json
@click.pass_context
def mandates(ctx: click.Context, file: Path, form: Form) -> None:
    """Put the mandates of a FILE on record."""
    with desk() as at:
        report = import_mandates(file, administration=at.administration)
    tell(ctx, report, form=form)


def tell(ctx: click.Context, report: Report, *, form: Form) -> None:
    """Print how many lines were kept, and each line that was refused."""
    refused = [{"line": one.line, "outcome": REFUSED, "found": str(one.reason)} for one in report.refused]
    if form is Form.JSON:
        show_one({"added": report.added, "known": report.known, "refused": refused}, form=form)
    else:
        show_one({"added": report.added, "known": report.known, REFUSED: len(refused)}, form=form)
        show(refused, form=form)
    ctx.exit(1 if refused else 0)
