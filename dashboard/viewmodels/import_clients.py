"""A pasted list after its check: a verdict per line, counts, and what can be downloaded."""

from __future__ import annotations

import dataclasses

from dashboard.domain.clients import Service
from dashboard.domain.number_list import TO_COMPLETE, TO_CORRECT, CheckedLine, CheckedList, Verdict
from dashboard.i18n import N_, Language
from dashboard.viewmodels.add_client import CHOICES, NOT_HELD, clock
from dashboard.viewmodels.spreadsheets import harmless, written
from dashboard.workspace import Workspace

RESULTS = {
    Verdict.READY: N_("{name}: ready"),
    Verdict.TO_CHOOSE: N_("{name}: how is this client affiliated?"),
    Verdict.ADDED: N_("{name}: in your list now"),
    Verdict.LISTED: N_("{name} is already in your list"),
    Verdict.UNKNOWN: N_("Correct, but not affiliated yet: add this client alone to affiliate or transfer it"),
    Verdict.LATER: N_("Waits for the next look-ups"),
    Verdict.TWICE: N_("The same number as line {line}"),
}
ALL = "all"
READY, LISTED, COMPLETE, CORRECT = "ready", "listed", "complete", "correct"
SHOWN = (
    (ALL, N_("All lines")),
    (READY, N_("Ready")),
    (LISTED, N_("Already in the list")),
    (COMPLETE, N_("To complete")),
    (CORRECT, N_("To correct")),
)


# A browser needs long for thousands of lines at once.
AT_A_TIME = 100


@dataclasses.dataclass(frozen=True)
class ImportLine:
    """One line: its number as it may be shown, the verdict in words, and what can be done with it."""

    position: int
    number: str
    reference: str
    result: str
    verdict: Verdict
    group: str
    name: str
    ticked: bool
    not_held: str
    choices: tuple[tuple[Service, str], ...]
    choice: Service | None

    @property
    def has_box(self) -> bool:
        return self.verdict is Verdict.READY

    @property
    def can_be_corrected(self) -> bool:
        return self.verdict in TO_CORRECT


@dataclasses.dataclass(frozen=True)
class ImportResult:
    """The whole list after its check."""

    key: str
    summary: str
    lines: tuple[ImportLine, ...]
    ready: int
    rest: int
    waiting: str
    left_out: tuple[int, ...]
    is_finished: bool


@dataclasses.dataclass(frozen=True)
class Stretch:
    """Some lines of a list, and after which of them more follow; 0 at the end."""

    lines: tuple[ImportLine, ...]
    more_after: int


def stretch(view: ImportResult, *, shown: str, after: int = 0) -> Stretch:
    """The next lines of one group, below a line that was shown."""
    lines = [line for line in view.lines if line.position > after and shown in {ALL, line.group}]
    first = tuple(lines[:AT_A_TIME])
    return Stretch(first, first[-1].position if len(lines) > len(first) else 0)


def import_result(workspace: Workspace, checked: CheckedList) -> ImportResult:
    language = workspace.language
    return ImportResult(
        key=checked.key,
        summary=summary(language, checked),
        lines=tuple(line_of(language, line) for line in checked.lines),
        ready=sum(line.will_be_added for line in checked.lines),
        rest=sum(line.is_rest for line in checked.lines),
        waiting=waiting(language, checked),
        left_out=tuple(line.position for line in checked.lines if line.left_out),
        is_finished=checked.is_finished,
    )


def summary(language: Language, checked: CheckedList) -> str:
    count = {group: sum(group_of(line) == group for line in checked.lines) for group, _label in SHOWN}
    return language.text(
        "{ok} ready, {known} already in the list, {todo} to complete, {bad} to correct",
        ok=language.integer(count[READY]),
        known=language.integer(count[LISTED]),
        todo=language.integer(count[COMPLETE]),
        bad=language.integer(count[CORRECT]),
    )


def group_of(line: CheckedLine) -> str:
    if line.verdict is Verdict.READY:
        return READY
    if line.verdict in TO_COMPLETE:
        return COMPLETE
    return CORRECT if line.verdict in TO_CORRECT else LISTED


def waiting(language: Language, checked: CheckedList) -> str:
    waits = len(checked.of(Verdict.LATER))
    if checked.until is None or not waits:
        return ""
    return language.plural(
        "{n} line waits: too many unknown numbers were looked up. It is kept, and can go on at {until}.",
        "{n} lines wait: too many unknown numbers were looked up. They are kept, and can go on at {until}.",
        waits,
        until=clock(language, checked.until),
    )


def line_of(language: Language, line: CheckedLine) -> ImportLine:
    is_open = line.verdict in {Verdict.READY, Verdict.TO_CHOOSE}
    misses = line.choice is not None and line.choice not in line.services
    return ImportLine(
        position=line.position,
        number=line.shown,
        reference=line.reference,
        result=result_of(language, line),
        verdict=line.verdict,
        group=group_of(line),
        name=line.name,
        ticked=not line.left_out,
        not_held=language.text(NOT_HELD[line.choice]) if line.choice and misses else "",
        choices=choices(language) if is_open and line.services else (),
        choice=line.choice,
    )


def choices(language: Language) -> tuple[tuple[Service, str], ...]:
    return tuple((service, language.text(label)) for service, label in CHOICES)


def result_of(language: Language, line: CheckedLine) -> str:
    if line.verdict is Verdict.WRONG:
        return language.text(line.reason, n=line.typed_digits)
    return language.text(RESULTS[line.verdict], name=line.name, line=line.twin)


def rest_as_csv(language: Language, lines: tuple[CheckedLine, ...]) -> str:
    """The lines that were not added, as typed, for a spreadsheet that must not run them."""
    headings = [language.text(heading) for heading in (N_("Number"), N_("Reference"), N_("Result"))]
    rows = [
        [harmless(cell) for cell in (line.typed, line.reference, result_of(language, line))]
        for line in lines
        if line.is_rest
    ]
    return written([headings, *rows])


def template_as_csv(language: Language) -> str:
    """An empty list with its headings, which the check leaves out."""
    headings = ";".join((language.text("Number"), language.text("Reference")))
    return f"\ufeff{headings}\r\n"
