"""Invented documents: small files of the kinds that the two services send."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import hashlib
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from babel.dates import format_date

from dashboard.data import bulk
from dashboard.data.schema import document_reads, documents
from dashboard.demo.ground import Ground
from dashboard.demo.pdf import pdf_of
from dashboard.demo.population import Known
from dashboard.domain.clients import Service
from dashboard.domain.search import fold
from dashboard.i18n import Language, language

UNREAD_DAYS = 45
NOTICE = {
    "fr": "Document inventé pour la démonstration.",
    "nl": "Verzonnen document voor de demonstratie.",
    "de": "Erfundenes Dokument für die Vorführung.",
}
MEDIA = {"pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain"}


class Every(enum.Enum):
    """How often a document comes, in months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


@dataclasses.dataclass(frozen=True)
class Paper:
    """A kind of document, how often it comes and how many are kept."""

    service: Service
    every: Every
    copies: int
    media: str
    types: Mapping[str, str]


PAPERS = (
    Paper(
        Service.SECRETARIAT,
        Every.MONTH,
        2,
        "pdf",
        {"fr": "Fiches de paie", "nl": "Loonbrieven", "de": "Lohnzettel"},
    ),
    Paper(
        Service.SECRETARIAT,
        Every.MONTH,
        1,
        "pdf",
        {"fr": "Facture", "nl": "Factuur", "de": "Rechnung"},
    ),
    Paper(
        Service.SECRETARIAT,
        Every.QUARTER,
        1,
        "csv",
        {"fr": "Journal des salaires", "nl": "Loonjournaal", "de": "Lohnjournal"},
    ),
    Paper(
        Service.SECRETARIAT,
        Every.QUARTER,
        1,
        "pdf",
        {"fr": "Déclaration DmfA", "nl": "DmfA-aangifte", "de": "DmfA-Meldung"},
    ),
    Paper(
        Service.SECRETARIAT,
        Every.YEAR,
        1,
        "pdf",
        {"fr": "Comptes individuels", "nl": "Individuele rekeningen", "de": "Individuelle Konten"},
    ),
    Paper(
        Service.FUND,
        Every.QUARTER,
        3,
        "pdf",
        {"fr": "Avis d’échéance", "nl": "Vervaldagbericht", "de": "Fälligkeitsanzeige"},
    ),
    Paper(
        Service.FUND,
        Every.YEAR,
        1,
        "pdf",
        {"fr": "Attestation fiscale", "nl": "Fiscaal attest", "de": "Steuerbescheinigung"},
    ),
    Paper(
        Service.FUND,
        Every.YEAR,
        1,
        "txt",
        {"fr": "Note de régularisation", "nl": "Regularisatienota", "de": "Berichtigungsvermerk"},
    ),
)


def record_documents(ground: Ground, everybody: Iterable[Known]) -> None:
    rng = ground.random(7)
    rows = (
        document_row(ground, known, paper, back=back, rng=rng)
        for known in everybody
        for paper in PAPERS
        if paper.service in known.services
        for back in range(1, paper.copies + 1)
        if period_of(paper.every, back, today=ground.today)[1] > known.since
    )
    bulk.add_all(ground.connection, documents, rows)


def document_row(
    ground: Ground, known: Known, paper: Paper, *, back: int, rng: np.random.Generator
) -> dict[str, object]:
    first, ended = period_of(paper.every, back, today=ground.today)
    period = spelt(paper.every, first, reader=language(known.language))
    type_ = paper.types[known.language]
    content = content_of(paper, known, type_=type_, period=period, rng=rng)
    return {
        "public_id": rng.bytes(9).hex(),
        "entry_id": ground.entry_id(known),
        "service": paper.service,
        "title": f"{type_} {period}",
        "type": type_,
        "period": period,
        "date": min(ground.today, ended + datetime.timedelta(days=int(rng.integers(3, 20)))),
        "file_name": f"{file_stem(type_)}-{ended:%Y-%m}.{paper.media}",
        "media_type": MEDIA[paper.media],
        "size": len(content),
        "digest": hashlib.sha256(content).hexdigest(),
        "storage_key": ground.store.files.put(content),
    }


def period_of(every: Every, back: int, *, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a period so many periods before today's."""
    months = today.year * 12 + today.month - 1
    start = (months // every.value - back) * every.value
    return month_start(start), month_start(start + every.value) - datetime.timedelta(days=1)


def month_start(months: int) -> datetime.date:
    return datetime.date(months // 12, months % 12 + 1, 1)


def spelt(every: Every, first: datetime.date, *, reader: Language) -> str:
    """A period as people write it."""
    if every is Every.YEAR:
        return str(first.year)
    if every is Every.QUARTER:
        return reader.quarter(first.year, 1 + first.month // Every.QUARTER.value)
    return str(format_date(first, "LLLL y", locale=reader.code))


def content_of(paper: Paper, known: Known, *, type_: str, period: str, rng: np.random.Generator) -> bytes:
    number = known.number.printed if known.number else known.main_number.masked  # type: ignore[union-attr] # masked: a person
    lines = (f"{type_} {period}", known.name, number, NOTICE[known.language])
    if paper.media == "pdf":
        return pdf_of(lines)
    if paper.media == "txt":
        return "\n".join((*lines, "")).encode()
    months = "\n".join(f"{month};{int(rng.integers(200_000, 900_000)) / 100:.2f}" for month in (1, 2, 3))
    return f"{NOTICE[known.language]};\n{type_};{period}\n{months}\n".encode()


def file_stem(type_: str) -> str:
    plain = fold(type_.replace("’", " "))
    return "-".join(plain.replace("-", " ").split())


def record_reading(ground: Ground) -> None:
    """The first firm's people have read what is older than some weeks."""
    newest = ground.today - datetime.timedelta(days=UNREAD_DAYS)
    old = [row.id for row in bulk.document_dates(ground.connection) if row.date < newest]
    users = bulk.users_of(ground.connection, firm_id=ground.firms[0])
    bulk.add_all(ground.connection, document_reads, read_rows(users, old))


def read_rows(users: Iterable[int], old: Iterable[int]) -> Iterator[dict[str, int]]:
    return ({"user_id": user, "document_id": key} for user in users for key in tuple(old))
