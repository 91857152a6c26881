"""One's own account: who one is, and how changing the password went."""

from __future__ import annotations

import dataclasses

from dashboard.domain.access import Role
from dashboard.i18n import LANGUAGES, N_, language
from dashboard.workspace import Workspace

ROLES = {
    Role.READER: N_("Reader: sees the clients"),
    Role.EDITOR: N_("Editor: also adds and removes clients and sends requests"),
    Role.MANAGER: N_("Manager: also manages the team and reads the audit trail"),
}


@dataclasses.dataclass(frozen=True)
class Speech:
    """One language to choose, named in itself."""

    code: str
    tag: str
    name: str
    current: bool


@dataclasses.dataclass(frozen=True)
class Account:
    """What a person reads about their own account."""

    facts: tuple[tuple[str, str], ...]
    languages: tuple[Speech, ...]


@dataclasses.dataclass(frozen=True)
class PasswordAnswer:
    """How changing the password went: a sentence in one of three places."""

    current_error: str = ""
    new_error: str = ""
    done: str = ""


def account(workspace: Workspace) -> Account:
    text, actor = workspace.language.text, workspace.actor
    return Account(
        facts=(
            (text("Name"), actor.name),
            (text("E-mail address"), actor.email),
            (text("Firm"), actor.firm_name),
            (text("Role"), text(ROLES[actor.role])),
        ),
        languages=tuple(
            Speech(code, language(code).tag, language(code).name, current=code == workspace.language.code)
            for code in LANGUAGES
        ),
    )
