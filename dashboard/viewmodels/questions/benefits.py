"""Do the peers grant this benefit: how many in ten, and whether the client does."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.peers import Comparison, PeerCard
from dashboard.domain.shares import MIXES_BY_NAME, MixName, lacking, own_counts
from dashboard.domain.workforce import Missing, Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Question, Table, TenDots
from dashboard.viewmodels.figure_words import missing_words
from dashboard.viewmodels.questions.beside import NOTHING, beside_whom, no_mix
from dashboard.viewmodels.questions.subject import Subject, fitting

BENEFITS = MIXES_BY_NAME[MixName.BENEFITS]
LABELS = {
    "meal_vouchers": N_("Meal vouchers"),
    "company_car": N_("Company car"),
    "group_insurance": N_("Supplementary pension"),
    "hospital_insurance": N_("Hospital insurance"),
    "bike_allowance": N_("Bicycle allowance"),
}
TEN = 10
# A benefit is a title's matter where so many peers in ten do other than the client.
UNLIKE = 6
Granted = Mapping[str, bool] | Missing


@dataclasses.dataclass(frozen=True)
class Row:
    """One benefit: how many peers in ten grant it, and whether the client does."""

    label: str
    tenths: int | None
    grants: bool | None

    @property
    def unlike(self) -> int:
        """How many peers in ten do other than the client."""
        if self.tenths is None or self.grants is None:
            return 0
        return TEN - self.tenths if self.grants else self.tenths


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer:
    subject = Subject(firm, client, period, comparison, language)
    measures = firm.releases.measures(subject.employer, period) or {}
    told = answered(granted(measures), subject.card, language)
    return dataclasses.replace(told, source=subject.source)


def granted(measures: Mapping[str, int | None]) -> Granted:
    missing = lacking(BENEFITS, measures)
    return missing or {name: count > 0 for name, count in own_counts(BENEFITS, measures).items()}


def answered(own: Granted, card: PeerCard, language: Language) -> Answer:
    rows = rows_of(own, card, language)
    chart = TenDots(tuple((one.label, one.tenths, one.grants) for one in rows if one.tenths is not None))
    title = title_of(rows, language)
    return Answer(
        question=Question.BENEFITS,
        metric=None,
        title=title,
        subtitle=beside_whom(card, language),
        name=language.text(
            "Ten dots for each benefit, one for each tenth of the peers. {title}", title=title
        ),
        description=tuple(sentence(one, language) for one in rows),
        table=table(rows, language),
        chart=chart if chart.rows else None,
        unit=language.text("peers in ten"),
        digits=0,
        source="",
        notice=notice(own, card, language),
    )


def rows_of(own: Granted, card: PeerCard, language: Language) -> tuple[Row, ...]:
    """The benefits that most peers grant come first; those of which nothing is released, last."""
    mine = {} if isinstance(own, Missing) else own
    theirs = card.mixes.get(BENEFITS.name, {})
    rows = [
        Row(language.text(label), round(theirs[name]) if name in theirs else None, mine.get(name))
        for name, label in LABELS.items()
    ]
    return tuple(sorted(rows, key=lambda one: -1 if one.tenths is None else one.tenths, reverse=True))


def title_of(rows: tuple[Row, ...], language: Language) -> str:
    neutral = language.text("Benefits, beside the peers")
    most = max(rows, key=lambda one: one.unlike)
    if most.unlike < UNLIKE:
        return neutral
    said = (
        N_("{benefit}: at {n} in 10 peers, and at this company")
        if most.grants
        else N_("{benefit}: at {n} in 10 peers, not at this company")
    )
    return fitting(language.text(said, benefit=most.label, n=most.tenths), neutral)


def sentence(one: Row, language: Language) -> str:
    return language.text(
        "{benefit}: {peers}; this company: {own}.",
        benefit=one.label,
        peers=peers_words(one, language),
        own=own_words(one, language),
    )


def peers_words(one: Row, language: Language) -> str:
    if one.tenths is None:
        return language.text("not released for the peers")
    return language.text("{n} in 10 peers", n=one.tenths)


def own_words(one: Row, language: Language) -> str:
    if one.grants is None:
        return NOTHING.words
    return language.text("yes") if one.grants else language.text("no")


def notice(own: Granted, card: PeerCard, language: Language) -> str:
    if BENEFITS.name not in card.mixes:
        return no_mix(card, language)
    return missing_words(own, language) if isinstance(own, Missing) else ""


def table(rows: tuple[Row, ...], language: Language) -> Table:
    headings = (N_("Benefit"), N_("Peers"), N_("This company"))
    return Table(
        tuple(map(language.text, headings)),
        tuple(
            (Cell(one.label), Cell(peers_words(one, language), one.tenths), Cell(own_words(one, language)))
            for one in rows
        ),
    )
