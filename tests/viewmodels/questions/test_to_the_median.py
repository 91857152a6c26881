"""From here to the median: days, people and euros a year, each number from the same data."""

from __future__ import annotations

import datetime
import re

import orjson
import pytest
from sqlalchemy import delete, update

from dashboard.data.database import writing
from dashboard.data.own_measures import own_measures
from dashboard.data.releases.tables import released_groups
from dashboard.domain.absence_cost import absence_of, cost
from dashboard.domain.legal_parameters import first_day, law_on
from dashboard.domain.metrics import MEASURES
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Period, Span
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.absence_sentences import law_table, rough
from dashboard.viewmodels.answers import BeforeAndAfter
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.questions.to_the_median import NEUTRAL, Target, answer

ENGLISH = language("en")
STRONG, BELOW, LARGEST, CLOSE, WELL, TINY, GONE = (
    "0111995705",
    "0174119651",
    "0191140280",
    "0194208846",
    "0111214953",
    "0102635797",
    "0187894344",
)


def ask(world, number, *, code="en", span=Span.FOUR_QUARTERS, comparison=Comparison.SECTOR, **more):
    client = world.of_number(number)
    with world.workspace().reading() as firm:
        period = Period(firm.releases.quarters()[1], span)
        return answer(firm, client, period=period, comparison=comparison, language=language(code), **more)


def cells(found):
    return {row[0].words: row[1:] for row in found.table.rows}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_title_says_what_the_median_is_worth(figures_world, code):
    found = ask(figures_world, STRONG, code=code)
    low, high = (abs(now - then) for now, then in zip(*found.chart.ends, strict=True))
    assert language(code).money(rough(low)) in found.title
    assert language(code).money(rough(high)) in found.title
    assert found.title != language(code).text(NEUTRAL)
    assert len(found.title) <= 110


def test_absence_above_the_target_would_cost_less_and_below_it_more(figures_world):
    assert "less a year" in ask(figures_world, STRONG).title
    among_all = {"comparison": Comparison.BELGIUM, "target": Target.UPPER_QUARTILE}
    assert "more a year" in ask(figures_world, BELOW, **among_all).title


def test_all_parts_follow_the_rate(figures_world):
    found = cells(ask(figures_world, LARGEST))
    rate, target, _apart = (cell.number for cell in found.pop("Sickness absence"))
    for label in ("Hours lost", "Days lost", "Full-time equivalents lost", "Guaranteed pay", "Cost together"):
        now, then, changed = (cell.number for cell in found[label])
        assert then == pytest.approx(now * target / rate), label
        assert changed == pytest.approx(then - now), label


def test_the_cost_is_that_of_the_law_of_today(figures_world):
    client = figures_world.of_number(LARGEST)
    with figures_world.workspace().reading() as firm:
        year = Period(firm.releases.quarters()[1], Span.FOUR_QUARTERS)
        measures = firm.releases.measures(client.entry.employer_number, year)
        law = law_on(firm.now.date())
    by_law = cost(absence_of(measures), law).total
    chart = ask(figures_world, LARGEST).chart
    assert isinstance(chart, BeforeAndAfter)
    assert chart.ends[0] == (by_law.low, by_law.high)
    assert chart.before[1].number == pytest.approx((by_law.low + by_law.high) / 2)


@pytest.mark.parametrize("target", Target)
def test_each_target_is_a_released_quantile(figures_world, target):
    client = figures_world.of_number(LARGEST)
    with figures_world.workspace().reading() as firm:
        year = Period(firm.releases.quarters()[1], Span.FOUR_QUARTERS)
        employer = client.entry.employer_number
        card = firm.releases.cards(employer, year, firm_id=firm.actor.firm_id)[Comparison.SECTOR]
    quantiles = card.figures["sickness_total"].values
    at = {Target.MEDIAN: 0.5, Target.LOWER_QUARTILE: 0.25, Target.UPPER_QUARTILE: 0.75}[target]
    found = ask(figures_world, LARGEST, target=target)
    assert cells(found)["Sickness absence"][1].number == quantiles[at]


def test_a_quarter_is_answered_with_its_year(figures_world):
    assert ask(figures_world, LARGEST, span=Span.QUARTER) == ask(figures_world, LARGEST)


@pytest.mark.parametrize("number", [CLOSE, LARGEST], ids=["rounding", "chance"])
def test_a_weak_finding_has_a_neutral_title_and_its_chart(figures_world, number):
    found = ask(figures_world, number)
    assert (found.title, found.notice) == (NEUTRAL, "")
    assert found.chart is not None


@pytest.mark.parametrize(
    ("number", "notice"),
    [
        (WELL, "There was no sickness absence in this year"),
        (TINY, "Too few employees to show this figure"),
        (GONE, "No data for this period"),
    ],
)
def test_without_a_value_to_move_the_notice_says_why(figures_world, number, notice):
    found = ask(figures_world, number)
    assert (found.chart, found.notice, found.title) == (None, notice, NEUTRAL)


def test_before_the_law_is_on_record_the_notice_says_so(figures_world):
    client, early = figures_world.of_number("0194208846"), first_day() - datetime.timedelta(days=1)
    with figures_world.workspace().reading() as firm:
        firm.now = firm.now.replace(year=early.year, month=early.month, day=early.day)
        period = Period(firm.releases.quarters()[1], Span.FOUR_QUARTERS)
        found = answer(firm, client, period=period, comparison=Comparison.SECTOR, language=language("en"))
    assert (found.chart, found.notice) == (None, "The amounts of the law are not on record for this day")


def test_without_peers_the_notice_says_so(figures_world, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    found = ask(world, LARGEST)
    assert (found.chart, found.notice) == (None, "Too few peers to compare")
    world.store.engine.dispose()


def test_facts_without_paid_hours_give_no_cost(figures_world, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        of_staff = connection.execute(own_measures.select().where(own_measures.c.employer == LARGEST)).all()
        for row in of_staff:
            unpaid = without(row.measures, "hours_paid")
            connection.execute(
                update(own_measures)
                .where(own_measures.c.employer == LARGEST, own_measures.c.quarter == row.quarter)
                .values(measures=unpaid)
            )
    assert ask(world, LARGEST).notice == "Pay and hours of this year are not delivered in full"
    world.store.engine.dispose()


def without(stored, name):
    measures = orjson.loads(stored)
    measures[MEASURES.index(name)] = None
    return orjson.dumps(measures)


NUMBERS = re.compile(r"\d(?:[\d.,\u202f\u00a0]*\d)?")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", [STRONG, LARGEST, CLOSE])
def test_every_number_in_the_text_is_in_the_data(figures_world, number, code):
    found = ask(figures_world, number, code=code)
    with figures_world.workspace().reading() as firm:
        law = law_on(firm.now.date())
    tables = (found.table, law_table(law, language(code)))
    data = [cell.words for table in tables for row in table.rows for cell in row]
    # The first day after guaranteed pay, a day's and a year's hours of full time follow from the law.
    data += ["31", language(code).decimal(7.6), language(code).integer(1976), language(code).date(law.day)]
    data += [language(code).date(row.since) for row in law.announced]
    data += [language(code).integer(row.value) for row in law.announced]
    data += [found.chart.difference.words.replace("-", "")]
    said = " ".join((found.title, *found.description))
    assert set(NUMBERS.findall(said)) <= set(NUMBERS.findall(" ".join(data)))


@pytest.mark.parametrize(
    ("euros", "shown"),
    [(0.4, 0), (7, 10), (123, 120), (1_249, 1_200), (98_765, 99_000), (-1_251, -1_300), (1_000_000, 1e6)],
)
def test_euros_are_rounded_to_two_figures(euros, shown):
    assert rough(euros) == shown


def test_every_client_with_figures_is_answered_or_told_why_not(figures_world):
    asked = [
        ask(figures_world, client.entry.enterprise_number) for client in figures_world.in_state(State.FIGURES)
    ]
    assert sum(found.chart is not None for found in asked) > len(asked) / 2
    assert all((found.chart is None) is bool(found.notice) for found in asked)
