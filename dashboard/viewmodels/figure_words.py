"""The words of figures: values with their unit, positions among peers, groups in full."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.data.reference.tables import activities, arrondissement, joint_committees, province, region
from dashboard.domain.metrics import Metric, Unit
from dashboard.domain.peers import (
    ALL,
    ARRONDISSEMENT,
    BELGIUM,
    COMMITTEE,
    PROVINCE,
    SECTION,
    Band,
    Comparison,
    NoSpread,
    PeerGroup,
    Position,
    Quantiles,
    Where,
)
from dashboard.domain.workforce import Missing, Period, Reason, Span, Value
from dashboard.i18n import N_, Language

NACE_VERSION = "2025"
BRUSSELS = "04000"

POSITIONS = {
    Where.HIGHEST_TENTH: N_("among the highest 10%"),
    Where.LOWEST_TENTH: N_("among the lowest 10%"),
    Where.HIGHER_THAN: N_("higher than {n} in 10 peers"),
    Where.LOWER_THAN: N_("lower than {n} in 10 peers"),
    Where.CLOSE: N_("close to the median"),
    Where.NOT_DISTINGUISHABLE: N_("not distinguishable from the median"),
    Where.UPPER_QUARTER: N_("in the upper quarter"),
    Where.LOWER_QUARTER: N_("in the lower quarter"),
    Where.MIDDLE_ABOVE: N_("in the middle half, above the median"),
    Where.MIDDLE_BELOW: N_("in the middle half, below the median"),
    Where.MIDDLE: N_("in the middle half"),
    Where.ABOVE_MIDDLE: N_("above the middle half"),
    Where.BELOW_MIDDLE: N_("below the middle half"),
    Where.ABOVE_MEDIAN: N_("above the median"),
    Where.BELOW_MEDIAN: N_("below the median"),
}

COMPARISONS = {
    Comparison.SECTOR: N_("Sector"),
    Comparison.REGION: N_("Region"),
    Comparison.BELGIUM: N_("Belgium"),
    Comparison.COMMITTEE: N_("Joint committee"),
}

REASONS = {
    Reason.NOT_DELIVERED: N_("No data for this period"),
    Reason.TOO_FEW_EMPLOYEES: N_("Too few employees to show this figure"),
    Reason.NOT_APPLICABLE: N_("Not applicable"),
}

BANDS = {
    Band.FROM_10: N_("10 to 14 employers"),
    Band.FROM_15: N_("15 to 24 employers"),
    Band.FROM_25: N_("25 to 39 employers"),
    Band.FROM_40: N_("40 to 99 employers"),
    Band.FROM_100: N_("100 employers or more"),
}

AMOUNTS: dict[Unit, Callable[[Language, float], str]] = {
    Unit.PERCENT: Language.percent,
    Unit.EURO: lambda language, value: language.money(round(value, -3)),
    Unit.EURO_PER_VOUCHER: lambda language, value: language.money(value, 2),
    Unit.EURO_PER_YEAR: lambda language, value: language.money(round(value, -2)),
    Unit.EURO_PER_MONTH: lambda language, value: language.money(round(value, -1)),
    Unit.EURO_PER_HOUR: lambda language, value: language.money(value, 2),
}


def amount(value: float, metric: Metric, language: Language) -> str:
    """A value in its metric's unit, rounded for reading."""
    return AMOUNTS.get(metric.unit, Language.decimal)(language, value)


def unit_words(metric: Metric, language: Language) -> str:
    words = {
        Unit.PERSONS: N_("people"),
        Unit.FTE: N_("FTE"),
        Unit.PERCENT: N_("per cent"),
        Unit.EURO_PER_MONTH: N_("euros a month"),
        Unit.EURO_PER_YEAR: N_("euros a year"),
        Unit.EURO_PER_HOUR: N_("euros an hour"),
        Unit.PER_WORKER: N_("spells per employee and year"),
        Unit.PER_MILLION_HOURS: N_("accidents per million hours"),
        Unit.EURO: N_("euros"),
        Unit.EURO_PER_VOUCHER: N_("euros a voucher"),
        Unit.DAYS: N_("calendar days"),
        Unit.DAYS_PER_THOUSAND_HOURS: N_("days per thousand hours"),
        Unit.YEARS: N_("years"),
        Unit.HOURS_PER_FTE: N_("hours a year per FTE"),
        Unit.POINTS: N_("points"),
    }
    return language.text(words[metric.unit])


def digits_of(metric: Metric) -> int:
    """Decimals of a chart's axis."""
    return 0 if metric.step >= 1 else 1


def position_words(position: Position, language: Language) -> str:
    return language.text(POSITIONS[position.where], n=position.tenths)


def comparison_words(comparison: Comparison, language: Language) -> str:
    return language.text(COMPARISONS[comparison])


def missing_words(missing: Missing, language: Language) -> str:
    return language.text(REASONS[missing.reason])


def value_words(value: Value, metric: Metric, language: Language) -> str:
    return missing_words(value, language) if isinstance(value, Missing) else amount(value, metric, language)


def without_peers(peers: NoSpread | Quantiles | None, language: Language) -> str:
    """Why there is nothing to compare with: one sentence for every suppression (R11)."""
    if isinstance(peers, NoSpread):
        return language.text("The peers hardly differ: no usable spread")
    return language.text("Too few peers to compare")


def difference_words(difference: float, metric: Metric, language: Language) -> str:
    """A difference with its sign: in percentage points for rates, else in the metric's own unit."""
    if metric.unit is Unit.PERCENT:
        return language.points(difference)
    sign = "+" if difference > 0 else ""
    return sign + amount(difference, metric, language)


def band_words(band: Band, language: Language) -> str:
    return language.text(BANDS[band])


def period_words(period: Period, language: Language) -> str:
    if period.span is Span.FOUR_QUARTERS:
        return language.text("12 months to {date}", date=language.date(period.quarter.end))
    return language.quarter(period.quarter.year, period.quarter.number)


def group_words(group: PeerGroup, language: Language) -> str:
    """A peer group in full: its activity, its place, its size."""
    parts = (activity_words(group, language), place_words(group, language), size_words(group, language))
    return " · ".join(part for part in parts if part)


def committee_words(code: str, language: Language) -> str:
    committee = joint_committees().get(code.replace(".", ""))
    name = committee.label(language.code) if committee else code
    return language.text("JC {code}: {name}", code=code, name=name)


def activity_words(group: PeerGroup, language: Language) -> str:
    if group.level.activity == ALL:
        return language.text("all sectors")
    if group.level.activity == COMMITTEE:
        return committee_words(group.activity, language)
    found = activities().get((NACE_VERSION, group.activity))
    label = found.label(language.code) if found else group.activity
    if group.level.activity == SECTION:
        return language.text("section {code} {activity}", code=group.activity, activity=label)
    return language.text("NACE {code}: {activity}", code=group.activity, activity=label)


def place_words(group: PeerGroup, language: Language) -> str:
    if group.level.place == BELGIUM:
        return language.text("Belgium")
    look_up = {ARRONDISSEMENT: arrondissement, PROVINCE: province}.get(group.level.place, region)
    found = region(group.place) if group.place == BRUSSELS else look_up(group.place)
    return found.label(language.code)


def size_words(group: PeerGroup, language: Language) -> str:
    least, most = group.bounds
    if most:
        return language.text("{least} to {most} employees", least=least, most=most)
    return language.text("{least} employees or more", least=least) if least > 1 else ""
