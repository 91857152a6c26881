"""Pay, benefits and staff beside what all peers together are made of, from figures worked out by hand."""

from __future__ import annotations

import dataclasses

import pytest

from dashboard.domain.metrics import MEASURES
from dashboard.domain.peers import BELGIUM, Band, Comparison, Level, PeerCard, PeerGroup, Quantiles, Sizes
from dashboard.domain.shares import MIXES_BY_NAME, MixName, own_shares
from dashboard.domain.workforce import Missing, Period, Quarter, Reason, Span
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.answers import Cell
from dashboard.viewmodels.questions import benefits, pay_mix, staff
from dashboard.viewmodels.questions.subject import LONGEST_TITLE
from tests.viewmodels.questions.asking import unfounded

ENGLISH = language("en")
PEERS = {
    MixName.PAY: {
        "base_pay": 60.0,
        "premiums": 3.0,
        "overtime_pay": 1.0,
        "bonus": 2.0,
        "year_end": 7.0,
        "contributions": 21.0,
        "other": 6.0,
    },
    MixName.AGE: {
        "under_25": 10.0,
        "from_25_to_34": 30.0,
        "from_35_to_44": 25.0,
        "from_45_to_54": 20.0,
        "from_55": 15.0,
    },
    MixName.SEX: {"women": 40.0, "men": 60.0},
    MixName.BENEFITS: {"meal_vouchers": 8.0, "company_car": 2.0, "hospital_insurance": 5.0},
}
CARD = PeerCard(
    Comparison.SECTOR,
    Period(Quarter(2026, 2), Span.FOUR_QUARTERS),
    PeerGroup(Level("all", BELGIUM, Sizes.ALL), "", "", 0),
    Band.FROM_40,
    (),
    {staff.SENIORITY.name: Quantiles({0.5: 8.0})},
    PEERS,
)
ALONE = dataclasses.replace(CARD, group=None, band=None, figures={}, mixes={})
NOT_RELEASED = dataclasses.replace(CARD, mixes={})
TOO_FEW = Missing(Reason.TOO_FEW_EMPLOYEES)


def measured(**given):
    """A year of a staff of a hundred."""
    ages = {"under_25": 120, "from_25": 240, "from_35": 240, "from_45": 240, "over_55": 360}
    paid = {"cost": 1000, "gross": 690, "premiums": 70, "overtime_pay": 20, "bonus": 10, "year_end": 70}
    whole = {"months": 12, "headcount": 1200, "women": 600, "open_ordinary": 1200, "contributions": 190}
    return dict.fromkeys(MEASURES, 0) | ages | paid | whole | given


def pay(card=CARD, *, code="en", **given):
    return pay_mix.answered(own_shares(pay_mix.PAY, measured(**given)), card, language(code))


def granted(card=CARD, *, code="en", **given):
    return benefits.answered(benefits.granted(measured(**given)), card, language(code))


def staffed(card=CARD, *, code="en", seniority=9.0, **given):
    return staff.answered(measured(**given), seniority, card, language(code))


def test_pay_is_told_by_the_part_that_is_furthest_from_the_peers():
    answer = pay()
    assert answer.title == "Regular premiums: +4.0 percentage points beside the peers (Sector)"
    assert [cell.number for _label, cell in answer.chart.rows] == [4.0, 1.0, 0.0, 0.0, -1.0, -2.0, -2.0]
    assert answer.chart.rows[0] == ("Regular premiums: 7.0%", Cell("+4.0", 4.0))
    assert answer.chart.rows[-1][1].words == "-2.0"


def test_pay_that_differs_by_less_than_a_point_has_a_neutral_title():
    theirs = own_shares(pay_mix.PAY, measured())
    near = dataclasses.replace(CARD, mixes={MixName.PAY: theirs | {"base_pay": theirs["base_pay"] + 0.9}})
    assert pay(near).title == "What the wage cost is made of"


@pytest.mark.parametrize(
    ("card", "given", "notice"),
    [
        (ALONE, {}, "Too few peers to compare"),
        (NOT_RELEASED, {}, "The shares of these peers are not released"),
        (CARD, {"headcount": 35}, "Too few employees to show this figure"),
        (CARD, {"cost": None}, "No data for this period"),
        (CARD, {"cost": 0}, "Not applicable"),
    ],
)
def test_pay_that_cannot_be_compared_says_why_and_what_is_known_stays(card, given, notice):
    answer = pay(card, **given)
    assert (answer.chart, answer.notice) == (None, notice)
    assert answer.title == "What the wage cost is made of"
    own, peers = ({row[place].number for row in answer.table.rows} for place in (1, 2))
    assert (own == {None}) == bool(given)
    assert (peers == {None}) == (card is not CARD)


def test_the_benefit_in_which_the_client_is_least_like_the_peers_is_the_title():
    assert granted().title == "Meal vouchers: at 8 in 10 peers, not at this company"
    both = granted(with_meal_vouchers=1, with_company_car=1)
    assert both.title == "Company car: at 2 in 10 peers, and at this company"
    assert granted(with_meal_vouchers=1).title == "Benefits, beside the peers"


def test_a_benefit_that_is_not_released_has_no_dots_and_stays_in_the_table():
    answer = granted(with_meal_vouchers=1)
    assert answer.chart.rows == (
        ("Meal vouchers", 8, True),
        ("Hospital insurance", 5, False),
        ("Company car", 2, False),
    )
    assert [row[1].words for row in answer.table.rows][-2:] == ["not released for the peers"] * 2


def test_the_peers_benefits_are_told_of_a_staff_too_small_for_its_own():
    answer = granted(headcount=35)
    assert {grants for _label, _tenths, grants in answer.chart.rows} == {None}
    assert answer.notice == "Too few employees to show this figure"


@pytest.mark.parametrize(
    ("card", "notice"),
    [(ALONE, "Too few peers to compare"), (NOT_RELEASED, "The shares of these peers are not released")],
)
def test_without_released_benefits_there_are_no_dots(card, notice):
    answer = granted(card)
    assert (answer.chart, answer.notice) == (None, notice)


def test_the_oldest_class_is_the_title_where_chance_alone_does_not_explain_it():
    assert staffed().title == "30.0% of the staff is 55 or older; among the peers 15.0% (Sector)"
    # Of twenty people six are 55 or older: chance alone would put three to seven there.
    fifth = {name: measured()[name] // 5 for name in MIXES_BY_NAME[MixName.AGE].whole}
    assert staffed(headcount=240, open_ordinary=240, women=120, **fifth).title == "Who works here"


def test_small_age_classes_are_put_together_and_the_peers_likewise():
    answer = staffed(under_25=48, from_25=312)
    assert [(label, own.number, peers.number) for label, own, peers in answer.chart.rows][:2] == [
        ("Under 35", 30.0, 40.0),
        ("35 to 44", 20.0, 25.0),
    ]
    assert "Under 25" not in str(answer)


def test_a_staff_of_four_shows_no_class():
    ages = {"under_25": 12, "from_25": 0, "from_35": 12, "from_45": 12, "over_55": 12}
    answer = staffed(headcount=48, women=24, open_ordinary=48, **ages)
    assert (answer.chart, answer.notice) == (None, "Too few employees to show this figure")
    assert {row[1].number for row in answer.table.rows} == {None, 0.0, 9.0}


@pytest.mark.parametrize(("women", "shown"), [(600, 50.0), (48, None), (1152, None), (0, 0.0), (60, 5.0)])
def test_neither_part_of_two_is_known_by_the_other(women, shown):
    row = next(row for row in staffed(women=women).table.rows if row[0].words == "Women")
    assert row[1].number == shown


@pytest.mark.parametrize("told", [pay, granted, staffed])
@pytest.mark.parametrize("card", [CARD, ALONE, NOT_RELEASED])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_in_the_text_is_in_the_data(told, card, code):
    answer = told(card, code=code)
    assert unfounded(answer) == set()
    assert 0 < len(answer.title) <= LONGEST_TITLE
