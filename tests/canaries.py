"""Marks in each firm's data that nobody else may ever receive."""

from __future__ import annotations

import dataclasses
import datetime

from sqlalchemy import insert, select, update

from dashboard.data.database import reading, writing
from dashboard.data.files import file_document
from dashboard.data.meetings import agreements, talking_points
from dashboard.data.personal_tags import personal_tags
from dashboard.data.presentations import presentations
from dashboard.data.saved_filters import saved_filters
from dashboard.data.schema import clients, contacts, documents, entries, mandates, requests, tags, users
from dashboard.domain.agreements import Agreement
from dashboard.domain.clients import Service
from dashboard.domain.list_question import ListQuestion
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Choices, Theme
from dashboard.domain.requests import RequestAction
from tests.cast import BETA_EDITOR, EDITOR, Cast, number_of

BAKERY, GARAGE = "Boulangerie Noël SRL", "Garage Peeters BV"
# Beyond the few ids of the cast, so that a foreign key is never by chance one's own of another kind.
CONTACT_IDS = 7000
NEVER = datetime.date(2030, 1, 1)
CHOICES = Choices(
    ("conversation",), "fr", Comparison.SECTOR, "", Theme.LIGHT, names_hidden=True, letter_keys=True
)
OWNERS = {"Alpha": (EDITOR, BAKERY), "Beta": (BETA_EDITOR, GARAGE)}


@dataclasses.dataclass(frozen=True)
class Marked:
    """One firm's client: its keys to try, what must not leak to others, and what a mandate opens."""

    client: str
    keys: tuple[str | int, ...]
    marks: tuple[str, ...]
    behind_mandate: tuple[str, ...]


def mark(cast: Cast) -> dict[str, Marked]:
    return {firm: mark_firm(cast, firm) for firm in OWNERS}


def mark_firm(cast: Cast, firm: str) -> Marked:
    email, name = OWNERS[firm]
    entry_id, word = cast.entries[name], f"canary{firm.lower()}"
    place_marks(cast, entry_id, word)
    with cast.store.changing(cast.actor(email)) as work:
        client = work.clients.of_entry(entry_id)
        work.clients.describe(
            client.id, reference=f"{word}ref", note=f"{word}note", tag_names=(f"{word}tag",)
        )
        sent = work.requests.send(
            number_of("Only Known SRL"),
            action=RequestAction.AFFILIATE,
            service=Service.FUND,
            name=f"{word}request",
            effective=datetime.date(2027, 1, 1),
            contact=f"{word}@request.example",
        )
        document = work.documents.of(work.clients.one(client.id))[0]
        contact = work.contacts.of(client)[0]
        saved = work.saved_filters.save(f"{word}filter", ListQuestion(query=f"{word}query"))
        work.saved_filters.share(saved.id, on=True)
        met = hold_meeting(work, client.id, word)
        work.personal_tags.add(work.selections.of([client.id]), [f"{word}own"])
    number = number_of(name)
    behind = (number.digits, number.printed, f"{word}place", f"{word}doc", f"{word}contact", "73914")
    words = ("ref", "note", "tag", "request", "filter", "query", "own", "point", "decision")
    own = (name.split()[0], sent.reference, *(word + one for one in words))
    keys = (client.id, document.id, sent.reference, contact.id, saved.id, *met)
    keys = (*keys, cast.actor(email).user_id)
    return Marked(client.id, keys, (*own, *behind, word, f"@{firm.lower()}.example"), (*behind, word))


def hold_meeting(work, client: str, word: str) -> tuple[str, str]:
    """The ids of a prepared presentation and of an agreement."""
    work.meetings.keep_points(client, f"{word}point")
    work.meetings.agree(client, Agreement("", NEVER, f"{word}decision", due=NEVER))
    return work.presentations.keep(client, CHOICES), work.meetings.agreed(client)[0].id


def place_marks(cast: Cast, entry_id: int, word: str) -> None:
    with writing(cast.store.engine) as connection:
        connection.execute(
            update(entries)
            .where(entries.c.id == entry_id)
            .values(municipality_name=f"{word}place", fte=73914.5)
        )
        connection.execute(
            insert(contacts).values(
                id=CONTACT_IDS + entry_id,
                entry_id=entry_id,
                side="client",
                name=f"{word}contact",
                role=f"{word}role",
            )
        )
        file_document(
            connection,
            entry_id=entry_id,
            content=f"{word}bytes".encode(),
            store=cast.store.files,
            service=Service.SECRETARIAT,
            title=f"{word}doc",
            type="payslip",
            period="2026",
            date=datetime.date(2026, 1, 1),
            file_name=f"{word}doc.pdf",
            media_type="application/pdf",
        )


def kept(cast: Cast, firm: str) -> list[tuple[object, ...]]:
    """Everything that belongs to one firm, to see that nobody else changed it."""
    firm_id = cast.firms[firm]
    own = select(clients.c.id).where(clients.c.firm_id == firm_id)
    questions = [
        select(table).where(table.c.firm_id == firm_id)
        for table in (clients, users, mandates, requests, saved_filters)
    ]
    belonging = (tags, personal_tags, presentations, agreements, talking_points)
    questions += [select(table).where(table.c.client_id.in_(own)) for table in belonging]
    questions += [select(documents), select(contacts)]
    with reading(cast.store.engine) as connection:
        return [tuple(row) for question in questions for row in connection.execute(question)]
