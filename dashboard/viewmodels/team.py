"""The people of a firm, as their manager sees them."""

from __future__ import annotations

import dataclasses

from dashboard.data.team import INVITED_FOR, Colleague
from dashboard.domain.access import Role
from dashboard.domain.invitations import Delivery
from dashboard.i18n import LANGUAGES, N_, language
from dashboard.workspace import Workspace

DELIVERED = {
    Delivery.SHOWN: N_(
        "Copy this link now and send it to {name}: it is shown once, works once and ends on {until}."
    ),
    Delivery.MAILED: N_("The link was mailed to {email}. It works once and ends on {until}."),
    Delivery.NOT_MAILED: N_(
        "The link could not be mailed. Copy it now and send it to {name}:"
        " it is shown once, works once and ends on {until}."
    ),
}
ROLES = {Role.READER: N_("Reader"), Role.EDITOR: N_("Editor"), Role.MANAGER: N_("Manager")}


@dataclasses.dataclass(frozen=True)
class ColleagueLine:
    """One colleague: who, what they may, how the account stands, and what the manager can do."""

    id: int
    name: str
    email: str
    role: str
    role_value: Role
    language: str
    state: str
    disabled: bool
    is_oneself: bool


@dataclasses.dataclass(frozen=True)
class OneTimeLink:
    """A link to show once, with the sentence that says for whom and until when; no address once mailed."""

    sentence: str
    address: str


def team(workspace: Workspace) -> tuple[ColleagueLine, ...]:
    with workspace.reading() as firm:
        colleagues = firm.team.all()
    return tuple(line_of(workspace, colleague) for colleague in colleagues)


def colleague(workspace: Workspace, user_id: int) -> ColleagueLine:
    with workspace.reading() as firm:
        return line_of(workspace, firm.team.one(user_id))


def line_of(workspace: Workspace, one: Colleague) -> ColleagueLine:
    return ColleagueLine(
        id=one.id,
        name=one.name,
        email=one.email,
        role=workspace.language.text(ROLES[one.role]),
        role_value=one.role,
        language=one.language,
        state=state_of(workspace, one),
        disabled=one.disabled,
        is_oneself=one.id == workspace.actor.user_id,
    )


def state_of(workspace: Workspace, one: Colleague) -> str:
    text = workspace.language.text
    if one.disabled:
        return text("Disabled")
    return text("Invited, no password yet") if one.invited else text("Active")


def one_time_link(
    workspace: Workspace, *, name: str, email: str, address: str, delivery: Delivery
) -> OneTimeLink:
    until = workspace.language.moment(workspace.now + INVITED_FOR)
    sentence = workspace.language.text(DELIVERED[delivery], name=name, email=email, until=until)
    return OneTimeLink(sentence, "" if delivery is Delivery.MAILED else address)


def role_changed(workspace: Workspace, line: ColleagueLine) -> str:
    return workspace.language.text("{name} now has the role {role}.", name=line.name, role=line.role)


def language_choices() -> tuple[tuple[str, str], ...]:
    """Each language, named in itself."""
    return tuple((code, language(code).name) for code in LANGUAGES)


def role_choices(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    return tuple((role.value, workspace.language.text(label)) for role, label in ROLES.items())
