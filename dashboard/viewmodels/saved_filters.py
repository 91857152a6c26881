"""The saved filters that a person may apply, and those that they may change."""

from __future__ import annotations

import dataclasses

from dashboard.domain.access import Permission
from dashboard.domain.list_question import address_of
from dashboard.domain.saved_filters import SavedFilter
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class FilterLink:
    """One saved filter: its name, and the list that it asks for."""

    id: str
    name: str
    href: str


@dataclasses.dataclass(frozen=True)
class KeptFilters:
    """What the dialog shows: every filter to apply, the ones to change, and who may share."""

    links: tuple[FilterLink, ...]
    changeable: tuple[FilterLink, ...]
    may_share: bool


def kept_filters(workspace: Workspace) -> KeptFilters:
    with workspace.reading() as firm:
        saved = firm.saved_filters.all()
    own = (one for one in saved if one.may_be_changed_by(workspace.actor))
    return KeptFilters(
        links=tuple(map(link_to, saved)),
        changeable=tuple(labelled(workspace, one) for one in own),
        may_share=workspace.may(Permission.EDIT_CLIENTS),
    )


def link_to(saved: SavedFilter) -> FilterLink:
    return FilterLink(saved.id, saved.name, "/clients" + address_of(saved.question))


def labelled(workspace: Workspace, saved: SavedFilter) -> FilterLink:
    """The name says whether the firm sees it too."""
    link = link_to(saved)
    if not saved.shared:
        return link
    text = workspace.language.text
    return dataclasses.replace(link, name=text("{name} (shared with your firm)", name=saved.name))
