"""Put the firm's tags on several clients at once, or take them off."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.commands.describe_client import MOST_TAGS, refuse_long, refuse_register_numbers, tag_names
from dashboard.data.trail import Event
from dashboard.domain.access import Permission
from dashboard.errors import BadRequest, Incomplete
from dashboard.workspace import Workspace


def tag_clients(workspace: Workspace, client_ids: Sequence[str], *, tags: str) -> None:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    names = fit_tags(workspace, tags)
    with workspace.changing() as firm:
        tagged = firm.selections.tag(client_ids, names)
        for one, count in tagged.items():
            if count > MOST_TAGS:
                raise BadRequest("{name} would have more than {n} tags.", name=one.name, n=MOST_TAGS)
        firm.trail.record_each(Event.CLIENT_DESCRIBED, [one.entry_id for one in tagged])


def untag_clients(workspace: Workspace, client_ids: Sequence[str], *, tags: str) -> None:
    workspace.actor.require(Permission.EDIT_CLIENTS)
    names = fit_tags(workspace, tags)
    with workspace.changing() as firm:
        untagged = firm.selections.untag(client_ids, names)
        firm.trail.record_each(Event.CLIENT_DESCRIBED, [one.entry_id for one in untagged])


def fit_tags(workspace: Workspace, typed: str) -> tuple[str, ...]:
    names = tag_names(typed)
    if not names:
        raise Incomplete("Enter a tag.", field="tags")
    refuse_long("", "", names)
    refuse_register_numbers(workspace, tags=typed)
    return names
