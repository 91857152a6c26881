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

    SCREEN = "client-list"
    SEARCH = "client-list-search"
    ROWS = "client-list-rows"


class Palette(enum.StrEnum):
    """The command palette."""

    FIELD = "palette-field"
    OPTIONS = "palette-options"


class DescribeClient(enum.StrEnum):
    """The firm's own words about a client, in the head of its file."""

    WORDS = "describe-client-words"
    REFERENCE = "describe-client-reference"
    TAGS = "describe-client-tags"
    NOTE = "describe-client-note"
    SAVE = "describe-client-save"
    ANSWER = "describe-client-answer"


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


class CompanyFigures(enum.StrEnum):
    """My company in figures."""


class Contact(enum.StrEnum):
    """People to call."""


class Account(enum.StrEnum):
    """One's own password and language."""


class Team(enum.StrEnum):
    """Colleagues and their accounts."""


class AuditTrail(enum.StrEnum):
    """Who did what, when."""
