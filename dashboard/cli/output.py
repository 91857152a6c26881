"""How commands print: aligned columns for people, JSON for programs."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping, Sequence

import rich_click as click


class Form(enum.StrEnum):
    """Who reads what is printed."""

    TEXT = "text"
    JSON = "json"


as_json = click.option(
    "--json", "form", flag_value=Form.JSON, default=Form.TEXT, type=Form, help="Print JSON for programs."
)


def one_of(options: Iterable[enum.StrEnum]) -> click.Choice[str]:
    """Choices by value: click would offer an enumeration's names."""
    return click.Choice([option.value for option in options])


def show(lines: Sequence[Mapping[str, object]], *, form: Form) -> None:
    if form is Form.JSON:
        click.echo(json.dumps(lines, ensure_ascii=False, indent=1, default=str))
        return
    for line in aligned([[str(value) for value in line.values()] for line in lines]):
        click.echo(line)


def show_one(facts: Mapping[str, object], *, form: Form) -> None:
    if form is Form.JSON:
        click.echo(json.dumps(facts, ensure_ascii=False, indent=1, default=str))
        return
    for line in aligned([[name, str(value)] for name, value in facts.items()]):
        click.echo(line)


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
