"""Checking a list of numbers, completing it line by line, and adding the ones that are ready."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Iterator

from dashboard.commands.look_up import looked_up
from dashboard.data.imports.client_numbers import read_client_numbers
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, masked_if_long, recognise
from dashboard.domain.keys import new_key
from dashboard.domain.look_up import LookUp, Outcome
from dashboard.domain.number_list import (
    LONGEST_NUMBER,
    MOST_LINES,
    TO_CORRECT,
    CheckedLine,
    CheckedList,
    GivenLine,
    Verdict,
)
from dashboard.errors import AlreadyClient, BadRequest, Incomplete, InvalidIdentifier, TooMany
from dashboard.workspace import Workspace

# A writer keeps the others waiting: a long list takes several turns.
LINES_PER_TURN = 100
VERDICTS = {
    Outcome.KNOWN: Verdict.READY,
    Outcome.LISTED: Verdict.LISTED,
    Outcome.UNKNOWN: Verdict.UNKNOWN,
}
Number = CompanyNumber | RegisterNumber


@dataclasses.dataclass(frozen=True)
class Added:
    """How many clients an order added, and what is left of the list; None once nothing is."""

    count: int
    checked: CheckedList | None


def check_list(workspace: Workspace, given: tuple[GivenLine, ...]) -> CheckedList:
    """A verdict for each line; numbers with wrong check digits are no look-ups.

    The list is kept before the first look-up, so that nothing that was counted is lost.
    """
    workspace.actor.require(Permission.EDIT_CLIENTS)
    if not given:
        raise Incomplete("Paste at least one number, or choose a file", field="text")
    if len(given) > MOST_LINES:
        raise Incomplete("A list may hold 2,000 lines. Split it and try again.", field="text")
    read = [read_line(line, workspace.today) for line in given]
    checked = CheckedList(tuple(without_twins(read)), key=new_key())
    with workspace.changing() as firm:
        firm.pasted_lists.keep(checked)
    return look_up_waiting(workspace, checked.key)


def check_file(workspace: Workspace, content: bytes) -> CheckedList:
    return check_list(workspace, read_client_numbers(content))


def go_on(workspace: Workspace, list_key: str) -> CheckedList:
    """Check the lines that waited for the look-up limit."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    return look_up_waiting(workspace, list_key)


def unfinished_list(workspace: Workspace) -> CheckedList | None:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.reading() as firm:
        return firm.pasted_lists.mine()


def list_of(workspace: Workspace, list_key: str) -> CheckedList:
    """The unfinished list, as long as no other took its place."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.reading() as firm:
        return firm.pasted_lists.one(list_key)


def read_line(line: GivenLine, today: datetime.date) -> CheckedLine:
    read = CheckedLine(line.position, line.typed, line.reference, Verdict.LATER)
    try:
        number = recognise(line.typed, today)
    except InvalidIdentifier as wrong:
        digits = int(str(wrong.values.get("n", 0)))
        return dataclasses.replace(
            read,
            verdict=Verdict.WRONG,
            shown=masked_if_long(line.typed),
            reason=wrong.sentence,
            typed_digits=digits,
        )
    return dataclasses.replace(read, typed=number.digits, shown=shown(number))


def shown(number: Number) -> str:
    return number.printed if isinstance(number, CompanyNumber) else number.masked


def without_twins(lines: list[CheckedLine]) -> Iterator[CheckedLine]:
    first: dict[str, int] = {}
    for line in lines:
        twin = first.setdefault(line.typed, line.position)
        is_twin = line.verdict is Verdict.LATER and twin != line.position
        yield as_twin(line, of=twin) if is_twin else line


def as_twin(line: CheckedLine, *, of: int) -> CheckedLine:
    return dataclasses.replace(line, verdict=Verdict.TWICE, twin=of)


def look_up_waiting(workspace: Workspace, list_key: str) -> CheckedList:
    checked = look_up_turn(workspace, list_key)
    while checked.until is None and checked.of(Verdict.LATER):
        checked = look_up_turn(workspace, list_key)
    return checked


def look_up_turn(workspace: Workspace, list_key: str) -> CheckedList:
    """Look up in one transaction until the limit; the lines after it stay as they are."""
    with workspace.changing() as firm:
        firm.once.wait_turn()
        checked = firm.pasted_lists.one(list_key)
        for line in checked.of(Verdict.LATER)[:LINES_PER_TURN]:
            looked, until = look_up_line(firm, line, workspace.today)
            checked = dataclasses.replace(checked.with_line(looked), until=until)
            if until is not None:
                break
        return settled(firm, checked)


def look_up_line(
    firm: Firm, line: CheckedLine, today: datetime.date
) -> tuple[CheckedLine, datetime.datetime | None]:
    """The line with its verdict; or as it was, and when it may be tried again."""
    number = recognise(line.typed, today)
    try:
        return judged(line, number, looked_up(firm, number)), None
    except TooMany as limit:
        return line, limit.until


def judged(line: CheckedLine, number: Number, found: LookUp) -> CheckedLine:
    """An enterprise that holds both affiliations waits for a choice; with one of them it is evident."""
    services = services_of(number, found)
    is_open = found.outcome is Outcome.KNOWN and len(services) > 1
    return dataclasses.replace(
        line,
        verdict=Verdict.TO_CHOOSE if is_open else VERDICTS[found.outcome],
        name=found.entry.name if found.entry else "",
        entry_id=found.entry.id if found.entry else 0,
        services=services,
        choice=services[0] if len(services) == 1 else None,
    )


def services_of(number: Number, found: LookUp) -> tuple[Service, ...]:
    if found.entry is None or isinstance(number, RegisterNumber):
        return ()
    return tuple(service for service in Service if found.entry.affiliated_with(service))


def settled(firm: Firm, checked: CheckedList) -> CheckedList:
    """Keep the list for its person until nothing is left to do with it."""
    if checked.is_finished:
        firm.pasted_lists.drop()
    else:
        firm.pasted_lists.keep(checked)
    return checked


def correct_line(workspace: Workspace, list_key: str, position: int, *, typed: str) -> CheckedList:
    """Put another number in a wrong line, and check this line alone."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        checked = firm.pasted_lists.one(list_key)
        wrong = checked.line(position)
        if wrong.verdict not in TO_CORRECT:
            return checked
        given = GivenLine(position, typed[:LONGEST_NUMBER].strip(), wrong.reference)
        line = read_line(given, workspace.today)
        twin = twin_in(checked, line)
        if twin is not None:
            return settled(firm, checked.with_line(as_twin(line, of=twin.position)))
        until = checked.until
        if line.verdict is Verdict.LATER:
            line, limit = look_up_line(firm, line, workspace.today)
            until = limit or until
        return settled(firm, dataclasses.replace(checked.with_line(line), until=until))


def twin_in(checked: CheckedList, line: CheckedLine) -> CheckedLine | None:
    same = (one for one in checked.lines if one.typed == line.typed and one.position != line.position)
    return next((one for one in same if one.verdict not in TO_CORRECT), None)


def choose_service(workspace: Workspace, list_key: str, position: int, service: Service) -> CheckedList:
    """Say how an enterprise of the list is affiliated; the one that it does not hold is allowed, and said."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        checked = firm.pasted_lists.one(list_key)
        line = checked.line(position)
        if not line.services:
            raise BadRequest
        if line.verdict not in {Verdict.TO_CHOOSE, Verdict.READY}:
            return checked
        chosen = dataclasses.replace(line, verdict=Verdict.READY, choice=service)
        return settled(firm, checked.with_line(chosen))


def leave_out(workspace: Workspace, list_key: str, positions: Collection[int]) -> CheckedList:
    """Remember the ready lines whose box is not ticked."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        return settled(firm, without(firm.pasted_lists.one(list_key), positions))


def without(checked: CheckedList, positions: Collection[int]) -> CheckedList:
    left_out = set(positions)
    lines = (dataclasses.replace(line, left_out=line.position in left_out) for line in checked.lines)
    return dataclasses.replace(checked, lines=tuple(lines))


def add_ready(workspace: Workspace, list_key: str, positions: Collection[int], *, key: str) -> Added:
    """Add every ready line but the ones left out, all or none, once per key."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.once.wait_turn()
        done = firm.once.result(key)
        if done is not None:
            return Added(int(done), firm.pasted_lists.mine())
        checked = without(firm.pasted_lists.one(list_key), positions)
        added = sum(add_line(firm, line) for line in checked.lines if line.will_be_added)
        firm.once.keep(key, str(added))
        lines = tuple(as_added(line) for line in checked.lines)
        return Added(added, settled(firm, dataclasses.replace(checked, lines=lines)))


def add_line(firm: Firm, line: CheckedLine) -> bool:
    try:
        client = firm.clients.add(line.entry_id)
    except AlreadyClient:  # a colleague was faster: the client is where it should be
        return False
    firm.trail.record(Event.CLIENT_ADDED, entry_id=line.entry_id)
    if line.reference and not client.reference:
        firm.clients.describe(client.id, reference=line.reference, note=client.note, tag_names=client.tags)
    return True


def as_added(line: CheckedLine) -> CheckedLine:
    return dataclasses.replace(line, verdict=Verdict.ADDED) if line.will_be_added else line


def discard_list(workspace: Workspace, list_key: str) -> None:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        firm.pasted_lists.one(list_key)
        firm.pasted_lists.drop()
