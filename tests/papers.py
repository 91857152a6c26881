"""Documents and contacts for the cast's clients."""

from __future__ import annotations

import datetime

from sqlalchemy import insert

from dashboard.data.database import writing
from dashboard.data.files import file_document
from dashboard.data.schema import contacts
from dashboard.domain.clients import Service
from dashboard.domain.file import Side
from tests.cast import Cast

BAKERY, GARAGE, PERSON, COMPANY = (
    "Boulangerie Noël SRL",
    "Garage Peeters BV",
    "Dupuis, Anne",
    "Straßenbau Weiß GmbH",
)
PDF = b"%PDF-1.7 invented"
MARCH = datetime.date(2026, 3, 31)


def file_paper(
    cast: Cast, owner: str = BAKERY, *, title: str = "Payslips of March", **values: object
) -> None:
    given = {
        "service": Service.SECRETARIAT,
        "type": "Payslip",
        "period": "March 2026",
        "date": MARCH,
        "file_name": f"{title}.pdf",
        "media_type": "application/pdf",
        "content": PDF + title.encode(),
    }
    with writing(cast.store.engine) as connection:
        file_document(
            connection,
            entry_id=cast.entries[owner],
            title=title,
            store=cast.store.files,
            **(given | values),
        )


def know_person(cast: Cast, owner: str = BAKERY, *, side: Side = Side.SECRETARIAT, **values: str) -> None:
    given = {
        "name": "Janssens, Tom",
        "role": "Payroll adviser",
        "phone": "+32 (0)81 00 00 02",
        "email": "tom@secretariat.example",
        "language": "nl",
    }
    with writing(cast.store.engine) as connection:
        connection.execute(
            insert(contacts).values(entry_id=cast.entries[owner], side=side, **(given | values))
        )


def paper_ids(cast: Cast, email: str, owner: str = BAKERY) -> tuple[str, ...]:
    with cast.store.reading(cast.actor(email)) as firm:
        return tuple(document.id for document in firm.documents.of(cast.client(email, owner)))


def person_id(cast: Cast, email: str, owner: str = BAKERY) -> int:
    with cast.store.reading(cast.actor(email)) as firm:
        return firm.contacts.of(cast.client(email, owner))[0].id
