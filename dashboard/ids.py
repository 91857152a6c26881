"""Every component id, a class per screen; functions make the ids that repeat."""

from __future__ import annotations

import enum


class Frame(enum.StrEnum):
    """What is around every page."""

    ADDRESS = "address"
    PAGE = "page"
    MESSAGE = "message"
    SHORTCUTS = "shortcuts"
    PALETTE = "palette"


class ClientList(enum.StrEnum):
    """The client list."""

    SEARCH = "client-list-search"
    ROWS = "client-list-rows"


class AddClient(enum.StrEnum):
    """The dialog that adds a client by number."""

    DIALOG = "add-client"


class RemoveClient(enum.StrEnum):
    """The dialog that removes a client, and the banner that undoes it."""

    DIALOG = "remove-client"


class ImportClients(enum.StrEnum):
    """Several clients at once."""


class Requests(enum.StrEnum):
    """Requests to affiliate or transfer."""


class Applications(enum.StrEnum):
    """The applications of a client."""


class Documents(enum.StrEnum):
    """The documents of a client."""

    SEARCH = "documents-search"
    YEAR = "documents-year"
    TYPE = "documents-type"
    COUNT = "documents-count"


def document_box(document_id: str) -> str:
    """The box that selects one document."""
    return f"document-{document_id}"


class CompanyFigures(enum.StrEnum):
    """My company in figures."""

    PERIOD = "figures-period"
    COMPARISON = "figures-comparison"
    BODY = "figures-body"


class Contact(enum.StrEnum):
    """People to call."""


class Account(enum.StrEnum):
    """One's own password and language."""


class Team(enum.StrEnum):
    """Colleagues and their accounts."""


class AuditTrail(enum.StrEnum):
    """Who did what, when."""
