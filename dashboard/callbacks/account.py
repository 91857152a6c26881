"""Callbacks of the screen account."""

from __future__ import annotations

from typing import Any

from dash import Input, Output, State

from dashboard import guard, ids
from dashboard.commands.change_password import change_password
from dashboard.domain.access import Permission
from dashboard.errors import TooMany, UnfitPassword, WrongPassword
from dashboard.pages.account import password_answer
from dashboard.viewmodels.account import PasswordAnswer
from dashboard.workspace import Workspace

callbacks = guard.Callbacks()


@callbacks.on(
    {
        "current_error": Output(ids.Account.CURRENT_ERROR, "children"),
        "new_error": Output(ids.Account.NEW_ERROR, "children"),
        "answer": Output(ids.Account.ANSWER, "children"),
    },
    allow=Permission.OWN_ACCOUNT,
    clicks=Input(ids.Account.CHANGE, "n_clicks"),
    entered=Input(ids.Account.NEW, "n_submit"),
    current=State(ids.Account.CURRENT, "value"),
    new=State(ids.Account.NEW, "value"),
)
def show_password_change(
    workspace: Workspace, *, clicks: object, entered: object, current: object, new: object
) -> dict[str, Any]:
    """One form, two ways to send it: the button and the Enter key."""
    del clicks, entered
    return password_answer(outcome(workspace, current=str(current or ""), new=str(new or "")))


def outcome(workspace: Workspace, *, current: str, new: str) -> PasswordAnswer:
    language = workspace.language
    try:
        change_password(workspace, current=current, new=new)
    except WrongPassword as wrong:
        return PasswordAnswer(current_error=language.text(wrong.sentence))
    except TooMany as limit:
        until = language.moment(limit.until)
        return PasswordAnswer(current_error=language.text(limit.sentence, until=until))
    except UnfitPassword as unfit:
        return PasswordAnswer(new_error=language.text(unfit.sentence))
    return PasswordAnswer(done=language.text("Your password was changed. Your other sessions were ended."))
