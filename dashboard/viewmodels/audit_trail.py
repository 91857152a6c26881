"""The audit trail in the reader's words."""

from __future__ import annotations

import dataclasses

from dashboard.data.trail import Event, Record
from dashboard.domain.access import Permission
from dashboard.domain.applications import catalogue
from dashboard.domain.clients import Service
from dashboard.domain.exports import Names
from dashboard.domain.look_up import Outcome
from dashboard.domain.requests import RequestState
from dashboard.i18n import N_, Language
from dashboard.viewmodels.applications import said
from dashboard.viewmodels.exports import FORMATS
from dashboard.viewmodels.team import ROLES
from dashboard.workspace import Workspace

AT_A_TIME = 50
WORDS = {
    Event.SIGNED_IN: N_("Signed in"),
    Event.SIGN_IN_FAILED: N_("Sign-in failed"),
    Event.SIGNED_OUT: N_("Signed out"),
    Event.LOOKED_UP: N_("Number looked up"),
    Event.CLIENT_OPENED: N_("Client's file opened"),
    Event.CLIENT_ADDED: N_("Client added"),
    Event.CLIENT_REMOVED: N_("Client removed"),
    Event.CLIENT_RESTORED: N_("Client restored"),
    Event.CLIENT_DESCRIBED: N_("Reference, note or tags changed"),
    Event.CLIENTS_EXPORTED: N_("Clients exported"),
    Event.MANDATE_GRANTED: N_("Mandate granted"),
    Event.MANDATE_ENDED: N_("Mandate ended"),
    Event.APPLICATION_OPENED: N_("Application opened"),
    Event.DOCUMENT_DOWNLOADED: N_("Document downloaded"),
    Event.CONTACT_DOWNLOADED: N_("Contact downloaded"),
    Event.FIGURES_VIEWED: N_("Figures viewed"),
    Event.PRESENTATION_PREPARED: N_("Presentation prepared"),
    Event.TALKING_POINTS_CHANGED: N_("Talking points changed"),
    Event.AGREED: N_("Agreement written down"),
    Event.AGREEMENT_DROPPED: N_("Agreement dropped"),
    Event.FIGURES_EXPORTED: N_("Figures exported"),
    Event.SNAPSHOT_TAKEN: N_("Snapshot taken"),
    Event.REQUEST_SENT: N_("Request sent"),
    Event.REQUEST_WITHDRAWN: N_("Request withdrawn"),
    Event.REQUEST_DECIDED: N_("Request decided"),
    Event.COLLEAGUE_INVITED: N_("Colleague invited"),
    Event.COLLEAGUE_DISABLED: N_("Colleague disabled"),
    Event.COLLEAGUE_ENABLED: N_("Colleague re-enabled"),
    Event.ROLE_CHANGED: N_("Colleague's role changed"),
    Event.LINK_RENEWED: N_("New link made for a colleague"),
    Event.PASSWORD_CHANGED: N_("Password changed"),
}
DETAILS = {
    str(Service.SECRETARIAT): N_("Social secretariat"),
    str(Service.FUND): N_("Social insurance fund"),
    str(RequestState.IN_TREATMENT): N_("in treatment"),
    str(RequestState.ACCEPTED): N_("accepted"),
    str(RequestState.REFUSED): N_("refused"),
    **{str(role): label for role, label in ROLES.items()},
    "enterprise number": N_("enterprise number"),
    "register number": N_("national register number"),
    str(Outcome.KNOWN): N_("known"),
    str(Outcome.LISTED): N_("already in the list"),
    str(Outcome.UNKNOWN): N_("unknown"),
    "declared": N_("declared"),
    **{str(one): words for one, words in FORMATS.items()},
    str(Names.HIDDEN): N_("name hidden"),
    str(Names.SHOWN): N_("name shown"),
}


@dataclasses.dataclass(frozen=True)
class AuditLine:
    """One act: when, who, what, about which client, and which thing exactly."""

    when: str
    who: str
    what: str
    client: str
    detail: str


@dataclasses.dataclass(frozen=True)
class AuditTrail:
    """A stretch of the trail, newest first; `older` asks for the next one, empty at the end."""

    lines: tuple[AuditLine, ...]
    older: str


def audit_trail(workspace: Workspace, *, before: int | None = None) -> AuditTrail:
    workspace.actor.require(Permission.VIEW_AUDIT)
    with workspace.reading() as firm:
        records = firm.trail.latest(before=before, limit=AT_A_TIME + 1)
    shown = records[:AT_A_TIME]
    return AuditTrail(
        lines=tuple(line_of(record, workspace.language) for record in shown),
        older=str(shown[-1].id) if len(records) > AT_A_TIME else "",
    )


def line_of(record: Record, language: Language) -> AuditLine:
    return AuditLine(
        when=language.moment(record.at),
        who=record.person or language.text("The institution"),
        what=language.text(WORDS[record.event]),
        client=record.client,
        detail=detail_of(record, language),
    )


def detail_of(record: Record, language: Language) -> str:
    """The trail keeps codes; their words depend on the reader."""
    if record.event is Event.APPLICATION_OPENED:
        return name_of(record.detail, language)
    parts = record.detail.split(": ")
    return ": ".join(language.text(DETAILS[part]) if part in DETAILS else part for part in parts)


def name_of(key: str, language: Language) -> str:
    """An application that is no longer offered keeps its key."""
    labels = {one.key: said(one.labels, language) for one in catalogue()}
    return labels.get(key, key)
