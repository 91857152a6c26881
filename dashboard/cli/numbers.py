"""`portefeuille number`: what a number is, and whether it is right."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator

import rich_click as click

from dashboard.cli.output import Form, as_json, show
from dashboard.domain.identifiers import verdict


@click.command()
@click.argument("numbers", nargs=-1)
@as_json
@click.pass_context
def number(ctx: click.Context, numbers: tuple[str, ...], form: Form) -> None:
    """Judge NUMBERS, or the lines of standard input: kind, canonical form, valid or not, reason.

    Exit code 1 when any of them is wrong.
    """
    today = datetime.datetime.now(datetime.UTC).date()  # noqa: TID251 - here time comes in
    judged = [judge(text, today=today) for text in numbers or tuple(lines_typed())]
    show(judged if form is Form.JSON else [printed(one) for one in judged], form=form)
    ctx.exit(0 if all(one["valid"] for one in judged) else 1)


def lines_typed() -> Iterator[str]:
    return (line.strip() for line in sys.stdin if line.strip())


def judge(text: str, *, today: datetime.date) -> dict[str, object]:
    found = verdict(text, today)
    return {
        "number": text,
        "kind": found.kind.value,
        "canonical": found.canonical,
        "valid": found.valid,
        "reason": str(found.reason or ""),
    }


def printed(judged: dict[str, object]) -> dict[str, object]:
    return judged | {"valid": "valid" if judged["valid"] else "not valid"}
