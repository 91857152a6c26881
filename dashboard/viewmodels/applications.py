"""The applications of a client's file, in three groups."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.domain import applications
from dashboard.domain.applications import Application, Group
from dashboard.domain.clients import Client
from dashboard.i18n import N_, Language
from dashboard.viewmodels.client_file import ClientFile, client_file
from dashboard.workspace import Workspace

TITLES = {
    Group.SOCIAL_STATUS: N_("Social status"),
    Group.ORGANISATION: N_("Organisation"),
    Group.EMPLOYEES: N_("Employees"),
}


@dataclasses.dataclass(frozen=True)
class Card:
    """One application; without an address a mandate is missing."""

    key: str
    name: str
    purpose: str
    href: str

    @property
    def is_open(self) -> bool:
        return bool(self.href)


@dataclasses.dataclass(frozen=True)
class CardGroup:
    """The applications of one group that exist for this kind of client."""

    title: str
    cards: tuple[Card, ...]


@dataclasses.dataclass(frozen=True)
class ApplicationsTab:
    """The tab: no group while a mandate is awaited."""

    head: ClientFile
    groups: tuple[CardGroup, ...]


def applications_tab(workspace: Workspace, client_id: str) -> ApplicationsTab:
    head = client_file(workspace, client_id, tab="applications")
    if not head.client.is_active:
        return ApplicationsTab(head, ())
    reader = workspace.language
    return ApplicationsTab(head, tuple(group_of(group, head.client, reader) for group in Group))


def group_of(group: Group, client: Client, reader: Language) -> CardGroup:
    suiting = (one for one in applications.catalogue() if one.group is group and one.suits(client))
    return CardGroup(reader.text(TITLES[group]), tuple(card_of(one, client, reader) for one in suiting))


def card_of(application: Application, client: Client, reader: Language) -> Card:
    return Card(
        key=application.key,
        name=said(application.labels, reader),
        purpose=said(application.descriptions, reader),
        href=f"/clients/{client.id}/applications/{application.key}/open"
        if application.is_open_to(client)
        else "",
    )


def said(texts: Mapping[str, str], reader: Language) -> str:
    return texts.get(reader.code) or reader.text(texts["en"])
