"""What a client's file holds: documents and contacts."""

from __future__ import annotations

import dataclasses
import datetime
import enum

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
