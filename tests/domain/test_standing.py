"""Distance and movement in widths of the peers' middle half, and whom to call first."""

from __future__ import annotations

import pytest

from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import NoSpread, Quantiles
from dashboard.domain.standing import MOST, REASONS_TO_CALL, SHOWN, Standing, call, standing
from dashboard.domain.workforce import Missing, Reason, Span

COST, ABSENCE = MetricName.COST_PER_FTE, MetricName.SICKNESS_TOTAL
PEERS = Quantiles({0.1: 50_000, 0.25: 60_000, 0.5: 70_000, 0.75: 80_000, 0.9: 90_000})
NOBODY_KNOWS = Missing(Reason.NOT_DELIVERED)


def of(value, before=NOBODY_KNOWS, peers=PEERS, *, name=COST, fte=50, headcount=50):
    size = {"fte": fte, "headcount": headcount, "span": Span.FOUR_QUARTERS}
    return standing(BY_NAME[name], value, before, peers, **size)


def test_distance_and_movement_are_in_widths_of_the_middle_half():
    found = of(85_000.0, 75_000.0)
    assert (found.distance, found.change, found.moved) == (0.75, 10_000, 0.5)


@pytest.mark.parametrize(
    ("value", "outside"),
    [(95_000.0, 2), (85_000.0, 1), (80_000.0, 0), (70_000.0, 0), (60_000.0, 0), (55_000.0, -1), (1.0, -2)],
)
def test_only_released_quantiles_say_how_far_outside_a_value_lies(value, outside):
    assert of(value).outside == outside


def test_what_chance_alone_explains_lies_outside_nothing():
    absence = Quantiles({0.1: 2.0, 0.25: 4.0, 0.5: 6.0, 0.75: 8.0, 0.9: 10.0})
    few, many = (of(11.0, peers=absence, name=ABSENCE, headcount=people) for people in (20, 2_000))
    assert (few.outside, many.outside) == (0, 2)
    assert few.chance > 5 > many.chance


def test_without_tails_nothing_lies_beyond_the_quartiles():
    quartiles = Quantiles({0.25: 60_000, 0.5: 70_000, 0.75: 80_000})
    assert of(1_000_000.0, peers=quartiles).outside == 1


@pytest.mark.parametrize("peers", [None, NoSpread(), Quantiles({0.5: 70_000})])
def test_without_quartiles_there_is_no_distance(peers):
    found = of(1_000_000.0, 1.0, peers)
    assert (found.distance, found.outside, found.moved) == (None, 0, 0.0)
    assert found.change == 999_999


@pytest.mark.parametrize(
    ("value", "before", "change"),
    [
        (70_199.0, 70_000.0, 0.0),
        (70_200.0, 70_000.0, 200.0),
        (69_000.0, 70_000.0, -1_000.0),
        (70_000.0, NOBODY_KNOWS, None),
        (NOBODY_KNOWS, 70_000.0, None),
    ],
)
def test_less_than_two_steps_is_no_change(value, before, change):
    assert of(value, before).change == change


@pytest.mark.parametrize(("fte", "change"), [(19.9, 0.0), (20, 4.0)])
def test_the_absence_of_few_people_does_not_count_as_changed(fte, change):
    assert of(8.0, 4.0, name=ABSENCE, fte=fte).change == change


def a_call(fte=50.0, headcount=5.0, **standings):
    return call({MetricName(name): one for name, one in standings.items()}, fte=fte, headcount=headcount)


def far(distance, moved=0.0, outside=1):
    return Standing(1.0, PEERS, distance=distance, moved=moved, outside=outside)


def test_the_highest_figure_is_the_reason_whichever_way_it_lies():
    assert a_call(cost_per_fte=far(1.0), hourly_cost=far(-1.5, moved=0.5)) == (MetricName.HOURLY_COST, 2.0)


def test_one_odd_figure_weighs_three_middle_halves_at_most():
    assert a_call(cost_per_fte=far(40.0, moved=-40.0)) == (COST, 2 * MOST)


@pytest.mark.parametrize(("headcount", "score"), [(9.9, 1.0), (10, 1.5), (49, 1.5), (50, 2.0), (900, 2.0)])
def test_size_weighs(headcount, score):
    assert a_call(headcount=headcount, cost_per_fte=far(1.0))[1] == score


def test_what_lies_in_the_middle_half_is_no_reason():
    assert a_call(cost_per_fte=far(0.4, moved=3.0, outside=0)) == (None, 0.0)


def test_who_works_somewhere_is_no_reason():
    assert MetricName.SHARE_OF_WOMEN in SHOWN
    assert a_call(share_of_women=far(3.0)) == (None, 0.0)
    assert SHOWN.keys() > REASONS_TO_CALL


@pytest.mark.parametrize(("fte", "reason"), [(19, None), (20, ABSENCE)])
def test_chance_among_few_people_is_no_reason(fte, reason):
    assert a_call(fte=fte, sickness_total=far(2.0))[0] == reason
