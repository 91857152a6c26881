"""From here to the median (Q13): what sickness absence costs a year, and what it would cost there."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable

from dashboard.data.store import Firm
from dashboard.domain.absence_cost import Absence, Cost, Range, absence_of, cost, hours_of_day, hours_of_fte
from dashboard.domain.clients import Client
from dashboard.domain.funnel import half_width
from dashboard.domain.legal_parameters import Law, first_day, law_on
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Missing, Period, Span
from dashboard.i18n import N_, Language
from dashboard.viewmodels.absence_sentences import (
    assumptions,
    formula,
    rough_money,
    share_words,
)
from dashboard.viewmodels.answers import Answer, BeforeAndAfter, Cell, Question, Table
from dashboard.viewmodels.figure_words import missing_words, without_peers
from dashboard.viewmodels.questions.subject import Subject

ABSENCE = BY_NAME[MetricName.SICKNESS_TOTAL]
LEAST_STEPS = 2


class Target(enum.StrEnum):
    """Where among the peers the client's absence is moved."""

    MEDIAN = "median"
    LOWER_QUARTILE = "lower-quartile"
    UPPER_QUARTILE = "upper-quartile"


PROBABILITIES = {Target.MEDIAN: 0.5, Target.LOWER_QUARTILE: 0.25, Target.UPPER_QUARTILE: 0.75}
PLACES = {
    Target.MEDIAN: N_("At the median"),
    Target.LOWER_QUARTILE: N_("At the lower quartile"),
    Target.UPPER_QUARTILE: N_("At the upper quartile"),
}
LESS = {
    Target.MEDIAN: N_("Estimate: absence at the median would cost {amount} less a year"),
    Target.LOWER_QUARTILE: N_("Estimate: absence at the lower quartile would cost {amount} less a year"),
    Target.UPPER_QUARTILE: N_("Estimate: absence at the upper quartile would cost {amount} less a year"),
}
MORE = {
    Target.MEDIAN: N_("Estimate: absence at the median would cost {amount} more a year"),
    Target.LOWER_QUARTILE: N_("Estimate: absence at the lower quartile would cost {amount} more a year"),
    Target.UPPER_QUARTILE: N_("Estimate: absence at the upper quartile would cost {amount} more a year"),
}
NEUTRAL = N_("What sickness absence costs a year, and what it would cost elsewhere among the peers")


@dataclasses.dataclass(frozen=True)
class Move:
    """An absence, what the law makes of it, and the rate to which it is moved: all its parts shrink alike."""

    absence: Absence
    cost: Cost
    law: Law
    rate: float
    target: float
    chance: float

    @property
    def factor(self) -> float:
        return self.target / self.rate

    @property
    def is_weak(self) -> bool:
        """Nearer to the target than rounding or chance put it: the title states nothing."""
        return abs(self.rate - self.target) < max(LEAST_STEPS * ABSENCE.step, self.chance)


def answer(
    firm: Firm,
    client: Client,
    *,
    period: Period,
    comparison: Comparison,
    language: Language,
    target: Target = Target.MEDIAN,
) -> Answer:
    """Always of a year: absence has seasons, and laws count in spells of months."""
    year = Period(period.quarter, Span.FOUR_QUARTERS)
    subject = Subject(firm, client, year, comparison, language)
    peers, value = subject.quantiles(ABSENCE, subject.card), subject.value(ABSENCE)
    absence = absence_of(firm.releases.measures(subject.employer, year) or {})
    goal = peers.at(PROBABILITIES[target]) if peers else None
    notice = why_not(subject, absence, goal)
    if firm.now.date() < first_day():
        notice = notice or language.text("The amounts of the law are not on record for this day")
    if notice or absence is None or goal is None or isinstance(value, Missing):
        return dataclasses.replace(nothing(subject), notice=notice)
    law = law_on(firm.now.date())
    chance = half_width(ABSENCE, goal, headcount=absence.staff, span=year.span)
    move = Move(absence, cost(absence, law), law, value, goal, chance)
    return filled(nothing(subject), move, target, language)


def nothing(subject: Subject) -> Answer:
    """The question without its answer."""
    text = subject.language.text
    return Answer(
        question=Question.TO_THE_MEDIAN,
        metric=ABSENCE.name,
        title=text(NEUTRAL),
        subtitle=subject.subtitle,
        name=text("Two bars: the cost of sickness absence now and at the chosen rate"),
        description=(),
        table=Table((), ()),
        chart=None,
        unit=text("euros a year"),
        digits=0,
        source=subject.source,
    )


def why_not(subject: Subject, absence: Absence | None, goal: float | None) -> str:
    """Why there is nothing to move, in words; empty where there is."""
    value, text = subject.value(ABSENCE), subject.language.text
    if isinstance(value, Missing):
        return missing_words(value, subject.language)
    if absence is None:
        return text("Pay and hours of this year are not delivered in full")
    if goal is None:
        return without_peers(subject.card.figures.get(ABSENCE.name), subject.language)
    return "" if value > 0 else text("There was no sickness absence in this year")


def filled(empty: Answer, move: Move, target: Target, language: Language) -> Answer:
    place = language.text(PLACES[target])
    now, then = move.cost.total, move.cost.total.times(move.factor)
    changed = now.times(move.factor - 1)
    chart = BeforeAndAfter(
        (language.text("Now"), money_cell(now, language)),
        (place, money_cell(then, language)),
        money_cell(changed, language),
        ends=((now.low, now.high), (then.low, then.high)),
    )
    rates = (move.rate, move.target)
    told = formula(move.absence, move.cost, move.law, rates=rates, language=language)
    return dataclasses.replace(
        empty,
        title=title_of(move, changed, target, language),
        description=(*told, *assumptions(move.law, language)),
        table=table_of(move, place, language),
        chart=chart,
    )


def title_of(move: Move, changed: Range, target: Target, language: Language) -> str:
    if move.is_weak:
        return language.text(NEUTRAL)
    sentences = LESS if move.factor < 1 else MORE
    amount = changed if move.factor > 1 else changed.times(-1)
    return language.text(sentences[target], amount=rough_money(amount, language))


def money_cell(amount: Range, language: Language) -> Cell:
    """The middle is what a bar shows; the words have both ends."""
    return Cell(rough_money(amount, language), (amount.low + amount.high) / 2)


def table_of(move: Move, place: str, language: Language) -> Table:
    text = language.text
    absence, law = move.absence, move.law
    whole = (
        (text("Hours lost"), absence.lost, language.integer),
        (text("Days lost"), absence.lost / hours_of_day(law), language.integer),
        (text("Full-time equivalents lost"), absence.lost / hours_of_fte(law), language.decimal),
        (text("Hours with guaranteed pay"), absence.guaranteed, language.integer),
        (text("Hours in the second and third month"), absence.to_day_90, language.integer),
    )
    euros = (
        (text("Guaranteed pay"), move.cost.guaranteed),
        (text("Solidarity contribution"), move.cost.solidarity),
        (text("Cost together"), move.cost.total),
    )
    return Table(
        (text("Per year"), text("Now"), place, text("Difference")),
        (
            rate_row(move, language),
            *(row_of(label, one, move.factor, written) for label, one, written in whole),
            *(money_row(label, one, move.factor, language) for label, one in euros),
            *given_rows(move, language),
        ),
    )


def rate_row(move: Move, language: Language) -> tuple[Cell, ...]:
    rate, target, apart = move.rate, move.target, move.target - move.rate
    return (
        Cell(language.text("Sickness absence")),
        Cell(language.percent(rate), rate),
        Cell(language.percent(target), target),
        Cell(language.points(apart), apart),
    )


def row_of(label: str, now: float, factor: float, written: Callable[[float], str]) -> tuple[Cell, ...]:
    return (Cell(label), *(Cell(written(now * one), now * one) for one in (1, factor, factor - 1)))


def money_row(label: str, now: Range, factor: float, language: Language) -> tuple[Cell, ...]:
    return (Cell(label), *(money_cell(now.times(one), language) for one in (1, factor, factor - 1)))


def given_rows(move: Move, language: Language) -> tuple[tuple[Cell, ...], ...]:
    """What does not move: the hours of the contracts, and what an hour costs."""
    text, absence = language.text, move.absence
    share = move.cost.paid_share
    given = (
        (text("Contractual hours"), Cell(language.integer(absence.contracted), absence.contracted)),
        (text("Gross pay of an hour"), Cell(language.money(absence.hourly, 2), absence.hourly)),
        (
            text("Of which paid in the first month"),
            Cell(share_words(share, language), 50 * (share.low + share.high)),
        ),
        (text("Workers on average"), Cell(language.decimal(absence.staff), absence.staff)),
    )
    return tuple((Cell(label), one, one, Cell("–")) for label, one in given)
