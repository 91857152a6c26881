"""Who may do what."""

from __future__ import annotations

import dataclasses
import enum

from dashboard.errors import NotAllowed


class Role(enum.StrEnum):
    """What a person does in the firm."""

    READER = "reader"
    EDITOR = "editor"
    MANAGER = "manager"


class Permission(enum.StrEnum):
    """One thing that a screen lets a person do."""

    VIEW_CLIENTS = "clients:view"
    EDIT_CLIENTS = "clients:edit"
    SEND_REQUESTS = "requests:send"
    OWN_ACCOUNT = "account:own"
    DECLARE_MANDATES = "mandates:declare"
    MANAGE_TEAM = "team:manage"
    VIEW_AUDIT = "audit:view"


READING = frozenset({Permission.VIEW_CLIENTS, Permission.OWN_ACCOUNT})
EDITING = READING | {Permission.EDIT_CLIENTS, Permission.SEND_REQUESTS}
MANAGING = EDITING | {Permission.DECLARE_MANDATES, Permission.MANAGE_TEAM, Permission.VIEW_AUDIT}

ALLOWED = {Role.READER: READING, Role.EDITOR: EDITING, Role.MANAGER: MANAGING}


@dataclasses.dataclass(frozen=True)
class Actor:
    """The person behind a request, in one firm."""

    user_id: int
    firm_id: int
    role: Role
    name: str
    email: str
    firm_name: str
    language: str

    def may(self, permission: Permission) -> bool:
        return permission in ALLOWED[self.role]

    def require(self, permission: Permission) -> None:
        if not self.may(permission):
            raise NotAllowed
