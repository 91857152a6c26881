"""A person's own tags: marks that nobody else sees, and so in no trail."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.commands.describe_client import MOST_TAGS, tag_names
from dashboard.commands.tag_clients import fit_tags
from dashboard.domain.clients import Client
from dashboard.errors import BadRequest
from dashboard.workspace import Workspace


def add_own_tags(workspace: Workspace, client_ids: Sequence[str], *, tags: str) -> None:
    names = fit_tags(workspace, tags)
    with workspace.changing() as firm:
        for one, count in firm.personal_tags.add(firm.selections.listed(client_ids), names).items():
            if count > MOST_TAGS:
                raise BadRequest("{name} would have more than {n} tags.", name=one.name, n=MOST_TAGS)


def drop_own_tags(workspace: Workspace, client_ids: Sequence[str], *, tags: str) -> None:
    names = fit_tags(workspace, tags)
    with workspace.changing() as firm:
        firm.personal_tags.drop(firm.selections.listed(client_ids), names)


def write_own_tags(workspace: Workspace, client_id: str, *, tags: str) -> Client:
    """In place of the tags that this person gave the client before; none takes all off."""
    names = fit_tags(workspace, tags) if tag_names(tags) else ()
    with workspace.changing() as firm:
        client = firm.clients.one(client_id)
        firm.personal_tags.replace(firm.selections.listed([client.id]), names)
        return firm.clients.one(client.id)
