"""Checking a list of numbers and adding the ones that are ready."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator

from dashboard.commands.look_up import looked_up, require_room
from dashboard.data.imports.client_numbers import read_client_numbers
from dashboard.data.sealed_lines import seal, unseal
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise
from dashboard.domain.look_up import LookUp, Outcome
from dashboard.domain.number_list import MOST_LINES, CheckedLine, CheckedList, GivenLine, Verdict
from dashboard.errors import AlreadyClient, Incomplete, InvalidIdentifier, TooMany
from dashboard.workspace import Workspace

# A writer keeps the others waiting: a long list takes several turns.
LINES_PER_TURN = 100
VERDICTS = {
    Outcome.KNOWN: Verdict.READY,
    Outcome.LISTED: Verdict.LISTED,
    Outcome.UNKNOWN: Verdict.UNKNOWN,
}
Number = CompanyNumber | RegisterNumber


def check_list(workspace: Workspace, given: tuple[GivenLine, ...]) -> CheckedList:
    """A verdict for each line; numbers with wrong check digits are no look-ups."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    if not given:
        raise Incomplete("Paste at least one number, or choose a file", field="text")
    if len(given) > MOST_LINES:
        raise Incomplete("A list may hold 2,000 lines. Split it and try again.", field="text")
    read = [read_line(line, workspace.today) for line in given]
    return look_up_waiting(workspace, tuple(without_twins(read)))


def check_file(workspace: Workspace, content: bytes) -> CheckedList:
    return check_list(workspace, read_client_numbers(content))


def go_on(workspace: Workspace, lines: tuple[CheckedLine, ...]) -> CheckedList:
    """Check the lines that waited for the look-up limit."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    return look_up_waiting(workspace, lines)


def read_line(line: GivenLine, today: datetime.date) -> CheckedLine:
    read = CheckedLine(line.position, line.typed, line.reference, Verdict.LATER)
    try:
        number = recognise(line.typed, today)
    except InvalidIdentifier as wrong:
        digits = int(str(wrong.values.get("n", 0)))
        return dataclasses.replace(
            read, verdict=Verdict.WRONG, shown=line.typed, reason=wrong.sentence, typed_digits=digits
        )
    return dataclasses.replace(read, typed=number.digits, shown=shown(number))


def shown(number: Number) -> str:
    return number.printed if isinstance(number, CompanyNumber) else number.masked


def without_twins(lines: list[CheckedLine]) -> Iterator[CheckedLine]:
    first: dict[str, int] = {}
    for line in lines:
        twin = first.setdefault(line.typed, line.position)
        is_twin = line.verdict is Verdict.LATER and twin != line.position
        yield dataclasses.replace(line, verdict=Verdict.TWICE, twin=twin) if is_twin else line


def look_up_waiting(workspace: Workspace, lines: tuple[CheckedLine, ...]) -> CheckedList:
    until: datetime.datetime | None = None
    checked: list[CheckedLine] = []
    for turn in batches(lines):
        if until is None:
            looked, until = look_up_turn(workspace, turn)
            checked += looked
        else:
            checked += turn
    return CheckedList(tuple(checked), until)


def batches(lines: tuple[CheckedLine, ...]) -> Iterator[tuple[CheckedLine, ...]]:
    for start in range(0, len(lines), LINES_PER_TURN):
        yield lines[start : start + LINES_PER_TURN]


def look_up_turn(
    workspace: Workspace, lines: tuple[CheckedLine, ...]
) -> tuple[list[CheckedLine], datetime.datetime | None]:
    """Look up in one transaction until the limit; the lines after it stay as they are."""
    checked: list[CheckedLine] = []
    with workspace.changing() as firm:
        firm.once.wait_turn()
        for line in lines:
            if line.verdict is not Verdict.LATER:
                checked.append(line)
                continue
            try:
                checked.append(look_up_line(firm, line, workspace.today))
            except TooMany as limit:
                return [*checked, *lines[len(checked) :]], end_of(limit)
    return checked, None


def end_of(limit: TooMany) -> datetime.datetime | None:
    until = limit.values["until"]
    return until if isinstance(until, datetime.datetime) else None


def look_up_line(firm: Firm, line: CheckedLine, today: datetime.date) -> CheckedLine:
    return judged(line, looked_up(firm, recognise(line.typed, today)))


def judged(line: CheckedLine, found: LookUp) -> CheckedLine:
    return dataclasses.replace(
        line,
        verdict=VERDICTS[found.outcome],
        name=found.entry.name if found.entry else "",
        entry_id=found.entry.id if found.entry else 0,
    )


def add_ready(workspace: Workspace, lines: tuple[CheckedLine, ...], *, key: str) -> CheckedList:
    """Add every ready line, all or none, once per key."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        if firm.once.result(key) is None:
            for line in lines:
                if line.verdict is Verdict.READY:
                    add_line(firm, line)
            firm.once.keep(key, "added")
        waits = any(line.verdict is Verdict.LATER for line in lines)
        return CheckedList(tuple(as_added(line) for line in lines), until=room_at(firm) if waits else None)


def room_at(firm: Firm) -> datetime.datetime:
    """When the lines that wait may go on."""
    try:
        require_room(firm)
    except TooMany as limit:
        return end_of(limit) or firm.now
    return firm.now


def add_line(firm: Firm, line: CheckedLine) -> None:
    try:
        client = firm.clients.add(line.entry_id)
    except AlreadyClient:  # a colleague was faster: the client is where it should be
        return
    firm.trail.record(Event.CLIENT_ADDED, entry_id=line.entry_id)
    if line.reference and not client.reference:
        firm.clients.describe(client.id, reference=line.reference, note=client.note, tag_names=client.tags)


def as_added(line: CheckedLine) -> CheckedLine:
    return dataclasses.replace(line, verdict=Verdict.ADDED) if line.verdict is Verdict.READY else line


def sealed(workspace: Workspace, lines: tuple[CheckedLine, ...]) -> str:
    return seal(workspace.store.cipher, lines, user_id=workspace.actor.user_id)


def unsealed(workspace: Workspace, token: object) -> tuple[CheckedLine, ...]:
    return unseal(workspace.store.cipher, token, user_id=workspace.actor.user_id)
