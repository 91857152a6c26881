"""What leaves the product of one client: answers, peers and definitions, in one language."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.exports import Names
from dashboard.domain.metrics import BY_NAME, OVERVIEW, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period
from dashboard.errors import NoFigures
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Table
from dashboard.viewmodels.asked import ASKED
from dashboard.viewmodels.company_figures import EXPLAINED, State, comparison_of, state_of
from dashboard.viewmodels.figure_words import period_words
from dashboard.viewmodels.peer_card import PeerCardWords, peer_card
from dashboard.viewmodels.periods import period_of
from dashboard.viewmodels.questions import ANSWERS

TITLE, SOMEBODY = N_("My company in figures"), N_("The company")


@dataclasses.dataclass(frozen=True)
class Definition:
    """What a metric means and how it is worked out."""

    label: str
    words: str
    formula: str


@dataclasses.dataclass(frozen=True)
class Report:
    """One client's figures as a file says them; `code` is that of a snapshot, or empty."""

    language: str
    title: str
    company: str
    period: str
    source: str
    made: datetime.date
    answers: tuple[Answer, ...]
    peers: Table
    definitions: Mapping[MetricName, Definition]
    exclusions: str = ""
    code: str = ""


@dataclasses.dataclass(frozen=True)
class Shown:
    """What of a client is asked for: its period and its comparison, as their keys."""

    period: str
    comparison: str


def report_of(firm: Firm, client: Client, shown: Shown, *, language: Language) -> Report:
    """Every question that can be answered, the client under its own name."""
    quarters = firm.releases.quarters()
    state = state_of(client, quarters)
    if state is not State.FIGURES:
        raise NoFigures(EXPLAINED[state])
    period, comparison = period_of(shown.period, quarters), comparison_of(shown.comparison)
    answers = answered(firm, client, period=period, comparison=comparison, language=language)
    employer = client.entry.employer_number or ""
    cards = firm.releases.cards(employer, period, firm_id=firm.actor.firm_id).values()
    peers = tuple(peer_card(card, language) for card in cards)
    return Report(
        language=language.code,
        title=language.text(TITLE),
        company=client.entry.name,
        period=period_words(period, language),
        source=answers[0].source if answers else "",
        made=firm.now.date(),
        answers=answers,
        peers=peers_table(peers, language),
        definitions=definitions(answers, language),
        exclusions=peers[0].exclusions,
    )


def named(report: Report, names: Names, language: Language) -> Report:
    """The answers never say the client's name: hiding it is one word."""
    if names is Names.SHOWN:
        return report
    return dataclasses.replace(report, company=language.text(SOMEBODY))


def answered(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> tuple[Answer, ...]:
    asked = (ANSWERS[question] for question in ASKED if question in ANSWERS)
    found = (
        answer(firm, client, period=period, comparison=comparison, language=language) for answer in asked
    )
    return tuple(answer for answer in found if answer is not None)


def peers_table(cards: tuple[PeerCardWords, ...], language: Language) -> Table:
    """With whom each comparison is made: as the cards on the screen say it."""
    text = language.text
    headings = (
        text("Compare with"),
        text("Group"),
        text("Peers"),
        text("About this group of peers"),
        text("Finer groups without enough peers"),
    )
    return Table(headings, tuple(peers_row(card) for card in cards))


def peers_row(card: PeerCardWords) -> tuple[Cell, ...]:
    about = ". ".join(part for part in (card.step, card.small) if part)
    said = (card.name, card.group, card.band, about, "; ".join(card.finer))
    return tuple(Cell(part or "–") for part in said)


def definitions(answers: tuple[Answer, ...], language: Language) -> dict[MetricName, Definition]:
    """Of the metrics that are answered for; a question about all of them defines them all."""
    own = {answer.metric for answer in answers if answer.metric}
    every = (
        {metric.name for metric in OVERVIEW} if any(answer.metric is None for answer in answers) else set()
    )
    return {
        name: Definition(language.text(metric.label), language.text(metric.definition), metric.written)
        for name, metric in BY_NAME.items()
        if name in own | every
    }
