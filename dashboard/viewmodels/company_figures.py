"""My company in figures: each metric of a client as a strip beside its peers."""

from __future__ import annotations

import dataclasses
import datetime
import enum
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.clients import Client, Kind, Service
from dashboard.domain.funnel import standing
from dashboard.domain.metrics import OVERVIEW, Metric, MetricName, Topic
from dashboard.domain.peers import Comparison, PeerCard, Quantiles
from dashboard.domain.workforce import Missing, Quarter, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.changes import Changes, changes
from dashboard.viewmodels.figure_words import (
    amount,
    comparison_words,
    missing_words,
    period_words,
    position_words,
    without_peers,
)
from dashboard.viewmodels.peer_card import PeerCardWords, peer_card
from dashboard.viewmodels.periods import NOT_DELIVERED, Choice, nearest_with_data, period_of
from dashboard.viewmodels.questions.conversation import THINGS, deviations, nothing_stands_out, sentence_of
from dashboard.viewmodels.questions.subject import Subject
from dashboard.viewmodels.strip_places import Places, places
from dashboard.workspace import Workspace

FRESH = datetime.timedelta(days=100)

TOPICS = ((Topic.PAY, N_("Pay")), (Topic.HEALTH, N_("Health")), (Topic.WORKFORCE, N_("Workforce")))


class State(enum.StrEnum):
    """What the tab can show of a client."""

    FIGURES = "figures"
    PENDING = "pending"
    NO_STAFF = "no_staff"
    NO_MANDATE = "no_mandate"
    NO_RELEASE = "no_release"


EXPLAINED = {
    State.PENDING: N_("Waiting for a mandate: figures are shown once this client's mandate is on record."),
    State.NO_STAFF: N_(
        "This client employs nobody, so there are no figures on pay and health. They need an affiliation "
        "with the social secretariat as an employer and at least three employees."
    ),
    State.NO_MANDATE: N_("You have no mandate for the social secretariat's service. Ask for access."),
    State.NO_RELEASE: N_("No peer figures have been released yet."),
}


@dataclasses.dataclass(frozen=True)
class Strip:
    """One metric's row: the client's value, its peers, the sentence."""

    metric: MetricName
    label: str
    value: str
    missing: str
    median: str
    middle_half: str
    position: str
    note: str
    places: Places | None
    description: str
    target: str = ""


@dataclasses.dataclass(frozen=True)
class Thing:
    """One of the things worth a conversation: a sentence and the metric that it is about."""

    metric: MetricName
    sentence: str


@dataclasses.dataclass(frozen=True)
class CompanyFigures:
    """What the tab shows for one period and one comparison."""

    state: State
    period: str = ""
    card: PeerCardWords | None = None
    provisional: str = ""
    stale: str = ""
    source: str = ""
    things: tuple[Thing, ...] = ()
    nothing: str = ""
    changes: Changes | None = None
    topics: tuple[tuple[Topic, str, tuple[Strip, ...]], ...] = ()
    nearest: Choice | None = None


def state_of(client: Client, quarters: tuple[Quarter, ...]) -> State:
    if not client.is_active:
        return State.PENDING
    if client.entry.kind is not Kind.EMPLOYER:
        return State.NO_STAFF
    if not client.opens(Service.SECRETARIAT):
        return State.NO_MANDATE
    return State.FIGURES if quarters else State.NO_RELEASE


@dataclasses.dataclass(frozen=True)
class Offered:
    """The comparisons that can be chosen, and the one that is."""

    comparisons: tuple[Choice, ...]
    chosen: str


def comparisons_offered(workspace: Workspace, client: Client, *, asked: str) -> Offered:
    """The joint committee only where the client has one; unasked, what this person compared with last."""
    with workspace.reading() as firm:
        newest = firm.releases.quarters()[0]
        last = firm.remembered.comparison()
        has_committee = firm.releases.has_committee(client.entry.employer_number or "", newest)
    offered = [one for one in Comparison if one is not Comparison.COMMITTEE or has_committee]
    chosen = comparison_of(asked or (last or ""))
    choices = tuple(Choice(one.value, comparison_words(one, workspace.language)) for one in offered)
    return Offered(choices, (chosen if chosen in offered else Comparison.SECTOR).value)


def topics_offered(language: Language) -> tuple[Choice, ...]:
    every = Choice("", language.text("All topics"))
    return (every, *(Choice(topic.value, language.text(title)) for topic, title in TOPICS))


def topic_of(key: str) -> str:
    """The chosen topic, empty for all of them."""
    return key if key in set(Topic) else ""


def comparison_of(key: str) -> Comparison:
    return Comparison(key) if key in set(Comparison) else Comparison.SECTOR


def company_figures(workspace: Workspace, client_id: str, *, period: str, comparison: str) -> CompanyFigures:
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        state = state_of(client, quarters)
        if state is not State.FIGURES:
            return CompanyFigures(state)
        chosen = period_of(period, quarters)
        subject = Subject(firm, client, chosen, comparison_of(comparison), workspace.language)
        return dataclasses.replace(filled(subject), stale=stale_words(firm, quarters[0], workspace.language))


def filled(subject: Subject) -> CompanyFigures:
    own, language = subject.own, subject.language
    things = tuple(
        Thing(one.metric.name, sentence_of(subject, one)) for one in deviations(subject) if one.stands_out
    )
    return CompanyFigures(
        state=State.FIGURES,
        period=period_words(subject.period, language),
        card=peer_card(subject.card, language),
        provisional=language.text("Provisional: not all months of the last quarter were delivered.")
        if own.is_provisional
        else "",
        source=subject.source,
        things=things[:THINGS],
        nothing="" if things else nothing_stands_out(subject),
        changes=changes(subject),
        topics=topics_of(subject),
        nearest=nearest_with_data(subject.firm, subject.employer, subject.period, language)
        if own.values[MetricName.HEADCOUNT] == NOT_DELIVERED
        else None,
    )


def stale_words(firm: Firm, newest: Quarter, language: Language) -> str:
    built = firm.releases.built_at(newest)
    if built is None or firm.now - built <= FRESH:
        return ""
    return language.text(
        "The newest peer figures are old: they were released on {date}.", date=language.date(built)
    )


def topics_of(subject: Subject) -> tuple[tuple[Topic, str, tuple[Strip, ...]], ...]:
    own, card, language = subject.own.values, subject.card, subject.language
    return tuple(
        (
            topic,
            language.text(title),
            tuple(
                strip(metric, own, card, language, target=subject.target(metric))
                for metric in OVERVIEW
                if metric.topic is topic and metric.name in own
            ),
        )
        for topic, title in TOPICS
    )


def strip(
    metric: Metric,
    own: Mapping[MetricName, Value],
    card: PeerCard,
    language: Language,
    *,
    target: Cell | None = None,
) -> Strip:
    label, value, peers = language.text(metric.label), own[metric.name], card.figures.get(metric.name)
    shown = "" if isinstance(value, Missing) else amount(value, metric, language)
    missing = missing_words(value, language) if isinstance(value, Missing) else ""
    known = peers if isinstance(peers, Quantiles) else None
    where = place_in_words(metric, own, card, language)
    note = "" if known else without_peers(peers, language)
    return Strip(
        metric=metric.name,
        label=label,
        value=shown,
        missing=missing,
        median=amount(known.median, metric, language) if known else "",
        middle_half=middle_half(metric, known, language),
        position=where,
        note=note,
        places=None
        if known is None or isinstance(value, Missing)
        else places(value, known, step=metric.step, target=target.number if target else None),
        description=described(label, shown or missing, where or note, metric, known, language=language),
        target=language.text("Agreed target: {target}", target=target.words) if target else "",
    )


def place_in_words(
    metric: Metric, own: Mapping[MetricName, Value], card: PeerCard, language: Language
) -> str:
    value, peers = own[metric.name], card.figures.get(metric.name)
    if not isinstance(peers, Quantiles) or isinstance(value, Missing):
        return ""
    headcount = own[MetricName.HEADCOUNT]
    found = standing(metric, value, peers, headcount=headcount, span=card.period.span)
    return position_words(found, language)


def middle_half(metric: Metric, peers: Quantiles | None, language: Language) -> str:
    low, high = (peers.at(0.25), peers.at(0.75)) if peers else (None, None)
    if low is None or high is None:
        return ""
    return language.text(
        "{low} to {high}", low=amount(low, metric, language), high=amount(high, metric, language)
    )


def described(
    label: str, own: str, where: str, metric: Metric, peers: Quantiles | None, *, language: Language
) -> str:
    """The strip in one sentence, from the same data as the drawing."""
    if peers is None:
        return language.text("{metric}: {value}. {position}.", metric=label, value=own, position=where)
    return language.text(
        "{metric}: {value}, {position}. Median of the peers {median}.",
        metric=label,
        value=own,
        position=where or language.text("no position"),
        median=amount(peers.median, metric, language),
    )
