"""The dialog that removes a client, the banner that undoes it, and the buttons of a file's head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard import ids
from dashboard.commands.declare_mandate import may_declare
from dashboard.components import attributes
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client
from dashboard.domain.selection import Chosen
from dashboard.pages.steps import buttons, cancel_button, dialog, error_place
from dashboard.workspace import Workspace

Remove = ids.RemoveClient
MOST_NAMES = 10


def bin_button(workspace: Workspace, client: Client) -> html.Button | None:
    """Opens the dialog for this client; assets/remove_client.js listens to `data-remove`."""
    if not workspace.may(Permission.EDIT_CLIENTS):
        return None
    label = workspace.language.text("Remove {name} from my list", name=client.entry.name)
    return html.Button(
        html.Span(className="bin"),
        type="button",
        className="btn btn-icon",
        title=label,
        **attributes(data_remove=client.id, data_name=client.entry.name, aria_label=label),
    )


def declare_form(workspace: Workspace, client: Client) -> html.Form | None:
    """Lets a manager declare the mandate that a pending client waits for, where managers may."""
    if client.is_active or not may_declare(workspace):
        return None
    text = workspace.language.text
    meaning = text("Declare it only if your firm holds the client's signed mandate: it opens the whole file.")
    button = html.Button(text("Declare a mandate"), className="btn")
    return html.Form(
        [button, html.Span(meaning, className="hint")],
        method="post",
        action=f"/clients/{client.id}/mandate",
        className="declare",
    )


def dialogs(workspace: Workspace) -> list[Any]:
    if not workspace.may(Permission.EDIT_CLIENTS):
        return []
    text = workspace.language.text
    confirm = html.Button(
        text("Remove from list"), id=Remove.CONFIRM, type="button", className="btn btn-danger"
    )
    body = [
        html.H2(id=Remove.TITLE, className="modal-title"),
        html.Div(id=Remove.NAMES),
        html.P(text("No file is deleted: removed clients can come back."), id=Remove.CONSEQUENCE),
        error_place(Remove.ERROR),
        html.Div(id=Remove.CLIENT, **attributes(data_client="")),
        buttons(cancel_button(workspace), confirm),
    ]
    return [
        html.Div(id=Remove.BANNER, role="status", className="messages", tabIndex="-1"),
        html.Div(id=Remove.RESTORED, role="status", className="messages", tabIndex="-1"),
        dialog(
            workspace,
            body,
            place=Remove.DIALOG,
            labelledby=Remove.TITLE,
            aria_describedby=Remove.CONSEQUENCE,
            data_question=text("Remove {name} from your list?"),
            role="alertdialog",
        ),
    ]


def question(workspace: Workspace, chosen: Sequence[Chosen]) -> str:
    if len(chosen) == 1:
        return workspace.language.text("Remove {name} from your list?", name=chosen[0].name)
    return workspace.language.plural(
        "Remove {n} client from your list?", "Remove {n} clients from your list?", len(chosen)
    )


def names(workspace: Workspace, chosen: Sequence[Chosen]) -> list[Any]:
    """Who is about to go, as far as a person reads."""
    listed: list[Any] = [html.Li(one.name) for one in chosen[:MOST_NAMES]]
    left = len(chosen) - len(listed)
    if left:
        more = workspace.language.plural("and {n} other client", "and {n} other clients", left)
        listed.append(html.Li(more))
    return [html.Ul(listed, className="removal-names")]


def removed_banner(workspace: Workspace, removed: Sequence[Chosen]) -> list[Any]:
    """The button carries what it brings back, whatever is asked in the meantime."""
    text = workspace.language.text
    ids_of_them = " ".join(one.id for one in removed)
    undo = html.Button(
        text("Undo removal"), id=Remove.UNDO, type="button", className="btn", value=ids_of_them
    )
    close = html.Button(
        type="button",
        className="btn btn-icon cross",
        **attributes(data_dismiss=Remove.BANNER, aria_label=text("Close")),
    )
    return [html.Div([html.Span(removed_sentence(workspace, removed)), undo, close], className="alert")]


def removed_sentence(workspace: Workspace, removed: Sequence[Chosen]) -> str:
    if len(removed) == 1:
        return workspace.language.text("{name} was removed from your list", name=removed[0].name)
    return workspace.language.plural(
        "{n} client was removed from your list", "{n} clients were removed from your list", len(removed)
    )


def restored_sentence(workspace: Workspace, restored: Sequence[Chosen]) -> str:
    if len(restored) == 1:
        return workspace.language.text("{name} is back in your list", name=restored[0].name)
    return workspace.language.plural(
        "{n} client is back in your list", "{n} clients are back in your list", len(restored)
    )


def restored_banner(workspace: Workspace, restored: Sequence[Chosen]) -> list[Any]:
    return [html.P(restored_sentence(workspace, restored), className="alert alert-success")]
