"""What the dialog that adds a client shows, step by step."""

from __future__ import annotations

import dataclasses
import datetime
import zoneinfo

from dashboard.domain.clients import Entry, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.look_up import LookUp
from dashboard.domain.requests import Request, RequestAction, Wish, actions_for, earliest, service_for
from dashboard.errors import DashboardError, NotFound
from dashboard.i18n import N_, Language
from dashboard.workspace import Workspace

BELGIUM = zoneinfo.ZoneInfo("Europe/Brussels")
CHOICES = (
    (Service.SECRETARIAT, N_("Employer affiliated with the social secretariat")),
    (Service.FUND, N_("Company affiliated with the social insurance fund")),
)
HELD = {
    Service.SECRETARIAT: N_("Affiliated with the social secretariat"),
    Service.FUND: N_("Affiliated with the social insurance fund"),
}
NOT_HELD = {
    Service.SECRETARIAT: N_("This client is not affiliated with the social secretariat as an employer."),
    Service.FUND: N_("This client is not affiliated with the social insurance fund as a company."),
}
ACTIONS = {
    RequestAction.AFFILIATE: N_("Affiliate this client"),
    RequestAction.TRANSFER: N_("Transfer this client"),
}
ASKED = {
    (RequestAction.AFFILIATE, Service.SECRETARIAT): N_("Affiliate with the social secretariat"),
    (RequestAction.AFFILIATE, Service.FUND): N_("Affiliate with the social insurance fund"),
    (RequestAction.TRANSFER, Service.SECRETARIAT): N_("Transfer to the social secretariat"),
    (RequestAction.TRANSFER, Service.FUND): N_("Transfer to the social insurance fund"),
}
EXPLAINED = {
    RequestAction.AFFILIATE: N_(
        "An affiliation takes effect on the day after the request at the earliest: {date}."
    ),
    RequestAction.TRANSFER: N_(
        "A person changes funds on 1 January: the next one when asked by 30 June, otherwise the one after."
        " The earliest date is {date}."
    ),
}


@dataclasses.dataclass(frozen=True)
class FoundClient:
    """A known client before it is added: no more than its name, its place and who it is affiliated with."""

    name: str
    number: str
    place: str
    affiliations: tuple[str, ...]
    not_held: str


@dataclasses.dataclass(frozen=True)
class Offer:
    """What can be asked for a correct number that nobody knows."""

    number: str
    choices: tuple[tuple[RequestAction, str], ...]


@dataclasses.dataclass(frozen=True)
class RequestForm:
    """The short form of a request, filled in as far as it can be."""

    number: str
    asked: str
    effective: str
    explained: str
    contact: str


@dataclasses.dataclass(frozen=True)
class RequestSummary:
    """A request before it is sent: each label with its value."""

    lines: tuple[tuple[str, str], ...]


def shown_number(number: CompanyNumber | RegisterNumber) -> str:
    return number.printed if isinstance(number, CompanyNumber) else number.masked


def found_client(language: Language, found: LookUp, *, choice: Service | None) -> FoundClient:
    """The same for every firm: neither mandates nor other lists change it."""
    if found.entry is None:
        raise NotFound
    entry = found.entry
    return FoundClient(
        name=entry.name,
        number=shown_number(found.number),
        place="" if entry.is_person else f"{entry.postal_code} {entry.municipality}".strip(),
        affiliations=held(language, entry),
        not_held=language.text(NOT_HELD[choice]) if choice and not entry.affiliated_with(choice) else "",
    )


def held(language: Language, entry: Entry) -> tuple[str, ...]:
    return tuple(language.text(HELD[service]) for service in HELD if entry.affiliated_with(service))


def offer(language: Language, number: CompanyNumber | RegisterNumber) -> Offer:
    choices = tuple((action, language.text(ACTIONS[action])) for action in actions_for(number))
    return Offer(shown_number(number), choices)


def request_form(
    workspace: Workspace, number: CompanyNumber | RegisterNumber, *, action: RequestAction
) -> RequestForm:
    service = service_for(number)
    first = earliest(action, service, today=workspace.today)
    text = workspace.language.text
    return RequestForm(
        number=shown_number(number),
        asked=text(ASKED[action, service]),
        effective=f"{first:%d/%m/%Y}",
        explained=text(EXPLAINED[action], date=workspace.language.long_date(first)),
        contact=workspace.actor.email,
    )


def request_summary(language: Language, wish: Wish) -> RequestSummary:
    text = language.text
    return RequestSummary(
        (
            (text("Client"), wish.name),
            (text("Number"), shown_number(wish.number)),
            (text("Request"), text(ASKED[wish.action, wish.service])),
            (text("From"), language.long_date(wish.effective)),
            (text("Contact for this request"), wish.contact),
        )
    )


def asked(language: Language, request: Request) -> str:
    return language.text(ASKED[request.action, request.service])


def said(language: Language, error: DashboardError) -> str:
    """An error's sentence, with its times as the reader's clock shows them."""
    values = {
        name: clock(language, value) if isinstance(value, datetime.datetime) else value
        for name, value in error.values.items()
    }
    return language.text(error.sentence, **values)


def clock(language: Language, moment: datetime.datetime) -> str:
    """Day and time in Belgium of a time kept in UTC."""
    local = moment.replace(tzinfo=datetime.UTC).astimezone(BELGIUM)
    return language.text("{date}, {time}", date=language.date(local.date()), time=f"{local:%H:%M}")
