"""Is a rise of absence a blip or a real change: a control chart of the monthly sickness rate."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from dashboard.data.store import Firm
from dashboard.domain.clients import Client
from dashboard.domain.control_chart import Plateau, plateau_at, plateaus_of, signals_of
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.own_series import SICKNESS, Month, rate
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Missing, Period
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Answer, Cell, Control, Question, Table
from dashboard.viewmodels.figure_words import unit_words
from dashboard.viewmodels.questions.beside import share
from dashboard.viewmodels.questions.steady import SMALLEST_STEADY, mean_fte
from dashboard.viewmodels.questions.subject import Subject

METRIC = BY_NAME[MetricName.SICKNESS_TOTAL]
QUARTERS_SHOWN, FEWEST_MONTHS = 12, 24
WHOLE = 100


@dataclasses.dataclass(frozen=True)
class Charted:
    """The months in a row up to the last delivered one, their rates, and what is usual of them."""

    labels: tuple[str, ...]
    rates: tuple[float, ...]
    plateaus: tuple[Plateau, ...]
    signals: tuple[int, ...]
    weight: float

    @property
    def outside(self) -> tuple[int, ...]:
        """The signals beyond the limits of their plateau."""
        return tuple(
            one for one in self.signals if not plateau_at(self.plateaus, one).contains(self.rates[one])
        )


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
    quarters = tuple(period.quarter.minus(back) for back in reversed(range(QUARTERS_SHOWN)))
    told = answered(firm.releases.months(subject.employer, quarters), language)
    return dataclasses.replace(told, source=subject.source)


def answered(months: Sequence[Month], language: Language) -> Answer:
    run = in_a_row(months)
    fte = mean_fte(run)
    lacking = notice(run, fte, language)
    found = None if lacking else charted(run, fte, language)
    title = title_of(found, language) if found else language.text(METRIC.label)
    return Answer(
        question=Question.SHIFT,
        metric=METRIC.name,
        title=title,
        subtitle=subtitle(found, fte, language) if found else "",
        name=language.text("Control chart of monthly sickness absence. {title}", title=title),
        description=described(found, language) if found else (),
        table=judged(found, language) if found else plain(run, language),
        chart=control(found) if found else None,
        unit=unit_words(METRIC, language),
        digits=1,
        source="",
        notice=lacking,
    )


def in_a_row(months: Sequence[Month]) -> tuple[Month, ...]:
    """The newest months with a rate, back to the first without one."""
    newest_first = list(reversed(months))
    delivered = itertools.dropwhile(lambda one: not has_rate(one), newest_first)
    return tuple(reversed(list(itertools.takewhile(has_rate, delivered))))


def has_rate(month: Month) -> bool:
    return not isinstance(rate(SICKNESS, month.sums), Missing)


def notice(run: Sequence[Month], fte: float, language: Language) -> str:
    if len(run) < FEWEST_MONTHS:
        return language.text(
            "At least {least} months in a row are needed to tell a blip from a change; there are {n}.",
            least=FEWEST_MONTHS,
            n=len(run),
        )
    if fte < SMALLEST_STEADY:
        return language.text(
            "At least {least} FTE are needed to tell a blip from a change; there are {fte}.",
            least=SMALLEST_STEADY,
            fte=language.decimal(fte),
        )
    return ""


def charted(run: Sequence[Month], fte: float, language: Language) -> Charted:
    """A change of plateau is told where it moves the mean by what one person away all month weighs."""
    rates = rates_of(run)
    weight = WHOLE / fte
    plateaus = plateaus_of(rates, least=weight)
    return Charted(labels_of(run, language), rates, plateaus, signals_of(rates, plateaus), weight)


def rates_of(run: Sequence[Month]) -> tuple[float, ...]:
    rates = (rate(SICKNESS, month.sums) for month in run)
    return tuple(one for one in rates if not isinstance(one, Missing))


def labels_of(run: Sequence[Month], language: Language) -> tuple[str, ...]:
    return tuple(language.month(month.year, month.number) for month in run)


def title_of(found: Charted, language: Language) -> str:
    *before, last = found.plateaus
    if before:
        said = (
            N_("Sickness absence shifted upwards from {month}")
            if last.mean > before[-1].mean
            else N_("Sickness absence shifted downwards from {month}")
        )
        return language.text(said, month=found.labels[last.start])
    if found.outside:
        month = found.labels[found.outside[-1]]
        return language.text("Sickness absence was outside its usual range in {month}", month=month)
    return language.text("No clear change in sickness absence: the ups and downs are normal variation")


def subtitle(found: Charted, fte: float, language: Language) -> str:
    return language.text(
        "{first} to {last}; with {fte} FTE, one person away all month is {weight}",
        first=found.labels[0],
        last=found.labels[-1],
        fte=language.decimal(fte),
        weight=language.percent(found.weight),
    )


def described(found: Charted, language: Language) -> tuple[str, ...]:
    plateaus = (
        language.text(
            "From {month}: mean {mean}, usual range {low} to {high}.",
            month=found.labels[plateau.start],
            mean=language.percent(plateau.mean),
            low=language.percent(plateau.low),
            high=language.percent(plateau.high),
        )
        for plateau in found.plateaus
    )
    outside = [found.labels[place] for place in found.outside]
    return (
        *plateaus,
        language.text("Outside the usual range: {months}.", months=language.listing(outside))
        if outside
        else language.text("No month lies outside the usual range."),
        language.text(
            "A new level is eight months in a row on one side of the mean that move it by at least one "
            "person away all month; it can be the long absence of a few people."
        ),
    )


def control(found: Charted) -> Control:
    at = [plateau_at(found.plateaus, place) for place in range(len(found.rates))]
    return Control(
        labels=found.labels,
        values=tuple(round(one, 4) for one in found.rates),
        mean=tuple(round(one.mean, 4) for one in at),
        low=tuple(round(one.low, 4) for one in at),
        high=tuple(round(one.high, 4) for one in at),
        signals=found.signals,
    )


def plain(run: Sequence[Month], language: Language) -> Table:
    return Table(
        (language.text("Month"), language.text(METRIC.label)),
        tuple(
            (Cell(label), share(one, language))
            for label, one in zip(labels_of(run, language), rates_of(run), strict=True)
        ),
    )


def judged(found: Charted, language: Language) -> Table:
    headings = (N_("Mean"), N_("Usual from"), N_("Usual to"), N_("Signal"))
    rows = []
    for place, (label, one) in enumerate(zip(found.labels, found.rates, strict=True)):
        plateau = plateau_at(found.plateaus, place)
        usual = (share(limit, language) for limit in (plateau.mean, plateau.low, plateau.high))
        rows.append((Cell(label), share(one, language), *usual, Cell(signal_words(found, place, language))))
    first = (language.text("Month"), language.text(METRIC.label))
    return Table((*first, *map(language.text, headings)), tuple(rows))


def signal_words(found: Charted, place: int, language: Language) -> str:
    if place in found.outside:
        return language.text("outside the usual range")
    return language.text("new level") if place in found.signals else ""
