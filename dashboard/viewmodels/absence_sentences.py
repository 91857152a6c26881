"""The cost of absence in sentences: the formula with its numbers, what it takes for granted, and the law."""

from __future__ import annotations

import math

from dashboard.domain.absence_cost import Absence, Cost, Range, hours_of_day, hours_of_fte
from dashboard.domain.legal_parameters import Law, Legal, Row
from dashboard.i18n import N_, Language
from dashboard.viewmodels.answers import Cell, Table

FIRST_DAY_AFTER = 31
NAMES = {
    Legal.HOURS_A_WEEK: N_("Hours of a full-time week"),
    Legal.GUARANTEED_DAYS: N_("Calendar days of guaranteed pay"),
    Legal.BLUE_COLLAR_FULL_DAYS: N_("Blue-collar workers: first days, with full pay"),
    Legal.BLUE_COLLAR_SECOND_DAYS: N_("Blue-collar workers: days after those"),
    Legal.BLUE_COLLAR_SECOND_SHARE: N_("Blue-collar workers: share of pay on those days"),
    Legal.BLUE_COLLAR_LAST_SHARE: N_("Blue-collar workers: share of pay from then on"),
    Legal.BENEFIT_SHARE: N_("Sickness benefit, as a share of gross pay"),
    Legal.BENEFIT_CEILING: N_("Highest monthly pay that the benefit counts"),
    Legal.SOLIDARITY_SHARE: N_("Solidarity contribution, as a share of the benefit"),
    Legal.SOLIDARITY_LAST_DAY: N_("Solidarity contribution: last day of a spell"),
    Legal.SOLIDARITY_STAFF: N_("Solidarity contribution: from so many workers"),
    Legal.SOLIDARITY_BELOW_AGE: N_("Solidarity contribution: for workers under this age"),
}
SHARES = {
    Legal.BLUE_COLLAR_SECOND_SHARE,
    Legal.BLUE_COLLAR_LAST_SHARE,
    Legal.BENEFIT_SHARE,
    Legal.SOLIDARITY_SHARE,
}


def rough_money(amount: Range, language: Language) -> str:
    """Two figures that count, and both ends where they differ: more would be false precision."""
    low, high = rough(amount.low), rough(amount.high)
    if low == high:
        return language.money(high)
    return language.text("{low} to {high}", low=language.money(low), high=language.money(high))


def rough(euros: float) -> float:
    if abs(euros) < 1:
        return 0.0
    return round(euros, 1 - max(math.floor(math.log10(abs(euros))), 2))


def formula(
    absence: Absence, cost: Cost, law: Law, *, rates: tuple[float, float], language: Language
) -> tuple[str, ...]:
    rate, target = rates
    lost = language.text(
        "{rate} of {contracted} contractual hours are {lost} hours: {days} days of {day} hours, or {fte} "
        "full-time equivalents of {year} hours.",
        rate=language.percent(rate),
        contracted=language.integer(absence.contracted),
        lost=language.integer(absence.lost),
        days=language.integer(absence.lost / hours_of_day(law)),
        day=language.decimal(hours_of_day(law)),
        fte=language.decimal(absence.lost / hours_of_fte(law)),
        year=language.integer(hours_of_fte(law)),
    )
    moved = language.text(
        "Elsewhere: all of this × {target} ÷ {rate}.",
        target=language.percent(target),
        rate=language.percent(rate),
    )
    paid = guaranteed_sentence(absence, cost, law, language)
    return lost, paid, solidarity_sentence(absence, cost, law, language), moved


def guaranteed_sentence(absence: Absence, cost: Cost, law: Law, language: Language) -> str:
    return language.text(
        "Guaranteed pay: {hours} hours in the first {days} days of each spell × {hourly} of gross pay × "
        "{share} of pay, contributions included = {amount}.",
        hours=language.integer(absence.guaranteed),
        days=language.integer(law[Legal.GUARANTEED_DAYS]),
        hourly=language.money(absence.hourly, 2),
        share=share_words(cost.paid_share, language),
        amount=rough_money(cost.guaranteed, language),
    )


def share_words(share: Range, language: Language) -> str:
    low, high = language.percent(100 * share.low, 0), language.percent(100 * share.high, 0)
    return high if low == high else language.text("{low} to {high}", low=low, high=high)


def solidarity_sentence(absence: Absence, cost: Cost, law: Law, language: Language) -> str:
    if absence.staff < law[Legal.SOLIDARITY_STAFF]:
        return language.text(
            "No solidarity contribution: it is due from {least} workers on average, and there are {staff}.",
            least=language.integer(law[Legal.SOLIDARITY_STAFF]),
            staff=language.decimal(absence.staff),
        )
    return language.text(
        "Solidarity contribution: {hours} hours in days {first} to {last} of each spell × {hourly} × "
        "{benefit} × {share} = {amount}.",
        hours=language.integer(absence.to_day_90),
        first=language.integer(FIRST_DAY_AFTER),
        last=language.integer(law[Legal.SOLIDARITY_LAST_DAY]),
        hourly=language.money(absence.hourly, 2),
        benefit=language.percent(law[Legal.BENEFIT_SHARE], 0),
        share=language.percent(law[Legal.SOLIDARITY_SHARE], 0),
        amount=rough_money(cost.solidarity, language),
    )


def assumptions(law: Law, language: Language) -> tuple[str, ...]:
    text, number = language.text, language.integer
    return (
        text("An estimate, with the law of {date} for the whole year.", date=language.date(law.day)),
        text("All parts of the absence shrink or grow alike."),
        text(
            "Low end: every spell of blue-collar workers lasts {days} days, of which {full} in full, "
            "{second} at {share} and the rest at {last}. High end: none lasts longer than {full} days.",
            days=number(law[Legal.GUARANTEED_DAYS]),
            full=number(law[Legal.BLUE_COLLAR_FULL_DAYS]),
            second=number(law[Legal.BLUE_COLLAR_SECOND_DAYS]),
            share=language.percent(law[Legal.BLUE_COLLAR_SECOND_SHARE], 2),
            last=language.percent(law[Legal.BLUE_COLLAR_LAST_SHARE], 2),
        ),
        text(
            "Blue-collar workers are taken to be absent as much as others, and so are workers of {age} and "
            "over, for whom no solidarity contribution is due.",
            age=number(law[Legal.SOLIDARITY_BELOW_AGE]),
        ),
        text(
            "The low end of the solidarity contribution counts pay up to {ceiling} a month, the high end "
            "all pay.",
            ceiling=language.money(law[Legal.BENEFIT_CEILING], 2),
        ),
        text("Replacement, lost production, year-end bonus and holiday pay are not counted."),
        *(announced_sentence(row, language) for row in law.announced),
    )


def announced_sentence(row: Row, language: Language) -> str:
    return language.text(
        "Announced for {date} and not counted here: {name} → {value}.",
        date=language.date(row.since),
        name=language.text(NAMES[row.name]),
        value=value_words(row, language),
    )


def law_table(law: Law, language: Language) -> Table:
    """Every parameter that was used, from when it holds and the text that says it."""
    text = language.text
    rows = (
        (
            Cell(text(NAMES[row.name])),
            Cell(value_words(row, language), row.value),
            Cell(language.date(row.since)),
            Cell(row.sources.get(language.code) or text(row.sources["en"])),
        )
        for row in law.rows
    )
    return Table((text("Parameter"), text("Value"), text("Since"), text("Source")), tuple(rows))


def value_words(row: Row, language: Language) -> str:
    if row.name is Legal.BENEFIT_CEILING:
        return language.money(row.value, 2)
    if row.name in SHARES:
        return language.percent(row.value, 2 if row.value % 1 else 0)
    return language.integer(row.value)
