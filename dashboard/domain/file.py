"""What a client's file holds: documents and contacts."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import itertools
import re
import unicodedata
from collections.abc import Sequence

from dashboard.domain.clients import Service


@dataclasses.dataclass(frozen=True)
class Document:
    """One document of a client, addressed by a random id."""

    id: str
    service: Service
    title: str
    type: str
    period: str
    date: datetime.date
    file_name: str
    media_type: str
    size: int
    storage_key: str
    unread: bool


class Side(enum.StrEnum):
    """Whose person a contact is."""

    CLIENT = "client"
    SECRETARIAT = "secretariat"
    FUND = "fund"


@dataclasses.dataclass(frozen=True)
class Contact:
    """A person to call: the client's own, or the institution's for this client."""

    id: int
    side: Side
    name: str
    role: str
    phone: str
    email: str
    language: str


# What may be filed: the ending, what it is served as, and how its bytes begin ("" for text).
MEDIA_TYPES = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".csv": ("text/csv", b""),
    ".txt": ("text/plain", b""),
    ".xml": ("application/xml", b""),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ".zip": ("application/zip", b"PK\x03\x04"),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
}
UNKNOWN_TYPE = "application/octet-stream"
LONGEST_FILE_NAME = 100
SEPARATORS = re.compile(r'[\\/:*?"<>|]+')
LONG_NUMBER = re.compile(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- ]?\d{3}[. ]?\d{2}(?!\d)")


def served_type(media_type: str) -> str:
    """The type of a download: one of ours, or bytes that a browser only saves."""
    known = {known for known, _ in MEDIA_TYPES.values()}
    return media_type if media_type in known else UNKNOWN_TYPE


def safe_file_name(name: str) -> str:
    """One file name that every system can keep: no path, no control sign, no hidden file."""
    printable = "".join(
        " " if unicodedata.category(sign)[0] in "CZ" else sign for sign in unicodedata.normalize("NFC", name)
    )
    plain = " ".join(SEPARATORS.sub(" ", printable).split()).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > len(".docx"):
        return plain[:LONGEST_FILE_NAME] or "document"
    return f"{stem[:LONGEST_FILE_NAME].strip()}.{ending}"


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The same names, with (2), (3) … where one stood before, in any case of letters."""
    seen: set[str] = set()
    result = []
    for name in names:
        stem, dot, ending = name.rpartition(".")
        numbered = (f"{stem} ({n}).{ending}" if dot else f"{name} ({n})" for n in itertools.count(2))
        free = next(one for one in itertools.chain((name,), numbered) if one.casefold() not in seen)
        seen.add(free.casefold())
        result.append(free)
    return tuple(result)


def has_register_number(text: str) -> bool:
    """True where eleven digits could be a person's number: no title or file name shows one."""
    return LONG_NUMBER.search(text) is not None
