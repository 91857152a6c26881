"""What is our pay made of, compared with the peers: each part of the wage cost beside theirs."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.peers import Comparison, PeerCard
from dashboard.domain.shares import MIXES_BY_NAME, MixName, own_shares
from dashboard.domain.workforce import Missing, Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Dots, Question, Table
from dashboard.viewmodels.figure_words import comparison_words, missing_words
from dashboard.viewmodels.questions.beside import (
    NOTHING,
    WORTH_SAYING,
    beside_whom,
    no_mix,
    provisional,
    share,
)
from dashboard.viewmodels.questions.subject import Subject, fitting

PAY = MIXES_BY_NAME[MixName.PAY]
PARTS = {
    "base_pay": N_("Base pay"),
    "premiums": N_("Regular premiums"),
    "overtime_pay": N_("Pay for overtime"),
    "bonus": N_("Variable pay"),
    "year_end": N_("Year-end bonus and double holiday pay"),
    "contributions": N_("Employer’s contributions"),
    "other": N_("Benefits and other costs"),
}


@dataclasses.dataclass(frozen=True)
class Row:
    """One part of the wage cost: the client's share, the peers', and how far apart they are."""

    label: str
    own: Cell
    peers: Cell
    difference: Cell


def answer(
    firm: Firm, client: Client, *, period: Period, comparison: Comparison, language: Language
) -> Answer:
    subject = Subject(firm, client, period, comparison, language)
    own = own_shares(PAY, firm.releases.measures(subject.employer, period) or {})
    told = answered(own, subject.card, language)
    return dataclasses.replace(
        told, source=subject.source, description=told.description + provisional(subject)
    )


def answered(own: dict[str, float] | Missing, card: PeerCard, language: Language) -> Answer:
    rows = rows_of(own, card, language)
    title = title_of(rows, card, language)
    chart = Dots(dots(rows, language), language.text("Peers"))
    return Answer(
        question=Question.PAY_MIX,
        metric=None,
        title=title,
        subtitle=beside_whom(card, language),
        name=language.text("Dots on either side of the peers’ share. {title}", title=title),
        description=described(rows, language),
        table=table(rows, language),
        chart=chart if chart.rows else None,
        unit=language.text("percentage points"),
        digits=1,
        source="",
        notice="" if chart.rows else notice(own, card, language),
    )


def rows_of(own: dict[str, float] | Missing, card: PeerCard, language: Language) -> tuple[Row, ...]:
    """Where both are known, from the part that weighs most beyond the peers to the one that lacks most."""
    mine = {} if isinstance(own, Missing) else own
    theirs = card.mixes.get(PAY.name, {})
    rows = [row(part, mine.get(part), theirs.get(part), language) for part in PARTS]
    return tuple(sorted(rows, key=lambda one: -(one.difference.number or 0)))


def row(part: str, own: float | None, peers: float | None, language: Language) -> Row:
    mine = NOTHING if own is None else share(own, language)
    theirs = NOTHING if peers is None else share(peers, language)
    apart = NOTHING
    if mine.number is not None and theirs.number is not None:
        # The difference of what is read, so that the reader can check it.
        points = round(mine.number - theirs.number, 1)
        apart = Cell(language.points(points), points)
    return Row(language.text(PARTS[part]), mine, theirs, apart)


def title_of(rows: tuple[Row, ...], card: PeerCard, language: Language) -> str:
    neutral = language.text("What the wage cost is made of")
    most = max(rows, key=lambda one: abs(one.difference.number or 0))
    if abs(most.difference.number or 0) < WORTH_SAYING:
        return neutral
    found = language.text(
        "{part}: {points} beside the peers ({group})",
        part=most.label,
        points=most.difference.words,
        group=comparison_words(card.comparison, language),
    )
    return fitting(found, neutral)


def dots(rows: tuple[Row, ...], language: Language) -> tuple[tuple[str, Cell], ...]:
    return tuple(
        (language.text("{part}: {share}", part=one.label, share=one.own.words), signed(points, language))
        for one in rows
        if (points := one.difference.number) is not None
    )


def signed(points: float, language: Language) -> Cell:
    """Without its unit, which the axis says."""
    sign = "+" if points > 0 else ""
    return Cell(sign + language.decimal(points), points)


def notice(own: dict[str, float] | Missing, card: PeerCard, language: Language) -> str:
    return missing_words(own, language) if isinstance(own, Missing) else no_mix(card, language)


def described(rows: tuple[Row, ...], language: Language) -> tuple[str, ...]:
    return tuple(
        language.text(
            "{part}: {own}, peers {peers}.", part=one.label, own=one.own.words, peers=one.peers.words
        )
        for one in rows
        if one.own.number is not None or one.peers.number is not None
    )


def table(rows: tuple[Row, ...], language: Language) -> Table:
    headings = (N_("Part of the wage cost"), N_("This company"), N_("Peers"), N_("Difference"))
    return Table(
        tuple(map(language.text, headings)),
        tuple((Cell(one.label), one.own, one.peers, one.difference) for one in rows),
    )
