"""Change one's own password."""

from __future__ import annotations

from dashboard.data.limits import SIGN_IN
from dashboard.data.trail import Event
from dashboard.errors import WrongPassword
from dashboard.workspace import Workspace


def change_password(workspace: Workspace, *, current: str, new: str) -> None:
    """Ends every other session of the person; wrong tries count like failed sign-ins."""
    with workspace.changing() as firm:
        attempt = firm.limits.attempt(SIGN_IN, f"password of {workspace.actor.user_id}")
    # The slow comparison runs outside the transaction, so that it keeps nobody waiting.
    if not is_current(workspace, current):
        raise WrongPassword
    with workspace.changing() as firm:
        firm.limits.forgive(attempt)
        firm.accounts.set_password(workspace.actor.user_id, new, keep=workspace.session)
        firm.trail.record(Event.PASSWORD_CHANGED)


def is_current(workspace: Workspace, password: str) -> bool:
    with workspace.reading() as firm:
        return firm.accounts.check(workspace.actor.email, password) is not None
