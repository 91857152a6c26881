"""Filings of annual accounts, kept as whole numbers of hundredths."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String, Table, delete, insert, select

from dashboard.data.metadata import metadata
from dashboard.domain.accounts import Filing, Year
from dashboard.domain.identifiers import CompanyNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Row

HUNDREDTHS = 100

filings = Table(
    "filings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("company_number", String(10), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("model", String(8), nullable=False),
    Column("language", String(2), nullable=False),
)

filing_values = Table(
    "filing_values",
    metadata,
    Column("filing_id", ForeignKey("filings.id", ondelete="CASCADE"), primary_key=True),
    Column("year", String(8), primary_key=True),
    Column("code", String(24), primary_key=True),
    Column("hundredths", BigInteger, nullable=False),
)


class Outcome(StrEnum):
    """What saving a filing did."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def save(connection: Connection, filing: Filing) -> Outcome:
    """Keep a filing under its reference; the caller's transaction covers one file."""
    kept = filings_where(connection, filings.c.reference == filing.reference)
    if kept == (filing,):
        return Outcome.UNCHANGED
    if kept:
        forget(connection, filing.reference)
    add(connection, filing)
    return Outcome.REPLACED if kept else Outcome.ADDED


def filings_of(connection: Connection, company_number: CompanyNumber) -> tuple[Filing, ...]:
    """One company's filings, the newest period first and of one period the latest filed first."""
    return filings_where(connection, filings.c.company_number == company_number.digits)


def filings_where(connection: Connection, condition: Any) -> tuple[Filing, ...]:  # noqa: ANN401 - any expression
    question = select(filings).where(condition).order_by(filings.c.ends.desc(), filings.c.reference.desc())
    rows = connection.execute(question).all()
    values = values_of(connection, [row.id for row in rows])
    return tuple(filing_of(row, values) for row in rows)


def values_of(
    connection: Connection, filing_ids: Iterable[int]
) -> Mapping[tuple[int, str], Mapping[str, Decimal]]:
    question = select(filing_values).where(filing_values.c.filing_id.in_(filing_ids))
    found: defaultdict[tuple[int, str], dict[str, Decimal]] = defaultdict(dict)
    for row in connection.execute(question):
        found[row.filing_id, row.year][row.code] = Decimal(row.hundredths) / HUNDREDTHS
    return found


def filing_of(row: Row[Any], values: Mapping[tuple[int, str], Mapping[str, Decimal]]) -> Filing:
    return Filing(
        reference=row.reference,
        company=CompanyNumber(row.company_number),
        name=row.name,
        starts=row.starts,
        ends=row.ends,
        model=row.model,
        language=row.language,
        values=MappingProxyType(values[row.id, Year.THIS]),
        previous_values=MappingProxyType(values[row.id, Year.PREVIOUS]),
    )


def forget(connection: Connection, reference: str) -> None:
    filing_id = select(filings.c.id).where(filings.c.reference == reference).scalar_subquery()
    connection.execute(delete(filing_values).where(filing_values.c.filing_id == filing_id))
    connection.execute(delete(filings).where(filings.c.reference == reference))


def add(connection: Connection, filing: Filing) -> None:
    question = (
        insert(filings)
        .values(
            reference=filing.reference,
            company_number=filing.company.digits,
            name=filing.name,
            starts=filing.starts,
            ends=filing.ends,
            model=filing.model,
            language=filing.language,
        )
        .returning(filings.c.id)
    )
    rows = list(value_rows(filing, filing_id=connection.execute(question).scalar_one()))
    if rows:
        connection.execute(insert(filing_values), rows)


def value_rows(filing: Filing, *, filing_id: int) -> Iterator[dict[str, object]]:
    for year in Year:
        for code, value in filing.of(year).items():
            hundredths = int(value * HUNDREDTHS)
            yield {"filing_id": filing_id, "year": year, "code": code, "hundredths": hundredths}
