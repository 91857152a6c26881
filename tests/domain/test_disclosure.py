"""The rules R2, R3, R5, R8 and R10, each at its border: what is just safe passes, one step less does not."""

import dataclasses
import datetime
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.domain.disclosure import (
    NEAR_INTEGER,
    Rules,
    frequent_enough,
    jitter,
    membership,
    old_enough,
    probabilities,
    quantile,
    released,
    rounded,
    safe_from_coalitions,
)
from dashboard.domain.workforce import Quarter

RULES = Rules(key=b"a key of the tests")
SHIFTS = st.floats(-1, 1)


def of_firms(*firms, alone=0):
    """Members known by these firms, each given as a number of clients, and some that no firm knows."""
    known = {f"{firm}-{place}": {firm} for firm, count in enumerate(firms) for place in range(count)}
    return known | {f"alone-{place}": set() for place in range(alone)}


@pytest.mark.parametrize(
    "lowered",
    [field.name for field in dataclasses.fields(Rules) if field.name != "key"],
)
def test_no_threshold_goes_below_its_floor(lowered):
    floor = getattr(RULES, lowered)

    assert dataclasses.replace(RULES, **{lowered: floor + 1}) != RULES
    with pytest.raises(ValueError, match="floor"):
        dataclasses.replace(RULES, **{lowered: floor - 1})


def test_a_key_that_can_be_guessed_is_refused():
    with pytest.raises(ValueError, match="16 bytes"):
        Rules(key=b"short")


@pytest.mark.parametrize(
    ("employers", "workers", "enough"), [(10, 50, True), (9, 500, False), (10, 49.9, False)]
)
def test_r2_asks_for_ten_employers_and_fifty_workers(employers, workers, enough):
    assert frequent_enough(RULES, employers=employers, workers=workers) is enough


@pytest.mark.parametrize(
    ("employers", "count"), [(10, 1), (14, 1), (15, 3), (39, 3), (40, 5), (99, 5), (100, 11), (5000, 11)]
)
def test_r2_releases_more_quantiles_to_larger_groups(employers, count):
    assert len(probabilities(RULES, employers)) == count


@pytest.mark.parametrize(
    ("members", "safe"),
    [
        (of_firms(4, 4, 4), True),
        (of_firms(7, 3, 3), False),
        (of_firms(7, 4, 3), True),
        (of_firms(10, 4), False),
        (of_firms(7, 7), False),
        (of_firms(10, alone=4), False),
        (of_firms(7, 6, alone=1), True),
        (of_firms(alone=10), True),
        (of_firms(8, alone=6), False),
        (of_firms(8, alone=7), True),
    ],
)
def test_r3_keeps_seven_outside_every_firm_and_asks_for_three_firms(members, safe):
    assert safe_from_coalitions(RULES, members) is safe


def test_r3_counts_a_shared_client_for_each_of_its_firms():
    apart = of_firms(4, 5, 5)
    shared = {member: firms | {0} for member, firms in apart.items()}

    assert safe_from_coalitions(RULES, apart)
    assert not safe_from_coalitions(RULES, shared)


def test_r5_waits_until_three_months_after_the_quarter():
    assert not old_enough(Quarter(2026, 2), datetime.date(2026, 9, 30))
    assert old_enough(Quarter(2026, 2), datetime.date(2026, 10, 1))


@given(
    st.lists(st.floats(0, 1000), min_size=10, max_size=150), st.sampled_from([0.1, 0.25, 0.3, 0.5, 0.75, 0.9])
)
def test_r8a_is_type_eight_between_the_integers(values, probability):
    rank = (len(values) + 1 / 3) * probability + 1 / 3
    assume(abs(rank - round(rank)) > NEAR_INTEGER + 1e-9)

    expected = np.quantile(values, probability, method="median_unbiased")

    assert quantile(sorted(values), probability, shift=0) == pytest.approx(expected)


def test_r8a_agrees_with_the_hand():
    # h = (15 + 1/3) / 4 + 1/3 = 4 + 1/6: a sixth of the way from the fourth to the fifth.
    assert quantile([float(one) for one in range(15)], 0.25, shift=0) == pytest.approx(3 + 1 / 6)


def test_r8b_replaces_the_middle_employer_by_the_mean_of_three():
    ordered = [float(place**2) for place in range(15)]

    assert quantile(ordered, 0.5, shift=0) == pytest.approx((36 + 49 + 64) / 3)


@given(st.integers(10, 120), SHIFTS)
def test_r8b_never_releases_one_employers_value(count, shift):
    ordered = [float(place**2) for place in range(1, count + 1)]

    for probability in probabilities(RULES, count):
        found = quantile(ordered, probability, shift=shift)
        assert min(abs(found - one) for one in ordered) > 1e-3


@given(st.integers(10, 200), SHIFTS)
def test_r8c_moves_a_rank_by_one_at_most(count, shift):
    ordered = [float(place) for place in range(1, count + 1)]

    moved = quantile(ordered, 0.5, shift=shift) - quantile(ordered, 0.5, shift=0)

    assert abs(moved) <= 1 + NEAR_INTEGER


def test_r8c_draws_the_same_noise_for_the_same_question_only():
    noise = jitter(RULES, "members", "fte", "2026Q2")
    others = {
        jitter(RULES, "others", "fte", "2026Q2"),
        jitter(RULES, "members", "headcount", "2026Q2"),
        jitter(RULES, "members", "fte", "2026Q1"),
        jitter(Rules(key=b"another key of the tests"), "members", "fte", "2026Q2"),
    }

    assert noise == jitter(RULES, "members", "fte", "2026Q2")
    assert noise not in others
    assert len(others) == 4


def test_r8c_spreads_the_noise_over_the_whole_rank():
    drawn = [jitter(RULES, str(place), "fte", "2026Q2") for place in range(400)]

    assert -1 <= min(drawn) < -0.9
    assert 0.9 < max(drawn) <= 1
    assert abs(sum(drawn) / len(drawn)) < 0.1


@given(st.permutations(["0100000041", "0100000140", "0100000239"]))
def test_r8c_knows_members_whatever_their_order(members):
    assert membership(members) == membership(sorted(members))
    assert membership(members[:2]) != membership(members)


@given(st.lists(st.floats(0, 100), min_size=10, max_size=130), SHIFTS)
def test_r8d_releases_quantiles_in_order(values, shift):
    found = released(RULES, values, step=0.1, shift=shift)

    assert found is None or list(found.values()) == sorted(found.values())


@given(st.floats(-1e6, 1e6), st.sampled_from([0.1, 0.5, 1, 10, 100]))
def test_r8e_rounds_to_the_step(number, step):
    found = rounded(number, step)

    assert abs(found - number) <= step / 2 + 1e-6
    assert math.isclose(found / step, round(found / step), abs_tol=1e-6)


@pytest.mark.parametrize(("number", "step", "found"), [(0.25, 0.5, 0.5), (-0.25, 0.5, -0.5), (14.9, 10, 10)])
def test_r8e_rounds_halves_away_from_zero(number, step, found):
    assert rounded(number, step) == found


def test_r10_hides_a_metric_that_nine_in_ten_share():
    spread = [float(place) for place in range(20)]

    assert released(RULES, spread, step=0.1, shift=0) is not None
    assert released(RULES, [0.0] * 20, step=0.1, shift=0) is None
    assert released(RULES, [0.0] * 19 + [5.0], step=0.1, shift=0) is None
    assert released(RULES, [100.0] * 19 + [5.0], step=0.1, shift=0) is None


def test_r10_hides_quartiles_that_round_to_the_same():
    close = [10 + place / 1000 for place in range(20)]

    assert released(RULES, close, step=0.1, shift=0) is None
    assert released(RULES, close, step=0.001, shift=0) is not None


def test_r10_looks_at_the_quartiles_where_only_the_median_is_released():
    assert released(RULES, [7.0] * 8 + [1.0, 9.0], step=0.1, shift=0) is None
