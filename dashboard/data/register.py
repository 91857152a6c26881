"""The register: persons and enterprises that the institution knows, and their affiliations."""

from __future__ import annotations

import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Date, Row, and_, bindparam, insert, or_, select

from dashboard.data.cipher import NumberCipher
from dashboard.data.schema import affiliations, entries
from dashboard.domain.clients import Affiliation, Entry, Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.errors import NotFound

PLACE = "entries.register_cipher"


def running(
    table: Any,  # noqa: ANN401 - any table with both dates
    today: datetime.date | ColumnElement[datetime.date],
) -> ColumnElement[bool]:
    return and_(table.c.since <= today, or_(table.c.until.is_(None), table.c.until >= today))


def affiliated(service: Service, today: datetime.date | ColumnElement[datetime.date]) -> ColumnElement[bool]:
    """True for an entry whose affiliation with the service runs today."""
    return (
        select(affiliations.c.id)
        .where(
            affiliations.c.entry_id == entries.c.id,
            affiliations.c.service == service,
            running(affiliations, today),
        )
        .exists()
    )


ENTRY = select(entries).where(entries.c.id == bindparam("entry"))
AFFILIATIONS = (
    select(affiliations)
    .where(
        affiliations.c.entry_id == bindparam("entry"), running(affiliations, bindparam("today", type_=Date))
    )
    .order_by(affiliations.c.service.desc())
)


class Register:
    """Looks entries up by number or id; the same answer for every firm."""

    def __init__(self, connection: Connection, *, cipher: NumberCipher, today: datetime.date) -> None:
        self._connection = connection
        self._cipher = cipher
        self._today = today

    def entry(self, entry_id: int) -> Entry:
        row = self._connection.execute(ENTRY, {"entry": entry_id}).one_or_none()
        if row is None:
            raise NotFound
        return self._entry(row)

    def by_number(self, number: CompanyNumber | RegisterNumber) -> Entry | None:
        if isinstance(number, CompanyNumber):
            wanted = entries.c.enterprise_number == number.digits
        else:
            wanted = entries.c.register_index == self._cipher.index(number.digits)
        row = self._connection.execute(select(entries).where(wanted)).one_or_none()
        return self._entry(row) if row else None

    def add(self, values: dict[str, object], *, register_number: RegisterNumber | None = None) -> int:
        """Make an entry known; a register number is kept encrypted, beside a keyed index."""
        if register_number is not None:
            values = values | sealed(self._cipher, register_number, place=PLACE)
        added = self._connection.execute(insert(entries).values(**values).returning(entries.c.id))
        return int(added.scalar_one())

    def affiliate(self, entry_id: int, affiliation: Affiliation) -> None:
        self._connection.execute(
            insert(affiliations).values(
                entry_id=entry_id,
                service=affiliation.service,
                since=affiliation.since,
                until=affiliation.until,
                file_number=affiliation.file_number,
            )
        )

    def _entry(self, row: Row[Any]) -> Entry:
        return Entry(
            id=row.id,
            name=row.name,
            trade_name=row.trade_name,
            enterprise_number=row.enterprise_number,
            register_masked=row.register_masked,
            kind=Kind(row.kind),
            nace_version=row.nace_version,
            nace_code=row.nace_code,
            municipality=row.municipality_name,
            postal_code=row.postal_code,
            language=row.language,
            affiliations=self._affiliations(row.id),
            fte=row.fte,
        )

    def _affiliations(self, entry_id: int) -> tuple[Affiliation, ...]:
        asking = {"entry": entry_id, "today": self._today}
        return tuple(
            Affiliation(Service(row.service), row.since, row.until, row.file_number)
            for row in self._connection.execute(AFFILIATIONS, asking)
        )


def sealed(cipher: NumberCipher, number: RegisterNumber, *, place: str) -> dict[str, object]:
    return {
        "register_index": cipher.index(number.digits),
        "register_cipher": cipher.encrypt(number.digits, place=place),
        "register_masked": number.masked,
    }
