"""Who works here: age classes, contracts and working time beside all the peers together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.funnel import half_width
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.own_series import SMALLEST_GROUP, shown_groups
from dashboard.domain.peers import Comparison, PeerCard, Quantiles
from dashboard.domain.shares import MIXES_BY_NAME, Mix, MixName, lacking, merged, own_counts, own_shares
from dashboard.domain.workforce import Missing, Period, Reason, Span, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Bars, Cell, Question, Table
from dashboard.viewmodels.figure_words import amount, comparison_words, missing_words
from dashboard.viewmodels.questions.beside import (
    NOTHING,
    WORTH_SAYING,
    beside_whom,
    figure,
    share,
)
from dashboard.viewmodels.questions.subject import Subject, fitting

AGE = MIXES_BY_NAME[MixName.AGE]
# The youngest and the oldest of each class; 0 where it has no bound.
AGES = ((0, 24), (25, 34), (35, 44), (45, 54), (55, 0))
SENIORITY, OLDEST = BY_NAME[MetricName.SENIORITY], BY_NAME[MetricName.SHARE_55_AND_OVER]
TOO_FEW = Missing(Reason.TOO_FEW_EMPLOYEES)
# Beside the age classes: of two parts that are a whole the one says the other.
OTHERS = {
    (MixName.SEX, "women"): N_("Women"),
    (MixName.WORKING_TIME, "part_time"): N_("Part-time"),
    (MixName.STATUS, "blue_collar"): N_("Blue-collar"),
    (MixName.CONTRACT, "open_ended"): N_("Open-ended contract"),
    (MixName.CONTRACT, "fixed_term"): N_("Fixed-term contract"),
    (MixName.CONTRACT, "student"): N_("Student"),
    (MixName.CONTRACT, "flexi_job"): N_("Flexi-job"),
}
Measures = Mapping[str, int | None]


@dataclasses.dataclass(frozen=True)
class Row:
    """A part of the staff: the client's share and the peers'; of the oldest also from what age."""

    label: str
    own: Cell
    peers: Cell
    oldest_from: int = 0


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer:
    subject = Subject(firm, client, period, comparison, language)
    measures = firm.releases.measures(subject.employer, period) or {}
    told = answered(measures, subject.value(SENIORITY), subject.card, language)
    return dataclasses.replace(told, source=subject.source)


def answered(measures: Measures, seniority: Value, card: PeerCard, language: Language) -> Answer:
    rows = (*age_rows(measures, card, language), *other_rows(measures, card, language))
    known = tuple((one.label, one.own, one.peers) for one in rows if one.own.number is not None)
    drawn = known if any(own.number for _label, own, _peers in known) else ()
    title = title_of(rows, measures, card, language)
    served = served_row(seniority, card, language)
    return Answer(
        question=Question.STAFF,
        metric=None,
        title=title,
        subtitle=beside_whom(card, language),
        name=language.text("Bars of the staff with a tick for the peers. {title}", title=title),
        description=tuple(sentence(one, language) for one in (*rows, served)),
        table=table((*rows, served), language),
        chart=Bars(drawn) if drawn else None,
        unit=language.text("per cent of the staff"),
        digits=1,
        source="",
        notice="" if drawn else missing_words(lacking(AGE, measures) or TOO_FEW, language),
    )


def age_rows(measures: Measures, card: PeerCard, language: Language) -> Iterator[Row]:
    """Classes of fewer than five people are put together, the peers' likewise."""
    own, theirs = own_shares(AGE, measures), card.mixes.get(AGE.name, {})
    classes: Sequence[tuple[int, ...]] = [(place,) for place in range(len(AGES))]
    if not isinstance(own, Missing):
        people = list(own_counts(AGE, measures).values())
        classes = merged(people, least=SMALLEST_GROUP * (measures["months"] or 1))
    if len(classes) == 1:
        return
    for places in classes:
        parts = [AGE.parts[place].name for place in places]
        low, high = AGES[places[0]][0], AGES[places[-1]][1]
        yield Row(
            age_words(low, high, language),
            Cell(missing_words(own, language))
            if isinstance(own, Missing)
            else together(own, parts, language),
            together(theirs, parts, language) if theirs else NOTHING,
            0 if high else low,
        )


def together(shares: Mapping[str, float], parts: Sequence[str], language: Language) -> Cell:
    return share(sum(shares[part] for part in parts), language)


def age_words(low: int, high: int, language: Language) -> str:
    if not low:
        return language.text("Under {age}", age=high + 1)
    if not high:
        return language.text("{age} and over", age=low)
    return language.text("{low} to {high}", low=low, high=high)


def other_rows(measures: Measures, card: PeerCard, language: Language) -> Iterator[Row]:
    for (name, part), label in OTHERS.items():
        mix = MIXES_BY_NAME[name]
        theirs = card.mixes.get(name, {}).get(part)
        yield Row(
            language.text(label),
            own_part(mix, part, measures, language),
            NOTHING if theirs is None else share(theirs, language),
        )


def own_part(mix: Mix, part: str, measures: Measures, language: Language) -> Cell:
    """Hidden where fewer than five people would be told apart, by the share or by what it leaves (R12)."""
    own = own_shares(mix, measures)
    if isinstance(own, Missing):
        return Cell(missing_words(own, language))
    people = own_counts(mix, measures)
    shown = shown_groups(people, months=measures["months"] or 1)
    return (
        share(own[part], language)
        if part in shown or not people[part]
        else Cell(missing_words(TOO_FEW, language))
    )


def served_row(seniority: Value, card: PeerCard, language: Language) -> Row:
    peers = card.figures.get(SENIORITY.name)
    median = Cell(amount(peers.median, SENIORITY, language)) if isinstance(peers, Quantiles) else NOTHING
    return Row(
        language.text("Seniority in years, beside the median"), figure(seniority, SENIORITY, language), median
    )


def title_of(rows: Sequence[Row], measures: Measures, card: PeerCard, language: Language) -> str:
    neutral = language.text("Who works here")
    oldest = next((one for one in rows if one.oldest_from), None)
    if oldest is None or oldest.own.number is None or oldest.peers.number is None:
        return neutral
    if abs(oldest.own.number - oldest.peers.number) < max(
        WORTH_SAYING, by_chance(oldest.peers.number, measures)
    ):
        return neutral
    found = language.text(
        "{share} of the staff is {age} or older; among the peers {peers} ({group})",
        share=oldest.own.words,
        age=oldest.oldest_from,
        peers=oldest.peers.words,
        group=comparison_words(card.comparison, language),
    )
    return fitting(found, neutral)


def by_chance(peers: float, measures: Measures) -> float:
    """How far from the peers chance alone puts the share of a staff of this size."""
    headcount = (measures["headcount"] or 0) / (measures["months"] or 1)
    return half_width(OLDEST, peers, headcount=headcount, span=Span.FOUR_QUARTERS)


def sentence(one: Row, language: Language) -> str:
    return language.text(
        "{part}: {own}, peers {peers}.", part=one.label, own=one.own.words, peers=one.peers.words
    )


def table(rows: Sequence[Row], language: Language) -> Table:
    headings = (N_("Part of the staff"), N_("This company"), N_("Peers"))
    return Table(
        tuple(map(language.text, headings)),
        tuple((Cell(one.label), one.own, one.peers) for one in rows),
    )
