"""A list of numbers, as given and as checked, line by line."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import re

from dashboard.domain.clients import Service
from dashboard.errors import NotFound

MOST_LINES = 2000
LONGEST_NUMBER = 60
LONGEST_REFERENCE = 60
COLUMNS = re.compile(r"[;,\t]")


class Verdict(enum.StrEnum):
    """What the check says of one line."""

    READY = "ready"
    TO_CHOOSE = "to choose"
    ADDED = "added"
    LISTED = "listed"
    UNKNOWN = "unknown"
    WRONG = "wrong"
    TWICE = "twice"
    LATER = "later"


DONE = frozenset({Verdict.READY, Verdict.ADDED, Verdict.LISTED})
TO_CORRECT = frozenset({Verdict.WRONG, Verdict.TWICE})
TO_COMPLETE = frozenset({Verdict.TO_CHOOSE, Verdict.UNKNOWN, Verdict.LATER})
# After these nobody can do more with a line.
FINISHED = frozenset({Verdict.ADDED, Verdict.LISTED})


@dataclasses.dataclass(frozen=True)
class GivenLine:
    """One line of a list: a number as it was typed, and the firm's own reference."""

    position: int
    typed: str
    reference: str = ""


@dataclasses.dataclass(frozen=True)
class CheckedLine:
    """One line after the check; `twin` is the line that has the same number, `reason` a sentence.

    `services` are those that the enterprise is affiliated with, `choice` the one that the reader named.
    """

    position: int
    typed: str
    reference: str
    verdict: Verdict
    shown: str = ""
    name: str = ""
    entry_id: int = 0
    twin: int = 0
    reason: str = ""
    typed_digits: int = 0
    services: tuple[Service, ...] = ()
    choice: Service | None = None
    left_out: bool = False

    @property
    def is_rest(self) -> bool:
        return self.verdict not in DONE

    @property
    def will_be_added(self) -> bool:
        return self.verdict is Verdict.READY and not self.left_out


@dataclasses.dataclass(frozen=True)
class CheckedList:
    """A list after its check, and when the lines that wait may go on."""

    lines: tuple[CheckedLine, ...]
    until: datetime.datetime | None = None
    key: str = ""

    @property
    def is_finished(self) -> bool:
        return all(line.verdict in FINISHED for line in self.lines)

    def line(self, position: int) -> CheckedLine:
        found = next((line for line in self.lines if line.position == position), None)
        if found is None:
            raise NotFound("This line is no longer in the list. Reload the page.")
        return found

    def with_line(self, changed: CheckedLine) -> CheckedList:
        lines = tuple(changed if line.position == changed.position else line for line in self.lines)
        return dataclasses.replace(self, lines=lines)

    def of(self, verdict: Verdict) -> tuple[CheckedLine, ...]:
        return tuple(line for line in self.lines if line.verdict is verdict)


def lines_of_text(text: str) -> tuple[GivenLine, ...]:
    """One number a line; what follows a semicolon, comma or tab is the reference."""
    rows = ([part.strip() for part in COLUMNS.split(line, maxsplit=1)] for line in text.splitlines())
    return lines_of_rows(list(rows))


def lines_of_rows(rows: list[list[str]]) -> tuple[GivenLine, ...]:
    """Rows with a first cell; a heading without digits is left out."""
    lines = (
        GivenLine(position, cells[0][:LONGEST_NUMBER], " ".join(filter(None, cells[1:]))[:LONGEST_REFERENCE])
        for position, cells in enumerate(rows, start=1)
        if cells and cells[0]
    )
    return tuple(line for line in lines if line.position > 1 or any(sign.isdigit() for sign in line.typed))
