"""The meeting memory of a client: what was agreed and what happened since, and what to talk about next."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dashboard.data.store import Firm
from dashboard.domain.access import Permission
from dashboard.domain.agreements import Agreement
from dashboard.domain.metrics import BY_NAME, OVERVIEW
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Span
from dashboard.i18n import Language
from dashboard.viewmodels.company_figures import State, state_of
from dashboard.viewmodels.figure_words import amount, unit_words
from dashboard.viewmodels.periods import Choice
from dashboard.viewmodels.questions.conversation import THINGS, deviations, sentence_of
from dashboard.viewmodels.questions.subject import Subject
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class AgreementLine:
    """One agreement and what happened to its metric since, in words."""

    id: str
    decision: str
    agreed: str
    target: str
    then: str
    now: str


@dataclasses.dataclass(frozen=True)
class MeetingMemory:
    """What stands on the figures tab about the last meeting and the next one."""

    lines: tuple[AgreementLine, ...]
    points: str
    points_are_drafted: bool
    metrics: tuple[Choice, ...]
    may_edit: bool


def meeting_memory(workspace: Workspace, client_id: str) -> MeetingMemory | None:
    """None where the client's figures may not be seen: an agreement holds some."""
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        newest = Period(quarters[0], Span.FOUR_QUARTERS)
        subject = Subject(firm, client, newest, Comparison.SECTOR, workspace.language)
        kept = firm.meetings.points(client_id)
        return MeetingMemory(
            lines=tuple(lines_of(firm, client_id, subject)),
            points="\n".join(drafted(subject)) if kept is None else kept,
            points_are_drafted=kept is None,
            metrics=tuple(metrics_offered(workspace.language)),
            may_edit=workspace.may(Permission.EDIT_CLIENTS),
        )


def drafted(subject: Subject) -> list[str]:
    """The largest deviations that chance does not explain, to begin with."""
    return [sentence_of(subject, one) for one in deviations(subject) if one.stands_out][:THINGS]


def metrics_offered(language: Language) -> Iterator[Choice]:
    for metric in OVERVIEW:
        if Span.FOUR_QUARTERS in metric.spans:
            words = language.text(
                "{metric} ({unit})", metric=language.text(metric.label), unit=unit_words(metric, language)
            )
            yield Choice(metric.name, words)


def lines_of(firm: Firm, client_id: str, subject: Subject) -> Iterator[AgreementLine]:
    for one in firm.meetings.agreed(client_id):
        yield AgreementLine(
            id=one.id,
            decision=one.decision,
            agreed=subject.language.date(one.agreed_on),
            target=target_words(one, subject.language),
            then=value_then(one, subject.language),
            now=subject.words(BY_NAME[one.metric]) if one.metric else "",
        )


def target_words(one: Agreement, language: Language) -> str:
    """The metric and what was aimed at, as far as it was said."""
    if one.metric is None:
        return language.text("by {date}", date=language.date(one.due)) if one.due else ""
    metric = BY_NAME[one.metric]
    label = language.text(metric.label)
    if one.target is None:
        return label
    words = {"metric": label, "target": amount(one.target, metric, language)}
    if one.due is None:
        return language.text("{metric}: {target}", **words)
    return language.text("{metric}: {target} by {date}", **words, date=language.date(one.due))


def value_then(one: Agreement, language: Language) -> str:
    if one.metric is None or one.value_then is None:
        return ""
    return amount(one.value_then, BY_NAME[one.metric], language)
