"""The periods of My company in figures: which can be chosen, which one is, and which has data."""

from __future__ import annotations

import dataclasses

from dashboard.data.store import Firm
from dashboard.domain.metrics import MetricName
from dashboard.domain.workforce import Missing, Period, Quarter, Reason, Span
from dashboard.i18n import Language
from dashboard.viewmodels.figure_words import period_words

QUARTERS_OFFERED = 8
NOT_DELIVERED = Missing(Reason.NOT_DELIVERED)


@dataclasses.dataclass(frozen=True)
class Choice:
    """One comparison or period that can be chosen."""

    key: str
    label: str


def periods(quarters: tuple[Quarter, ...], language: Language) -> tuple[Choice, ...]:
    """The periods that can be chosen: years to a quarter's end first, then single quarters."""
    offered = [Period(quarter, span) for span in Span for quarter in quarters[:QUARTERS_OFFERED]]
    return tuple(Choice(period_key(period), period_words(period, language)) for period in offered)


def period_key(period: Period) -> str:
    return f"{period.quarter}-{period.span}"


def period_of(key: str, quarters: tuple[Quarter, ...]) -> Period:
    """The chosen period, or the newest year where the key is none of those offered."""
    offered = (Period(quarter, span) for quarter in quarters for span in Span)
    newest = Period(quarters[0], Span.FOUR_QUARTERS)
    return next((period for period in offered if period_key(period) == key), newest)


def nearest_with_data(firm: Firm, employer: str, chosen: Period, language: Language) -> Choice | None:
    """Where the chosen period was not delivered: the closest offered one that was."""
    offered = firm.releases.quarters()[:QUARTERS_OFFERED]
    values = firm.releases.own_series(employer, MetricName.HEADCOUNT, chosen.span, offered)
    delivered = [quarter for quarter, one in zip(offered, values, strict=True) if one != NOT_DELIVERED]
    if not delivered:
        return None
    nearest = min(delivered, key=lambda quarter: abs((quarter.start - chosen.quarter.start).days))
    period = Period(nearest, chosen.span)
    return Choice(period_key(period), period_words(period, language))
