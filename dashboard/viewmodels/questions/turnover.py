"""Do we lose many people: who joined and who left by quarter, and the turnover beside the peers'."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Missing, Period, Quarter, Span, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, InAndOut, Question, Strip, Table
from dashboard.viewmodels.figure_words import amount, period_words, unit_words
from dashboard.viewmodels.questions.beside import NOTHING, figure
from dashboard.viewmodels.questions.subject import Subject, fitting

TURNOVER = BY_NAME[MetricName.TURNOVER_TOTAL]
ENTRIES, EXITS = BY_NAME[MetricName.ENTRIES], BY_NAME[MetricName.EXITS]
QUARTERS_SHOWN, MEDIAN = 8, 0.5


@dataclasses.dataclass(frozen=True)
class Moves:
    """Who joined and who left in a quarter or a year."""

    label: str
    joined: Value
    left: Value


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer:
    """Turnover is told of a year, also where a quarter was asked for."""
    year = Period(period.quarter, Span.FOUR_QUARTERS)
    subject = Subject(firm, client, year, comparison, language)
    quarters = tuple(period.quarter.minus(back) for back in reversed(range(QUARTERS_SHOWN)))
    told = answered(
        strip_of(subject),
        moves_of(firm, subject.employer, quarters, language),
        Moves(period_words(year, language), subject.value(ENTRIES), subject.value(EXITS)),
        subject.subtitle,
        language,
    )
    return dataclasses.replace(told, source=subject.source)


def moves_of(
    firm: Firm, employer: str, quarters: tuple[Quarter, ...], language: Language
) -> tuple[Moves, ...]:
    series = (
        firm.releases.own_series(employer, one, Span.QUARTER, quarters) for one in (ENTRIES.name, EXITS.name)
    )
    return tuple(
        Moves(language.quarter(quarter.year, quarter.number), joined, left)
        for quarter, joined, left in zip(quarters, *series, strict=True)
    )


def answered(strip: Strip, moves: Sequence[Moves], whole: Moves, subtitle: str, language: Language) -> Answer:
    title = title_of(strip, whole, language)
    known = [one for one in moves if not isinstance(one.joined, Missing)]
    return Answer(
        question=Question.TURNOVER,
        metric=TURNOVER.name,
        title=title,
        subtitle=subtitle,
        name=language.text("Columns of people who joined and left, by quarter. {title}", title=title),
        description=described(strip, [*known, whole], language),
        table=table([*moves, whole], strip, language),
        chart=chart_of(moves, strip) if known else None,
        unit=unit_words(ENTRIES, language),
        digits=0,
        source="",
        notice="" if known else strip.client.words,
    )


def strip_of(subject: Subject) -> Strip:
    language, card = subject.language, subject.card
    peers = subject.quantiles(TURNOVER, card)
    released = sorted(peers.values.items()) if peers else ()
    return Strip(
        label=language.text(TURNOVER.label),
        client=figure(subject.value(TURNOVER), TURNOVER, language),
        quantiles=tuple((at, Cell(amount(one, TURNOVER, language), one)) for at, one in released),
        position=subject.position_words(TURNOVER, card),
        note=subject.note(TURNOVER, card),
    )


def title_of(strip: Strip, whole: Moves, language: Language) -> str:
    if isinstance(whole.joined, Missing) or not strip.position:
        return strip.label
    found = language.text(
        "Staff turnover is {position}; exits: {left}, entries: {joined} in 12 months",
        position=strip.position,
        left=count(whole.left, language).words,
        joined=count(whole.joined, language).words,
    )
    return fitting(found, language.text("Staff turnover is {position}", position=strip.position))


def count(value: Value, language: Language) -> Cell:
    if isinstance(value, Missing):
        return NOTHING
    return Cell(language.integer(value), value)


def chart_of(moves: Sequence[Moves], strip: Strip) -> InAndOut:
    return InAndOut(
        labels=tuple(one.label for one in moves),
        joined=tuple(None if isinstance(one.joined, Missing) else one.joined for one in moves),
        left=tuple(None if isinstance(one.left, Missing) else one.left for one in moves),
        strip=strip if strip.quantiles and strip.client.number is not None else None,
    )


def described(strip: Strip, moves: Sequence[Moves], language: Language) -> tuple[str, ...]:
    quarters = (
        language.text(
            "{period}: entries {joined}, exits {left}.",
            period=one.label,
            joined=count(one.joined, language).words,
            left=count(one.left, language).words,
        )
        for one in moves
    )
    return (
        beside_median(strip, language),
        *quarters,
        language.text("Turnover counts open-ended contracts; entries and exits count every contract."),
    )


def beside_median(strip: Strip, language: Language) -> str:
    if not strip.position:
        return language.text("{metric}: {value}.", metric=strip.label, value=strip.client.words)
    return language.text(
        "{metric}: {value}, {position}. Median of the peers {median}.",
        metric=strip.label,
        value=strip.client.words,
        position=strip.position,
        median=dict(strip.quantiles)[MEDIAN].words,
    )


def table(moves: Sequence[Moves], strip: Strip, language: Language) -> Table:
    """The turnover stands in the last row, which is the year."""
    headings = (
        N_("Period"),
        N_("Entries"),
        N_("Exits"),
        N_("Net"),
        N_("Staff turnover"),
        N_("Median of the peers"),
    )
    median = dict(strip.quantiles).get(MEDIAN, NOTHING)
    rows = [(*cells(one, language), NOTHING, NOTHING) for one in moves[:-1]]
    whole = (*cells(moves[-1], language), strip.client, median)
    return Table(tuple(map(language.text, headings)), (*rows, whole))


def cells(one: Moves, language: Language) -> tuple[Cell, Cell, Cell, Cell]:
    net = NOTHING
    if not isinstance(one.joined, Missing) and not isinstance(one.left, Missing):
        net = Cell(language.integer(one.joined - one.left), one.joined - one.left)
    return Cell(one.label), count(one.joined, language), count(one.left, language), net
