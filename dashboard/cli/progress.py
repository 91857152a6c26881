"""How a long command shows where it is: one bar a step, on the side of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


@contextmanager
def steps() -> Iterator[Callable[[str], None]]:
    """Give a function that ends the step before and begins the next; standard output stays for the answer."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:

        def begin(label: str) -> None:
            finish(bars)
            bars.add_task(label, total=None)

        yield begin
        finish(bars)


def finish(bars: Progress) -> None:
    for task in bars.task_ids[-1:]:
        bars.update(task, total=1, completed=1)
