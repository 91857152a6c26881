"""The ids of the firm's own pages: account, team, audit trail."""

from __future__ import annotations

import enum
from typing import Any


class Account(enum.StrEnum):
    """One's own password and language."""

    CURRENT = "account-current"
    CURRENT_ERROR = "account-current-error"
    NEW = "account-new"
    NEW_ERROR = "account-new-error"
    NEW_HINT = "account-new-hint"
    CHANGE = "account-change"
    ANSWER = "account-answer"


class Team(enum.StrEnum):
    """Colleagues and their accounts; from the state on, all repeat for each colleague."""

    NAME = "team-name"
    NAME_ERROR = "team-name-error"
    EMAIL = "team-email"
    EMAIL_ERROR = "team-email-error"
    ROLE = "team-role"
    LANGUAGE = "team-language"
    INVITE = "team-invite"
    INVITED = "team-invited"
    COLLEAGUES = "team-colleagues"
    STATE = "team-state"
    SWITCH = "team-switch"
    NEW_LINK = "team-new-link"
    LINK = "team-link"
    SHOWN_ROLE = "team-shown-role"
    OTHER_ROLE = "team-other-role"
    CHANGE_ROLE = "team-change-role"
    ROLE_CHANGED = "team-role-changed"


def of_colleague(part: Team, user_id: Any) -> dict[str, Any]:  # noqa: ANN401 - a number, or Dash's MATCH
    return {"type": str(part), "colleague": user_id}


class AuditTrail(enum.StrEnum):
    """Who did what, when."""

    ROWS = "audit-rows"
    OLDER = "audit-older"
