"""Whom to call about a client: its own people, and people of the institution."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from urllib.parse import quote

from babel import Locale

from dashboard.domain.file import Contact, Side
from dashboard.domain.vcard import telephone
from dashboard.i18n import N_, Language
from dashboard.viewmodels.client_file import ClientFile, client_file
from dashboard.workspace import Workspace

TITLES = {
    Side.CLIENT: N_("At the client"),
    Side.SECRETARIAT: N_("At the social secretariat"),
    Side.FUND: N_("At the social insurance fund"),
}


@dataclasses.dataclass(frozen=True)
class Person:
    """One person, with the addresses that dial and write."""

    id: int
    name: str
    role: str
    language: str
    phone: str
    dials: str
    email: str
    writes: str
    vcard: str


@dataclasses.dataclass(frozen=True)
class People:
    """The people of one side."""

    title: str
    people: tuple[Person, ...]


@dataclasses.dataclass(frozen=True)
class ContactTab:
    """The tab: nobody while a mandate is awaited; no address where nobody can be told of an error."""

    head: ClientFile
    sides: tuple[People, ...]
    reports_to: str


def contact_tab(workspace: Workspace, client_id: str) -> ContactTab:
    head = client_file(workspace, client_id, tab="contact")
    if not head.client.is_active:
        return ContactTab(head, (), "")
    with workspace.reading() as firm:
        contacts = firm.contacts.of(head.client)
    open_sides = {Side.CLIENT, *(Side(service) for service in head.client.mandates)}
    reader = workspace.language
    return ContactTab(
        head,
        tuple(people_of(side, contacts, client_id, reader) for side in Side if side in open_sides),
        report_address(contacts, head, reader),
    )


def people_of(side: Side, contacts: Sequence[Contact], client_id: str, reader: Language) -> People:
    people = (person_of(one, client_id, reader) for one in contacts if one.side is side)
    return People(reader.text(TITLES[side]), tuple(people))


def person_of(contact: Contact, client_id: str, reader: Language) -> Person:
    return Person(
        id=contact.id,
        name=contact.name,
        role=contact.role,
        language=language_name(contact.language, reader),
        phone=contact.phone,
        dials=telephone(contact.phone),
        email=contact.email,
        writes=mail_address(contact.email),
        vcard=f"/clients/{client_id}/contacts/{contact.id}.vcf",
    )


def language_name(code: str, reader: Language) -> str:
    """The language a person speaks, named in the reader's language."""
    names = Locale.parse(reader.tag, sep="-").languages
    return reader.text("Speaks {language}", language=names.get(code, code))


def mail_address(email: str, *, subject: str = "") -> str:
    if "@" not in email:
        return ""
    return f"mailto:{quote(email, safe='@')}" + (f"?subject={quote(subject)}" if subject else "")


def report_address(contacts: Sequence[Contact], head: ClientFile, reader: Language) -> str:
    """A letter to the first person of the institution who has an e-mail address."""
    subject = reader.text("Error in the file of {client}", client=head.name)
    letters = (mail_address(one.email, subject=subject) for one in contacts if one.side is not Side.CLIENT)
    return next((letter for letter in letters if letter), "")
