"""A pasted list after its check: a verdict per line, counts, and what can be downloaded."""

from __future__ import annotations

import csv
import dataclasses
import io

from dashboard.domain.number_list import CheckedLine, CheckedList, Verdict
from dashboard.i18n import N_, Language
from dashboard.viewmodels.add_client import clock
from dashboard.workspace import Workspace

# A spreadsheet would run these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SHORTEST_WAIT_MS = 1000
RESULTS = {
    Verdict.READY: N_("{name}: ready"),
    Verdict.ADDED: N_("{name}: in your list now"),
    Verdict.LISTED: N_("{name} is already in your list"),
    Verdict.UNKNOWN: N_("Correct, but not affiliated yet: add this client alone to affiliate or transfer it"),
    Verdict.LATER: N_("Waits for the next look-ups"),
    Verdict.TWICE: N_("The same number as line {line}"),
}


@dataclasses.dataclass(frozen=True)
class ImportLine:
    """One line: its place, its number as it may be shown, and the verdict in words."""

    position: int
    number: str
    reference: str
    result: str
    verdict: Verdict


@dataclasses.dataclass(frozen=True)
class ImportResult:
    """The whole list after its check."""

    summary: str
    lines: tuple[ImportLine, ...]
    ready: int
    rest: int
    waiting: str
    wait_ms: int


def import_result(workspace: Workspace, checked: CheckedList) -> ImportResult:
    language = workspace.language
    until = checked.until
    wait = (until - workspace.now).total_seconds() if until else 0.0
    return ImportResult(
        summary=summary(language, checked),
        lines=tuple(line_of(language, line) for line in checked.lines),
        ready=len(checked.of(Verdict.READY)),
        rest=sum(line.is_rest for line in checked.lines),
        waiting=waiting(language, checked),
        wait_ms=max(SHORTEST_WAIT_MS, int(wait * 1000)) if until else 0,
    )


def summary(language: Language, checked: CheckedList) -> str:
    count = {verdict: len(checked.of(verdict)) for verdict in Verdict}
    return language.text(
        "{ok} ready, {known} already in the list, {todo} to complete, {bad} to correct",
        ok=language.integer(count[Verdict.READY]),
        known=language.integer(count[Verdict.LISTED] + count[Verdict.ADDED]),
        todo=language.integer(count[Verdict.UNKNOWN] + count[Verdict.LATER]),
        bad=language.integer(count[Verdict.WRONG] + count[Verdict.TWICE]),
    )


def waiting(language: Language, checked: CheckedList) -> str:
    if checked.until is None:
        return ""
    return language.plural(
        "{n} line waits: too many unknown numbers were looked up."
        " It is kept on this page and goes on at {until}.",
        "{n} lines wait: too many unknown numbers were looked up."
        " They are kept on this page and go on at {until}.",
        len(checked.of(Verdict.LATER)),
        until=clock(language, checked.until),
    )


def line_of(language: Language, line: CheckedLine) -> ImportLine:
    return ImportLine(line.position, line.shown, line.reference, result_of(language, line), line.verdict)


def result_of(language: Language, line: CheckedLine) -> str:
    if line.verdict is Verdict.WRONG:
        return language.text(line.reason, n=line.typed_digits)
    return language.text(RESULTS[line.verdict], name=line.name, line=line.twin)


def rest_as_csv(language: Language, lines: tuple[CheckedLine, ...]) -> str:
    """The lines that were not added, as typed, for a spreadsheet that must not run them."""
    text = language.text
    file = io.StringIO()
    table = csv.writer(file, delimiter=";", lineterminator="\r\n")
    table.writerow([text("Number"), text("Reference"), text("Result")])
    for line in lines:
        if line.is_rest:
            table.writerow(
                [as_text(cell) for cell in (line.typed, line.reference, result_of(language, line))]
            )
    return "\ufeff" + file.getvalue()


def as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
