"""In which months are people absent: this year's sickness over that of the two years before."""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.own_series import SICKNESS, Month, rate
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import MONTHS, QUARTERS, Missing, Period, Quarter, Value
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, MonthLines, Question, Table
from dashboard.viewmodels.figure_words import missing_words, unit_words
from dashboard.viewmodels.questions.beside import figure
from dashboard.viewmodels.questions.steady import is_steady
from dashboard.viewmodels.questions.subject import Subject

METRIC = BY_NAME[MetricName.SICKNESS_TOTAL]
MONTHS_OF_YEAR = QUARTERS * MONTHS
YEARS = 3
# In so many years the peak falls in the same month before a title says so.
ALIKE = 2


@dataclasses.dataclass(frozen=True)
class Year:
    """One year of the calendar, month by month as far as the chosen quarter."""

    year: int
    rates: tuple[Value, ...]

    @property
    def known(self) -> dict[int, float]:
        """By the number of the month."""
        numbered = enumerate(self.rates, start=1)
        return {number: one for number, one in numbered if not isinstance(one, Missing)}

    @property
    def peak(self) -> int | None:
        """The highest month of a whole year."""
        known = self.known
        return max(known, key=lambda number: known[number]) if len(known) == MONTHS_OF_YEAR else None


def answer(
    firm: Firm,
    client: Client,
    *,
    period: Period,
    comparison: Comparison,
    language: Language,
) -> Answer:
    """The client's own months: nothing of the peers is known by month."""
    subject = Subject(firm, client, period, comparison, language)
    last = period.quarter
    first = Quarter(last.year - YEARS + 1, 1)
    count = QUARTERS * (last.year - first.year) + last.number
    quarters = tuple(last.minus(back) for back in reversed(range(count)))
    told = answered(firm.releases.months(subject.employer, quarters), language)
    return dataclasses.replace(told, source=subject.source)


def answered(months: Sequence[Month], language: Language) -> Answer:
    years = years_of(months)
    title = title_of(years, language, steady=is_steady(months))
    there = any(one.known for one in years)
    return Answer(
        question=Question.SEASON,
        metric=METRIC.name,
        title=title,
        subtitle=language.text("Share of the contractual hours lost through sickness, month by month"),
        name=language.text("Lines of twelve months, one for each year. {title}", title=title),
        description=tuple(sentence(one, language) for one in years if one.known),
        table=table(years, language),
        chart=lines(years, language) if there else None,
        unit=unit_words(METRIC, language),
        digits=1,
        source="",
        notice="" if there else missing_words(reason(years), language),
    )


def years_of(months: Sequence[Month]) -> tuple[Year, ...]:
    by_year: dict[int, list[Value]] = collections.defaultdict(list)
    for month in months:
        by_year[month.year].append(rate(SICKNESS, month.sums))
    return tuple(Year(year, tuple(rates)) for year, rates in by_year.items())


def reason(years: Sequence[Year]) -> Missing:
    """Of years without any month: why the newest is missing."""
    return next(one for one in reversed(years[-1].rates) if isinstance(one, Missing))


def title_of(years: Sequence[Year], language: Language, *, steady: bool) -> str:
    peaks = collections.Counter(one.peak for one in years if one.peak)
    month, count = peaks.most_common(1)[0] if peaks else (0, 0)
    if count < ALIKE or not steady:
        return language.text("Sickness absence month by month")
    return language.text(
        "Sickness absence peaks in {month}, in {n} of {of} years",
        month=language.month_name(month),
        n=language.integer(count),
        of=language.integer(peaks.total()),
    )


def lines(years: Sequence[Year], language: Language) -> MonthLines:
    numbers = range(1, MONTHS_OF_YEAR + 1)
    return MonthLines(
        months=tuple(language.short_month_name(number) for number in numbers),
        years=tuple(
            (str(one.year), tuple(rounded(one.known.get(number)) for number in numbers))
            for one in years
            if one.known
        ),
    )


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def sentence(one: Year, language: Language) -> str:
    known = one.known
    if not any(known.values()):
        return language.text("{year}: no sickness absence.", year=one.year)
    highest, lowest = max(known, key=lambda at: known[at]), min(known, key=lambda at: known[at])
    return language.text(
        "{year}: highest in {high_month} at {high}, lowest in {low_month} at {low}.",
        year=one.year,
        high_month=language.month_name(highest),
        high=language.percent(known[highest]),
        low_month=language.month_name(lowest),
        low=language.percent(known[lowest]),
    )


def table(years: Sequence[Year], language: Language) -> Table:
    return Table(
        (language.text(N_("Month")), *(str(one.year) for one in years)),
        tuple(
            (
                Cell(language.month_name(place + 1)),
                *(
                    figure(one.rates[place], METRIC, language) if place < len(one.rates) else Cell("")
                    for one in years
                ),
            )
            for place in range(MONTHS_OF_YEAR)
        ),
    )
