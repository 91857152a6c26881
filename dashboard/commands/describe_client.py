"""Write down the firm's own words about a client: reference, note, tags and the person in charge."""

from __future__ import annotations

import datetime
import re

from dashboard.data.trail import LARGEST_ID, Event
from dashboard.domain.clients import Client
from dashboard.domain.identifiers import RegisterNumber
from dashboard.domain.list_question import count_of
from dashboard.errors import Incomplete, InvalidIdentifier
from dashboard.workspace import Workspace

LONGEST_REFERENCE = 60
LONGEST_NOTE = 4000
LONGEST_TAG = 40
MOST_TAGS = 20
ELEVEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-/]?\d){10}(?!\d)")


def describe_client(
    workspace: Workspace, client_id: str, *, reference: str, note: str, tags: str, in_charge: str = ""
) -> Client:
    words = (" ".join(reference.split()), note.strip(), tag_names(tags))
    refuse_long(*words)
    refuse_register_numbers(workspace, reference=reference, tags=tags, note=note)
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        firm.clients.put_in_charge(client.id, colleague_of(in_charge))
        described = firm.clients.describe(client.id, reference=words[0], note=words[1], tag_names=words[2])
        firm.trail.record(Event.CLIENT_DESCRIBED, entry_id=client.entry.id)
    return described


def colleague_of(chosen: str) -> int | None:
    """Nobody, or the colleague of this number."""
    if not chosen:
        return None
    return count_of(chosen, least=0, most=LARGEST_ID)


def tag_names(text: str) -> tuple[str, ...]:
    """Tags as typed, between commas; the same word twice is one tag."""
    typed = (" ".join(tag.split()) for tag in text.split(","))
    return tuple(dict.fromkeys(tag for tag in typed if tag))


def refuse_long(reference: str, note: str, tags: tuple[str, ...]) -> None:
    if len(reference) > LONGEST_REFERENCE:
        raise Incomplete("A reference has {n} characters at most.", field="reference", n=LONGEST_REFERENCE)
    if len(note) > LONGEST_NOTE:
        raise Incomplete("A note has {n} characters at most.", field="note", n=LONGEST_NOTE)
    if len(tags) > MOST_TAGS:
        raise Incomplete("A client has {n} tags at most.", field="tags", n=MOST_TAGS)
    if any(len(tag) > LONGEST_TAG for tag in tags):
        raise Incomplete("A tag has {n} characters at most.", field="tags", n=LONGEST_TAG)


def refuse_register_numbers(workspace: Workspace, **typed: str) -> None:
    for field, text in typed.items():
        if holds_register_number(text, workspace.today):
            raise Incomplete("Leave national register numbers out of this field.", field=field)


def holds_register_number(text: str, today: datetime.date) -> bool:
    """The firm's words are kept and searched as they are; a register number may not be."""
    return any(is_register_number(found.group(), today) for found in ELEVEN_DIGITS.finditer(text))


def is_register_number(text: str, today: datetime.date) -> bool:
    try:
        RegisterNumber.parse(text, today=today)
    except InvalidIdentifier:
        return False
    return True
