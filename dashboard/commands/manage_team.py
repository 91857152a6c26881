"""Invite colleagues, change their roles, close and reopen their accounts, and give them new links."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.data.trail import Event
from dashboard.domain.access import Permission, Role
from dashboard.domain.invitations import fit_address, fit_name
from dashboard.errors import NotAllowed
from dashboard.workspace import Workspace


def invite_colleague(workspace: Workspace, *, name: str, email: str, role: Role, language: str) -> str:
    """Gives the token of a one-time link, which is kept nowhere in clear."""
    workspace.actor.require(Permission.MANAGE_TEAM)
    name, email = fit_name(name), fit_address(email)
    with workspace.changing() as firm:
        token = firm.team.invite(name=name, email=email, role=role, language=language)
        firm.trail.record(Event.COLLEAGUE_INVITED, detail=name)
    return token


def disable_colleague(workspace: Workspace, user_id: int) -> None:
    workspace.actor.require(Permission.MANAGE_TEAM)
    if user_id == workspace.actor.user_id:
        raise NotAllowed("You cannot disable your own account.")
    with workspace.changing() as firm:
        firm.team.disable(user_id)
        require_manager(firm)
        firm.trail.record(Event.COLLEAGUE_DISABLED, detail=firm.team.one(user_id).name)


def change_role(workspace: Workspace, user_id: int, role: Role) -> None:
    """What the colleague may do changes with their next request."""
    workspace.actor.require(Permission.MANAGE_TEAM)
    if user_id == workspace.actor.user_id:
        raise NotAllowed("You cannot change your own role.")
    with workspace.changing() as firm:
        colleague = firm.team.one(user_id)
        if colleague.role is role:
            return
        firm.team.give_role(user_id, role)
        require_manager(firm)
        firm.trail.record(Event.ROLE_CHANGED, detail=f"{colleague.name}: {role}")


def require_manager(firm: Firm) -> None:
    """Two managers can each act on the other at the same time: one of them must remain."""
    if not firm.team.has_manager():
        raise NotAllowed("A firm keeps at least one manager.")


def enable_colleague(workspace: Workspace, user_id: int) -> None:
    workspace.actor.require(Permission.MANAGE_TEAM)
    with workspace.changing() as firm:
        firm.team.enable(user_id)
        firm.trail.record(Event.COLLEAGUE_ENABLED, detail=firm.team.one(user_id).name)


def renew_link(workspace: Workspace, user_id: int) -> str:
    """A new one-time link; the earlier ones of this colleague stop working."""
    workspace.actor.require(Permission.MANAGE_TEAM)
    with workspace.changing() as firm:
        token = firm.team.link(user_id)
        firm.trail.record(Event.LINK_RENEWED, detail=firm.team.one(user_id).name)
    return token
