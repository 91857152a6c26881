"""A blip or a change: the months of one client, with the rules that keep small staffs from being judged."""

from __future__ import annotations

import pytest

from dashboard.domain.own_series import SUMS, Month
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.questions import season, shift
from dashboard.viewmodels.questions.subject import LONGEST_TITLE
from tests.viewmodels.questions.asking import unfounded

ENGLISH = language("en")
CALM = [5, 7] * 18
SHIFTED = [7, 5] * 10 + [15, 17] * 8
BLIP = [5, 7] * 10 + [40] + [7, 5] * 7 + [7]


def months(rates, *, fte=25.0, headcount=30):
    """Of three years from January 2024; a rate of None was not delivered."""
    return tuple(
        Month(2024 + place // 12, 1 + place % 12, None if rate is None else sums(rate, fte, headcount))
        for place, rate in enumerate(rates)
    )


def sums(rate, fte, headcount):
    counted = (headcount, int(fte * 1000), 0, 100_000, 90_000, 1000 * rate)
    return dict(zip(SUMS, counted, strict=True))


@pytest.mark.parametrize(
    ("rates", "title"),
    [
        (CALM, "No clear change in sickness absence: the ups and downs are normal variation"),
        (SHIFTED, "Sickness absence shifted upwards from Sept 2025"),
        ([22 - rate for rate in SHIFTED], "Sickness absence shifted downwards from Sept 2025"),
        (BLIP, "Sickness absence was outside its usual range in Sept 2025"),
    ],
)
def test_the_title_says_blip_or_change(rates, title):
    assert shift.answered(months(rates), ENGLISH).title == title


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("rates", [CALM, SHIFTED, BLIP])
def test_every_number_in_the_text_is_in_the_data(rates, code):
    answer = shift.answered(months(rates), language(code))
    assert unfounded(answer) == set()
    assert len(answer.title) <= LONGEST_TITLE


def test_the_chart_has_the_mean_and_limits_of_each_level():
    chart = shift.answered(months(SHIFTED), ENGLISH).chart
    assert chart.values == tuple(map(float, SHIFTED))
    assert (chart.mean[19], chart.mean[20], chart.signals) == (6.0, 16.0, tuple(range(20, 28)))
    assert chart.high[0] == pytest.approx(6 + 2.66 * 2)


def test_a_change_smaller_than_one_person_is_none():
    # With 25 FTE one person away all month weighs 4 per cent.
    smaller = [7, 5] * 10 + [8, 10] * 8
    assert "No clear change" in shift.answered(months(smaller), ENGLISH).title
    assert "shifted upwards" in shift.answered(months(smaller, fte=50.0), ENGLISH).title


def test_fewer_than_twenty_fte_are_not_judged():
    answer = shift.answered(months(SHIFTED, fte=19.9), ENGLISH)
    assert (answer.chart, answer.title) == (None, "Sickness absence")
    assert answer.notice == "At least 20 FTE are needed to tell a blip from a change; there are 19.9."
    assert shift.answered(months(SHIFTED, fte=20.0), ENGLISH).chart is not None


def test_months_before_a_hole_do_not_count():
    answer = shift.answered(months([*SHIFTED[:13], None, *SHIFTED[14:]]), ENGLISH)
    assert answer.chart is None
    assert answer.notice == (
        "At least 24 months in a row are needed to tell a blip from a change; there are 22."
    )


def test_months_that_are_still_to_come_are_no_hole():
    answer = shift.answered(months([*CALM[:34], None, None]), ENGLISH)
    assert len(answer.chart.values) == 34


def test_nothing_delivered_is_said():
    answer = shift.answered(months([None] * 36), ENGLISH)
    assert (answer.chart, answer.table.rows, answer.description) == (None, (), ())
    assert "there are 0" in answer.notice


PEAKS = [9 if place % 12 == 1 else 3 for place in range(30)]


def test_a_peak_is_told_of_whole_years_that_agree():
    answer = season.answered(months(PEAKS), ENGLISH)
    assert answer.title == "Sickness absence peaks in February, in 2 of 2 years"
    assert answer.description[0] == "2024: highest in February at 9.0%, lowest in January at 3.0%."


@pytest.mark.parametrize(
    "told",
    [months(PEAKS, fte=19.0), months([*PEAKS[:12], *reversed(PEAKS[:12])]), months(PEAKS[:18])],
    ids=["few people", "years that differ", "one whole year"],
)
def test_a_weak_peak_is_not_told(told):
    assert season.answered(told, ENGLISH).title == "Sickness absence month by month"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_of_the_months_is_in_the_data(code):
    answer = season.answered(months(PEAKS), language(code))
    assert unfounded(answer) == set()


def test_a_year_is_a_line_as_far_as_it_goes():
    chart = season.answered(months(PEAKS), ENGLISH).chart
    assert [year for year, _values in chart.years] == ["2024", "2025", "2026"]
    assert chart.years[2][1] == (3.0, 9.0, 3.0, 3.0, 3.0, 3.0, *[None] * 6)


def test_fewer_than_three_people_have_no_months():
    answer = season.answered(months(PEAKS, headcount=2), ENGLISH)
    assert (answer.chart, answer.notice) == (None, "Too few employees to show this figure")


def test_a_year_without_sickness_has_no_highest_month():
    assert season.answered(months([0] * 12), ENGLISH).description == ("2024: no sickness absence.",)
