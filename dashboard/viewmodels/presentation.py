"""What the start sheet offers, and what each slide of a prepared presentation shows and its speaker reads."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME
from dashboard.domain.peers import Comparison
from dashboard.domain.presentation import Presentation
from dashboard.errors import NotFound
from dashboard.i18n import LANGUAGES, Language, language
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.company_figures import State, comparisons_offered, state_of
from dashboard.viewmodels.figure_words import comparison_words, period_words
from dashboard.viewmodels.periods import Choice, period_key, period_of, periods
from dashboard.viewmodels.presentable import (
    OF_A_METRIC,
    WITHOUT_COMPARISON,
    Offer,
    answer_of,
    offers,
    slide_key,
)
from dashboard.viewmodels.questions.groups import compared
from dashboard.viewmodels.questions.subject import Subject
from dashboard.workspace import Workspace


@dataclasses.dataclass(frozen=True)
class StartSheet:
    """What is asked before the first slide."""

    client_id: str
    client_name: str
    offers: tuple[Offer, ...]
    ticked: frozenset[str]
    comparisons: tuple[Choice, ...]
    comparison: str
    periods: tuple[Choice, ...]
    period: str
    period_words: str
    audiences: tuple[Choice, ...]
    audience: str


@dataclasses.dataclass(frozen=True)
class View:
    """A slide as it looks beside one comparison's peers."""

    comparison: Comparison
    label: str
    answer: Answer


@dataclasses.dataclass(frozen=True)
class Slide:
    """One chart and one message, beside each comparison, and what its speaker reads."""

    views: tuple[View, ...]
    notes: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Slides:
    """A whole presentation in the language of its audience; the client has no name in it."""

    presentation: Presentation
    audience: Language
    firm: str
    comparisons: tuple[Choice, ...]
    slides: tuple[Slide, ...]
    points: tuple[str, ...]


def start_sheet(
    workspace: Workspace, client_id: str, *, opened: str, period: str, comparison: str
) -> StartSheet:
    """`opened` is the metric or the question that the tab shows in detail: its charts are ticked."""
    reader = workspace.language
    with workspace.reading() as firm:
        client = presentable_client(firm, client_id)
        quarters = firm.releases.quarters()
    chosen = period_of(period, quarters)
    offered = comparisons_offered(workspace, client, asked=comparison)
    ticked = frozenset({opened, *(slide_key(question, opened) for question in OF_A_METRIC)})
    return StartSheet(
        client_id=client_id,
        client_name=client.entry.name,
        offers=tuple(sorted(offers(chosen, reader), key=lambda one: one.key not in ticked)),
        ticked=ticked,
        comparisons=offered.comparisons,
        comparison=offered.chosen,
        periods=periods(quarters, reader),
        period=period_key(chosen),
        period_words=period_words(chosen, reader),
        audiences=tuple(Choice(code, language(code).name) for code in LANGUAGES),
        audience=client.entry.language if client.entry.language in LANGUAGES else reader.code,
    )


def presentable_client(firm: Firm, client_id: str) -> Client:
    """A client whose figures this firm may see now, and has something to show of."""
    client = firm.clients.one(client_id)
    if state_of(client, firm.releases.quarters()) is not State.FIGURES:
        raise NotFound("This client has no figures to present.")
    return client


def slides_of(workspace: Workspace, presentation_id: str) -> Slides:
    with workspace.reading() as firm:
        prepared = firm.presentations.one(presentation_id)
        client = presentable_client(firm, prepared.client_id)
        period = period_of(prepared.choices.period, firm.releases.quarters())
        subject = Subject(
            firm, client, period, prepared.choices.comparison, language(prepared.choices.audience)
        )
        made = [slide(key, subject, speaker=workspace.language) for key in prepared.choices.slides]
        points = firm.meetings.points(client.id) or ""
    return Slides(
        presentation=prepared,
        audience=language(prepared.choices.audience),
        firm=workspace.actor.firm_name,
        comparisons=tuple(Choice(one.value, comparison_words(one, workspace.language)) for one in Comparison),
        slides=tuple(one for one in made if one.views),
        points=tuple(line for line in points.splitlines() if line.strip()),
    )


def slide(key: str, subject: Subject, *, speaker: Language) -> Slide:
    """All comparisons at once, the chosen one first: changing it in the meeting asks nobody."""
    views = (view(key, dataclasses.replace(subject, comparison=one)) for one in comparisons_of(key, subject))
    said = answer_of(key, dataclasses.replace(subject, language=speaker))
    return Slide(tuple(one for one in views if one), notes_of(said, speaker) if said else ())


def comparisons_of(key: str, subject: Subject) -> tuple[Comparison, ...]:
    if key.partition(":")[0] in WITHOUT_COMPARISON:
        return (subject.comparison,)
    others = (card.comparison for card in compared(subject))
    return (subject.comparison, *(one for one in others if one is not subject.comparison))


def view(key: str, subject: Subject) -> View | None:
    answer = answer_of(key, subject)
    if answer is None:
        return None
    exchanged = answer.question not in WITHOUT_COMPARISON
    label = subject.comparison_words(subject.comparison) if exchanged else ""
    return View(subject.comparison, label, answer)


def notes_of(answer: Answer, speaker: Language) -> tuple[str, ...]:
    """The chart in words, and what is measured."""
    defined = (speaker.text(BY_NAME[answer.metric].definition),) if answer.metric else ()
    return (*answer.description, *((answer.notice,) if answer.notice else ()), *defined)


def name_of(workspace: Workspace, presentation_id: str) -> str:
    """The client's name, for somebody who asked to show it."""
    with workspace.reading() as firm:
        prepared = firm.presentations.one(presentation_id)
        return presentable_client(firm, prepared.client_id).entry.name


def way_back(workspace: Workspace, presentation_id: str) -> tuple[str, dict[str, str]]:
    """The tab that the presentation was prepared from, with what was chosen on it."""
    with workspace.reading() as firm:
        prepared = firm.presentations.one(presentation_id)
    chosen = {"period": prepared.choices.period, "compare": prepared.choices.comparison.value}
    return f"/clients/{prepared.client_id}/figures", chosen
