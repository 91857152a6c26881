"""What tells a translated text from one that escaped: in the pseudo-language each stands in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import update

from dashboard.data.reference.tables import arrondissements, provinces, regions
from dashboard.data.schema import clients, contacts, documents, entries, firms, requests, tags, users
from dashboard.domain.metrics import MEASURES
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.questions.provinces import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

# What people keep on record is shown as they wrote it.
KEPT = (
    (users, "name"),
    (firms, "name"),
    (entries, "name"),
    (entries, "trade_name"),
    (entries, "municipality_name"),
    (documents, "title"),
    (documents, "type"),
    (documents, "period"),
    (contacts, "name"),
    (contacts, "role"),
    (clients, "note"),
    (requests, "name"),
    (requests, "reason"),
    (tags, "tag"),
)
# Places have their own names in the languages that are spoken there.
# The longest first: the region of Brussels has its arrondissement's name in its own.
PLACES = sorted(
    {
        area.label(code)
        for table in (arrondissements(), provinces(), regions())
        for area in table.values()
        for code in LANGUAGES
    }
    | set(SIGNS.values()),
    key=len,
    reverse=True,
)
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
# What a request or a snapshot is called by, the same in every language.
REFERENCE = re.compile(r"\b(\d{6}-[0-9A-Z]{6}|[2-9A-Z]{4}-[2-9A-Z]{4})\b")
NAMES_OF_LANGUAGES = {language(code).name for code in LANGUAGES}
# A formula is written with the measures of docs/metrics.md, in every language.
MEASURE = re.compile(r"[a-z_]\w*")


def bracket_what_is_kept(connection: Connection) -> None:
    for table, name in KEPT:
        written = table.c[name] != ""
        connection.execute(update(table).where(written).values({name: "⟦" + table.c[name] + "⟧"}))


def escaped(texts: Iterable[str]) -> list[str]:
    """Texts with a word outside brackets that nobody typed."""
    return sorted({text for text in texts if WORD.search(without_brackets(text)) and not is_data(text)})


def without_brackets(text: str) -> str:
    text = REFERENCE.sub("", text)
    for place in PLACES:  # a province is named after a town
        text = text.replace(place, "")
    while (inner := BRACKETED.sub("", text)) != text:
        text = inner
    return text


def is_data(text: str) -> bool:
    return "@" in text or text in NAMES_OF_LANGUAGES or is_formula(text)


def is_formula(text: str) -> bool:
    return bool(set("/+×") & set(text)) and set(MEASURE.findall(text)) <= set(MEASURES)
