"""`portefeuille demo`: the invented world, built once and served."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rich_click as click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from dashboard import demo as invented
from dashboard import server
from dashboard.cli.office import opened
from dashboard.cli.output import Form, aligned, as_json
from dashboard.config import Settings
from dashboard.demo import Story
from dashboard.demo.sign_ins import SIGN_INS
from dashboard.demo.size import EMPLOYERS, FEWEST_EMPLOYERS, SEED
from dashboard.demo.size import Progress as Told
from dashboard.demo.words import FIRMS


@dataclasses.dataclass(frozen=True)
class Wish:
    """What sort of world is asked for."""

    employers: int
    seed: int
    rebuild: bool


@click.command()
@click.option("--employers", type=click.IntRange(FEWEST_EMPLOYERS), default=EMPLOYERS, show_default=True)
@click.option("--seed", type=click.IntRange(0), default=SEED, show_default=True, help="Another world.")
@click.option("--port", type=click.IntRange(1, 65_535), default=8050, show_default=True)
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), default=Path("var/demo"), show_default=True
)
@click.option("--rebuild", is_flag=True, help="Throw the world in the folder away first.")
@click.option("--build-only", is_flag=True, help="Build the world, and do not serve it.")
@as_json
def demo(  # noqa: PLR0913 - one argument per option
    *, employers: int, seed: int, port: int, folder: Path, rebuild: bool, build_only: bool, form: Form
) -> None:
    """Serve an invented world; the first time, build it."""
    settings = Settings.demo(folder, today=os.environ.get("PORTEFEUILLE_TODAY", ""))
    story = world_in(settings, Wish(employers, seed, rebuild))
    announce(story, form=form, port=port)
    if not build_only:
        os.environ |= {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_FOLDER": str(folder)}
        server.serve(settings, port=port)


def world_in(settings: Settings, wish: Wish) -> Story:
    if invented.is_built(settings) and not wish.rebuild:
        with opened(settings):
            return invented.story(settings)
    order = invented.rebuild if wish.rebuild else invented.build
    with progress_bar() as progress:
        return order(settings, employers=wish.employers, seed=wish.seed, progress=progress)


@contextmanager
def progress_bar() -> Iterator[Told]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Building the invented world")

        def advance(done: int, total: int, label: str) -> None:
            bar.update(task, completed=done, total=total, description=label)

        yield advance


def announce(story: Story, *, form: Form, port: int) -> None:
    if form is Form.JSON:
        click.echo(json.dumps(dataclasses.asdict(story), ensure_ascii=False, indent=1))
        return
    click.echo("\nInvented data: nobody in it exists.\n")
    click.echo(f"Sign in at http://127.0.0.1:{port} with the password {story.password}")
    people = [[f"  {one.email}", one.role, FIRMS[one.firm]] for one in SIGN_INS]
    click.echo("\n".join(aligned(people)))
    click.echo("\nNumbers to try when adding a client to the first firm's list")
    click.echo("\n".join(aligned([[f"  {what}", one.number, one.name] for what, one in to_try(story)])))


def to_try(story: Story) -> tuple[tuple[str, invented.Numbered], ...]:
    return (
        ("a known person", story.known_person),
        ("a correct number of nobody known", story.unknown_person),
        ("a known employer", story.known_employer),
        ("a known company", story.known_company),
        ("a correct enterprise number of nobody known", story.unknown_employer),
        ("a client who is in the list", story.listed_employer),
    )
