"""Absence and pay like for like: the own figure, and what it would be with the peers' mix of staff."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.funnel import standing
from dashboard.domain.like_for_like import MIX_OF, like_for_like
from dashboard.domain.metrics import BY_NAME, Metric, MetricName
from dashboard.domain.metrics.formulas import Ratio
from dashboard.domain.own_series import SICKNESS, WAGE_PER_FTE, Breakdown
from dashboard.domain.peers import Comparison, PeerCard, Quantiles, Sizes
from dashboard.domain.workforce import Missing, Period, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Cell, Table
from dashboard.viewmodels.company_figures import State, comparison_of, state_of
from dashboard.viewmodels.figure_words import (
    amount,
    difference_words,
    group_words,
    missing_words,
    period_words,
    position_words,
    size_words,
)
from dashboard.viewmodels.periods import period_of
from dashboard.workspace import Workspace

FORMULAS: dict[MetricName, Ratio] = {
    MetricName.SICKNESS_TOTAL: SICKNESS,
    MetricName.GROSS_WAGE_PER_FTE: WAGE_PER_FTE,
}
MADE_UP = {
    Breakdown.STATUS: N_("With the peers’ blue-collar and white-collar workers"),
    Breakdown.AGE: N_("With the peers’ age classes"),
    Breakdown.SEX: N_("With the peers’ women and men"),
}


@dataclasses.dataclass(frozen=True)
class LikeForLike:
    """The tables of both figures, with whom they are compared, and the method in words."""

    subtitle: str
    tables: tuple[tuple[str, Table], ...]
    method: tuple[str, ...]


def like_for_like_figures(
    workspace: Workspace, client_id: str, *, period: str, comparison: str
) -> LikeForLike | None:
    """None where the client has no figures."""
    with workspace.reading() as firm:
        client = firm.clients.one(client_id)
        quarters = firm.releases.quarters()
        if state_of(client, quarters) is not State.FIGURES:
            return None
        chosen = period_of(period, quarters)
        return of_client(firm, client, chosen, comparison_of(comparison), language=workspace.language)


def of_client(
    firm: Firm, client: Client, period: Period, comparison: Comparison, *, language: Language
) -> LikeForLike:
    employer = client.entry.employer_number or ""
    cards = firm.releases.cards(employer, period, firm_id=firm.actor.firm_id, of=(comparison,))
    told = Told(firm, employer, period, cards[comparison], language)
    metrics = [BY_NAME[name] for name in FORMULAS]
    group = cards[comparison].group
    words = (group_words(group, language) if group else "", period_words(period, language))
    return LikeForLike(
        subtitle=" · ".join(part for part in words if part),
        tables=tuple((language.text(metric.label), told.table(metric)) for metric in metrics),
        method=method(cards[comparison], language),
    )


@dataclasses.dataclass(frozen=True)
class Told:
    """One client's own series beside one card, told in one language."""

    firm: Firm
    employer: str
    period: Period
    card: PeerCard
    language: Language

    @functools.cached_property
    def own(self) -> Mapping[MetricName, Value]:
        return self.firm.releases.own(self.employer, self.period)

    def table(self, metric: Metric) -> Table:
        text = self.language.text
        own = self.own[metric.name]
        heads = (text("Mix of staff"), text("Value"), text("Difference"), text("Position"))
        if isinstance(own, Missing):
            as_it_is = (Cell(text("As it is")), Cell(missing_words(own, self.language)), Cell("–"), Cell("–"))
            return Table(heads, (as_it_is,))
        rows = (self.row(text("As it is"), metric, own), *self.made_up(metric, own))
        return Table(heads, rows)

    def made_up(self, metric: Metric, own: float) -> tuple[tuple[Cell, ...], ...]:
        """A row for each breakdown: the figure, or that it cannot be said."""
        series = self.firm.releases.series(self.employer, self.period.quarters)
        rows = []
        for breakdown, label in MADE_UP.items():
            mix = self.card.mixes.get(MIX_OF[breakdown])
            found = like_for_like(FORMULAS[metric.name], series, breakdown, mix) if mix else None
            words = self.language.text(label)
            if found is None:
                rows.append(self.none(words, mix is None))
            else:
                rows.append(self.row(words, metric, found, apart_from=own))
        return tuple(rows)

    def none(self, label: str, without_mix: object) -> tuple[Cell, ...]:
        peers, groups = N_("Too few peers to compare"), N_("Too few employees in a group")
        return (Cell(label), Cell(self.language.text(peers if without_mix else groups)), Cell("–"), Cell("–"))

    def row(
        self, label: str, metric: Metric, value: float, *, apart_from: float | None = None
    ) -> tuple[Cell, ...]:
        peers = self.card.figures.get(metric.name)
        where = ""
        if isinstance(peers, Quantiles):
            headcount, span = self.own[MetricName.HEADCOUNT], self.period.span
            found = standing(metric, value, peers, headcount=headcount, span=span)
            where = position_words(found, self.language)
        apart = Cell("–")
        if apart_from is not None:
            difference = value - apart_from
            apart = Cell(difference_words(difference, metric, self.language), difference)
        return (Cell(label), Cell(amount(value, metric, self.language), value), apart, Cell(where or "–"))


def method(card: PeerCard, language: Language) -> tuple[str, ...]:
    text = language.text
    size = size_words(card.group, language) if card.group else ""
    same_size = card.group is not None and card.group.level.sizes is not Sizes.ALL and size
    return (
        text(
            "Each group of the client’s own staff keeps its own hours and pay, and is counted more or less "
            "often until the groups have the shares that they have among all the peers’ staff."
        ),
        text("One breakdown at a time: the differences overlap and do not add up."),
        text("Groups of fewer than five people are taken together, or nothing is said."),
        text("Size: the peers have {size}, as the client has.", size=size)
        if same_size
        else text("Size: the peers are of all sizes, and the figures are not adjusted for it."),
    )
