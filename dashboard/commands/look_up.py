"""Asking the register for a number: counted, audited, and blind to every other firm."""

from __future__ import annotations

import datetime

from dashboard.data.limits import LOOK_UP, LOOK_UP_FIRM, Limit
from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.clients import Client, Entry
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise
from dashboard.domain.look_up import LookUp, Outcome
from dashboard.errors import InvalidIdentifier
from dashboard.workspace import Workspace

NOBODY = -1
# Found numbers are written down like unknown ones, so that both answers do the same work.
FOUND = Limit("found", 0, datetime.timedelta(hours=1))
FOUND_FIRM = Limit("found by firm", 0, datetime.timedelta(days=1))


def look_up(workspace: Workspace, number: CompanyNumber | RegisterNumber) -> LookUp:
    with workspace.changing() as firm:
        firm.once.wait_turn()
        return looked_up(firm, number)


def look_up_searched(workspace: Workspace, query: str) -> None:
    """Count a register number that is searched for: numbers cannot be guessed in one's own list either."""
    try:
        number = recognise(query, workspace.today)
    except InvalidIdentifier:
        return
    if isinstance(number, RegisterNumber):
        look_up(workspace, number)


def looked_up(firm: Firm, number: CompanyNumber | RegisterNumber) -> LookUp:
    """Look up in a transaction that must commit: a rolled-back failure would not count."""
    require_room(firm)
    entry = firm.register.by_number(number)
    client = firm.clients.of_entry(entry.id if entry else NOBODY)
    outcome = outcome_of(entry, client)
    known = None if outcome is Outcome.UNKNOWN else entry
    count(firm, outcome)
    kind = "enterprise number" if isinstance(number, CompanyNumber) else "register number"
    firm.trail.record(
        Event.LOOKED_UP, entry_id=known.id if known else None, detail=f"{kind}: {outcome.value}"
    )
    return LookUp(number, outcome, known, client)


def outcome_of(entry: Entry | None, client: Client | None) -> Outcome:
    if client is not None:
        return Outcome.LISTED
    return Outcome.KNOWN if entry is not None and entry.affiliations else Outcome.UNKNOWN


def require_room(firm: Firm) -> None:
    firm.limits.require(LOOK_UP, str(firm.actor.user_id))
    firm.limits.require(LOOK_UP_FIRM, str(firm.actor.firm_id))


def count(firm: Firm, outcome: Outcome) -> None:
    failed = outcome is Outcome.UNKNOWN
    firm.limits.count(LOOK_UP if failed else FOUND, str(firm.actor.user_id))
    firm.limits.count(LOOK_UP_FIRM if failed else FOUND_FIRM, str(firm.actor.firm_id))
