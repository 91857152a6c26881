"""Mailing a one-time link to the person it is for."""

from __future__ import annotations

from dashboard.data import mail
from dashboard.data.team import INVITED_FOR
from dashboard.domain.access import Permission
from dashboard.domain.invitations import Delivery
from dashboard.errors import NotMailed
from dashboard.i18n import Language
from dashboard.workspace import Workspace


def mail_link(workspace: Workspace, *, email: str, address: str, reader: Language) -> Delivery:
    """Ordered after the link is on record: a slow relay keeps no other order waiting."""
    workspace.actor.require(Permission.MANAGE_TEAM)
    if not workspace.settings.mail_server:
        return Delivery.SHOWN
    subject = reader.text("Your invitation to Portefeuille")
    try:
        mail.send(workspace.settings, to=email, subject=subject, text=letter(workspace, address, reader))
    except NotMailed:
        return Delivery.NOT_MAILED
    return Delivery.MAILED


def letter(workspace: Workspace, address: str, reader: Language) -> str:
    text, actor = reader.text, workspace.actor
    until = reader.moment(workspace.now + INVITED_FOR)
    why = text(
        "{manager} invites you to work on the clients of {firm}.", manager=actor.name, firm=actor.firm_name
    )
    how = text("Choose your password at this address. It works once and ends on {until}.", until=until)
    return f"{why}\n\n{how}\n\n{address}\n"
