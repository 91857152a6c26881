"""Requests to affiliate or transfer a client, and the earliest day they can take effect."""

from __future__ import annotations

import dataclasses
import datetime
import enum

from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber


class RequestAction(enum.StrEnum):
    """What is asked of the institution."""

    AFFILIATE = "affiliate"
    TRANSFER = "transfer"


class RequestState(enum.StrEnum):
    """Where a request stands."""

    SUBMITTED = "submitted"
    IN_TREATMENT = "in_treatment"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OPEN_STATES = frozenset({RequestState.SUBMITTED, RequestState.IN_TREATMENT})
STEPS = {
    RequestState.SUBMITTED: frozenset(
        {RequestState.IN_TREATMENT, RequestState.ACCEPTED, RequestState.REFUSED, RequestState.WITHDRAWN}
    ),
    RequestState.IN_TREATMENT: frozenset({RequestState.ACCEPTED, RequestState.REFUSED}),
    RequestState.ACCEPTED: frozenset(),
    RequestState.REFUSED: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
}
LAST_DAY_TO_ASK = (6, 30)


@dataclasses.dataclass(frozen=True)
class Request:
    """One request, as the firm follows it."""

    reference: str
    action: RequestAction
    service: Service
    name: str
    number: str
    effective: datetime.date
    contact: str
    state: RequestState
    reason: str
    created_at: datetime.datetime
    decided_at: datetime.datetime | None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


@dataclasses.dataclass(frozen=True)
class Wish:
    """What is asked: for whom, what, from when, and whom to call about it."""

    number: CompanyNumber | RegisterNumber
    action: RequestAction
    name: str
    effective: datetime.date
    contact: str

    @property
    def service(self) -> Service:
        return service_for(self.number)


def service_for(number: CompanyNumber | RegisterNumber) -> Service:
    """An unknown enterprise is offered the secretariat, an unknown person the fund."""
    return Service.SECRETARIAT if isinstance(number, CompanyNumber) else Service.FUND


def actions_for(number: CompanyNumber | RegisterNumber) -> tuple[RequestAction, ...]:
    if isinstance(number, CompanyNumber):
        return (RequestAction.AFFILIATE,)
    return (RequestAction.AFFILIATE, RequestAction.TRANSFER)


def earliest(action: RequestAction, service: Service, *, today: datetime.date) -> datetime.date:
    """The first day on which a request made today can take effect.

    An affiliation starts the day after. A secretariat's mandate moves at the start of a quarter; a fund
    is left on 1 January when asked by 30 June, a year later otherwise.
    """
    if action is RequestAction.AFFILIATE:
        return today + datetime.timedelta(days=1)
    if service is Service.SECRETARIAT:
        return next_quarter(today)
    in_time = (today.month, today.day) <= LAST_DAY_TO_ASK
    return datetime.date(today.year + (1 if in_time else 2), 1, 1)


def next_quarter(today: datetime.date) -> datetime.date:
    month = 3 * ((today.month - 1) // 3) + 4
    return datetime.date(today.year + (month > 12), (month - 1) % 12 + 1, 1)  # noqa: PLR2004 - months of a year
