"""Every component id, a class per screen; functions make the ids that repeat."""

from __future__ import annotations

import enum
from typing import Any


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


class CompanyFigures(enum.StrEnum):
    """My company in figures."""


class Contact(enum.StrEnum):
    """People to call."""


class Account(enum.StrEnum):
    """One's own password and language."""

    CURRENT = "account-current"
    CURRENT_FIELD = "account-current-field"
    CURRENT_ERROR = "account-current-error"
    NEW = "account-new"
    NEW_FIELD = "account-new-field"
    NEW_ERROR = "account-new-error"
    NEW_HINT = "account-new-hint"
    CHANGE = "account-change"
    ANSWER = "account-answer"


class Team(enum.StrEnum):
    """Colleagues and their accounts; the last four repeat for each colleague."""

    NAME = "team-name"
    NAME_FIELD = "team-name-field"
    NAME_ERROR = "team-name-error"
    EMAIL = "team-email"
    EMAIL_FIELD = "team-email-field"
    EMAIL_ERROR = "team-email-error"
    ROLE = "team-role"
    INVITE = "team-invite"
    INVITED = "team-invited"
    COLLEAGUES = "team-colleagues"
    STATE = "team-state"
    SWITCH = "team-switch"
    NEW_LINK = "team-new-link"
    LINK = "team-link"


def of_colleague(part: Team, user_id: Any) -> dict[str, Any]:  # noqa: ANN401 - a number, or Dash's MATCH
    return {"type": str(part), "colleague": user_id}


class AuditTrail(enum.StrEnum):
    """Who did what, when."""

    ROWS = "audit-rows"
    OLDER = "audit-older"
