"""The head of a client's file: who it is, and the tabs."""

from __future__ import annotations

import dataclasses

from dashboard.data.reference.tables import activity
from dashboard.data.store import Firm
from dashboard.data.team import Colleague
from dashboard.domain.access import Permission
from dashboard.domain.clients import Client, Entry, Service
from dashboard.domain.identifiers import CompanyNumber
from dashboard.i18n import N_, Language
from dashboard.viewmodels.figure_words import committee_words
from dashboard.workspace import Workspace

TABS = (
    ("applications", N_("Applications")),
    ("documents", N_("Documents")),
    ("figures", N_("My company in figures")),
    ("contact", N_("Contact")),
)


@dataclasses.dataclass(frozen=True)
class Tab:
    """One of the four tabs of a client's file."""

    label: str
    href: str
    current: bool


@dataclasses.dataclass(frozen=True)
class ClientFile:
    """What stands above every tab."""

    client: Client
    name: str
    trade_name: str
    number: str
    number_to_copy: str
    facts: tuple[str, ...]
    affiliations: tuple[str, ...]
    tabs: tuple[Tab, ...]
    may_edit: bool
    colleagues: tuple[Colleague, ...]
    tab_title: str


def client_file(workspace: Workspace, client_id: str, *, tab: str) -> ClientFile:
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        colleagues = firm.team.all() if workspace.may(Permission.EDIT_CLIENTS) else ()
        committee = committee_of(firm, client)
    text = workspace.language.text
    return ClientFile(
        client=client,
        name=client.entry.name,
        trade_name=client.entry.trade_name if client.is_active else "",
        number=number_of(client),
        number_to_copy=number_of(client) if client.entry.enterprise_number else "",
        facts=facts_of(client, committee, workspace.language),
        affiliations=affiliations_of(client, workspace.language),
        tabs=tuple(Tab(text(label), f"/clients/{client.id}/{key}", key == tab) for key, label in TABS),
        may_edit=workspace.may(Permission.EDIT_CLIENTS),
        colleagues=tuple(one for one in colleagues if not one.disabled),
        tab_title=text(dict(TABS)[tab]),
    )


def number_of(client: Client) -> str:
    """The printed enterprise number, or a masked register number; nothing while a mandate is awaited."""
    if not client.is_active:
        return ""
    if client.entry.enterprise_number:
        return CompanyNumber(client.entry.enterprise_number).printed
    return client.entry.register_masked or ""


def committee_of(firm: Firm, client: Client) -> str:
    """Known from payroll, as the staff is: the secretariat's mandate opens both."""
    employer = client.entry.employer_number
    return firm.releases.committee(employer) if employer and client.opens(Service.SECRETARIAT) else ""


def facts_of(client: Client, committee: str, language: Language) -> tuple[str, ...]:
    if not client.is_active:
        return ()
    entry = client.entry
    known = (
        committee_words(committee, language) if committee else "",
        sector_of(entry, language),
        f"{entry.postal_code} {entry.municipality}".strip(),
        staff_of(client, language),
    )
    return tuple(fact for fact in known if fact)


def staff_of(client: Client, language: Language) -> str:
    if client.entry.fte is None or not client.opens(Service.SECRETARIAT):
        return ""
    return language.text("{n} FTE", n=language.decimal(client.entry.fte))


def sector_of(entry: Entry, language: Language) -> str:
    if not entry.nace_code:
        return ""
    label = activity(entry.nace_version, entry.nace_code).label(language.code)
    return language.text("NACE {code}: {activity}", code=entry.nace_code, activity=label)


def affiliations_of(client: Client, language: Language) -> tuple[str, ...]:
    if not client.is_active:
        return (language.text("Waiting for a mandate: only the name is shown."),)
    sentences = {
        Service.SECRETARIAT: N_("Affiliated with the social secretariat since {date}"),
        Service.FUND: N_("Affiliated with the social insurance fund since {date}"),
    }
    return tuple(
        language.text(sentences[affiliation.service], date=language.date(affiliation.since))
        for affiliation in client.entry.affiliations
    )
