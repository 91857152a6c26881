"""Keep a question to the client list under a name: save, rename, share, delete."""

from __future__ import annotations

from dashboard.data.store import Firm
from dashboard.domain.access import Permission
from dashboard.domain.list_question import ListQuestion, from_address, holds_register_number
from dashboard.domain.saved_filters import LONGEST_NAME, MOST_FILTERS, SavedFilter
from dashboard.domain.search import fold
from dashboard.errors import BadRequest, NotAllowed
from dashboard.workspace import Workspace


def save_filter(workspace: Workspace, *, name: str, address: str) -> SavedFilter:
    """`address` is the question as the list's own address writes it."""
    question = without_register_number(from_address(address))
    with workspace.changing() as firm:
        kept = fit_name(firm, name)
        if sum(one.owner_id == workspace.actor.user_id for one in firm.saved_filters.all()) >= MOST_FILTERS:
            raise BadRequest("You can save {n} filters at most. Delete one first.", n=MOST_FILTERS)
        return firm.saved_filters.save(kept, question)


def rename_filter(workspace: Workspace, filter_id: str, *, name: str) -> SavedFilter:
    with workspace.changing() as firm:
        changeable(workspace, firm, filter_id)
        firm.saved_filters.rename(filter_id, fit_name(firm, name, besides=filter_id))
        return firm.saved_filters.one(filter_id)


def share_filter(workspace: Workspace, filter_id: str, *, on: bool) -> SavedFilter:
    """An editor shows a filter to the whole firm, or gives it back to the person who saved it."""
    workspace.actor.require(Permission.EDIT_CLIENTS)
    with workspace.changing() as firm:
        found = changeable(workspace, firm, filter_id)
        if found.question.own_tag:
            raise BadRequest(
                "This filter asks for one of your own tags, which only you see. It cannot be shared."
            )
        firm.saved_filters.share(filter_id, on=on)
    return found


def delete_filter(workspace: Workspace, filter_id: str) -> SavedFilter:
    with workspace.changing() as firm:
        gone = changeable(workspace, firm, filter_id)
        firm.saved_filters.delete(filter_id)
    return gone


def changeable(workspace: Workspace, firm: Firm, filter_id: str) -> SavedFilter:
    found = firm.saved_filters.one(filter_id)
    if not found.may_be_changed_by(workspace.actor):
        raise NotAllowed
    return found


def without_register_number(question: ListQuestion) -> ListQuestion:
    if any(map(holds_register_number, (question.query, question.tag, question.own_tag))):
        raise BadRequest("A filter cannot keep a national register number. Clear the search, then save.")
    return question


def fit_name(firm: Firm, text: str, *, besides: str = "") -> str:
    name = " ".join(text.split())
    if not name:
        raise BadRequest("Give the filter a name.")
    if len(name) > LONGEST_NAME:
        raise BadRequest("The name of a filter has {n} characters at most.", n=LONGEST_NAME)
    if holds_register_number(name):
        raise BadRequest("Leave national register numbers out of the name.")
    if any(fold(one.name) == fold(name) and one.id != besides for one in firm.saved_filters.all()):
        raise BadRequest("There is already a filter of this name.")
    return name
