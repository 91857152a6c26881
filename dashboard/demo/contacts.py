"""People to call: the clients' own, and those of the institution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from dashboard.data import bulk
from dashboard.data.schema import contacts
from dashboard.demo import names
from dashboard.demo.ground import Ground
from dashboard.demo.population import Known
from dashboard.domain.clients import Service
from dashboard.domain.file import Side
from dashboard.domain.search import fold

ROLES = {
    "fr": {
        Side.CLIENT: ("Direction", "Service du personnel"),
        Side.SECRETARIAT: ("Gestion du dossier", "Service juridique"),
        Side.FUND: ("Service statut social",),
    },
    "nl": {
        Side.CLIENT: ("Directie", "Personeelsdienst"),
        Side.SECRETARIAT: ("Dossierbeheer", "Juridische dienst"),
        Side.FUND: ("Dienst sociaal statuut",),
    },
    "de": {
        Side.CLIENT: ("Geschäftsleitung", "Personalabteilung"),
        Side.SECRETARIAT: ("Sachbearbeitung", "Rechtsdienst"),
        Side.FUND: ("Dienst Sozialstatut",),
    },
}
SIDES = {Service.SECRETARIAT: Side.SECRETARIAT, Service.FUND: Side.FUND}
STAFF = 12
LARGE = 5


def record_contacts(ground: Ground, everybody: Iterable[Known]) -> None:
    rng = ground.random(6)
    staff = {
        (side, language): tuple(names.person_name(language, rng) for _ in range(STAFF))
        for side in SIDES.values()
        for language in ROLES
    }
    rows = (
        {"entry_id": ground.entry_id(known), **row}
        for known in everybody
        for row in (*own_rows(known, rng), *institution_rows(known, staff, rng))
    )
    bulk.add_all(ground.connection, contacts, rows)


def own_rows(known: Known, rng: np.random.Generator) -> Iterator[dict[str, str]]:
    """One person, and a second one where there is staff to look after."""
    roles = ROLES[known.language][Side.CLIENT][: 2 if known.headcount >= LARGE else 1]
    for role in roles:
        called = known.name if known.register_number else names.person_name(known.language, rng)
        host = f"{domain_of(known.name)}.example"
        yield contact_row(Side.CLIENT, called, role=role, host=host, language=known.language, rng=rng)


def institution_rows(
    known: Known, staff: Mapping[tuple[Side, str], tuple[str, ...]], rng: np.random.Generator
) -> Iterator[dict[str, str]]:
    for service in known.services:
        side = SIDES[service]
        role = names.one_of(ROLES[known.language][side], rng)
        called = names.one_of(staff[side, known.language], rng)
        host = f"{side}.example"
        yield contact_row(side, called, role=role, host=host, language=known.language, rng=rng)


def contact_row(
    side: Side, called: str, *, role: str, host: str, language: str, rng: np.random.Generator
) -> dict[str, str]:
    digits = f"{int(rng.integers(10_000)):04d}"
    return {
        "side": side,
        "name": called,
        "role": role,
        # No Belgian subscriber number starts with 0, so that these never ring.
        "phone": f"+32 2 000 {digits[:2]} {digits[2:]}",
        "email": f"{mailbox_of(called)}@{host}",
        "language": language,
    }


def mailbox_of(called: str) -> str:
    return ".".join(fold(called).replace(",", "").split())


def domain_of(name: str) -> str:
    return "".join(sign for sign in fold(name) if sign.isascii() and sign.isalnum())[:40]
