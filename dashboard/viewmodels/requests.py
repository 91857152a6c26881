"""The firm's requests, in words."""

from __future__ import annotations

import dataclasses

from dashboard.domain.access import Permission
from dashboard.domain.requests import STEPS, Request, RequestState
from dashboard.i18n import N_, Language
from dashboard.viewmodels.add_client import asked
from dashboard.workspace import Workspace

STATES = {
    RequestState.SUBMITTED: N_("submitted"),
    RequestState.IN_TREATMENT: N_("in treatment"),
    RequestState.ACCEPTED: N_("accepted"),
    RequestState.REFUSED: N_("refused"),
    RequestState.WITHDRAWN: N_("withdrawn"),
}


@dataclasses.dataclass(frozen=True)
class RequestLine:
    """One request as the firm follows it."""

    reference: str
    name: str
    number: str
    asked: str
    effective: str
    state: str
    reason: str
    sent: str
    decided: str
    may_withdraw: bool


@dataclasses.dataclass(frozen=True)
class RequestList:
    """Every request of the firm, the newest first."""

    lines: tuple[RequestLine, ...]


def request_list(workspace: Workspace) -> RequestList:
    with workspace.reading() as firm:
        requests = firm.requests.all()
    may_send = workspace.may(Permission.SEND_REQUESTS)
    lines = (line_of(workspace.language, request) for request in requests)
    return RequestList(
        tuple(dataclasses.replace(line, may_withdraw=line.may_withdraw and may_send) for line in lines)
    )


def line_of(language: Language, request: Request) -> RequestLine:
    return RequestLine(
        reference=request.reference,
        name=request.name,
        number=request.number,
        asked=asked(language, request),
        effective=language.date(request.effective),
        state=language.text(STATES[request.state]),
        reason=request.reason,
        sent=language.date(request.created_at.date()),
        decided=language.date(request.decided_at.date()) if request.decided_at else "",
        may_withdraw=RequestState.WITHDRAWN in STEPS[request.state],
    )
