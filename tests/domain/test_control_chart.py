"""A control chart tells a blip from a change, as a slow and exact computation does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.control_chart import BASELINE, RUN, Plateau, plateaus_of, signals_of
from tests.slow_control_chart import slow_plateaus, slow_signals

# Eighths are exact in binary: the two computations cannot differ by rounding where a value lies on a mean.
RATES = st.lists(st.integers(0, 96).map(lambda eighths: eighths / 8), min_size=1, max_size=48)
ZIGZAG = [4.0, 6.0] * 12


@given(RATES, st.sampled_from([0, 0.5, 2]))
def test_levels_and_signals_are_those_of_the_slow_computation(rates, least):
    plateaus = plateaus_of(rates, least=least)

    slow = slow_plateaus(rates, least)
    assert [plateau.start for plateau in plateaus] == [one[0] for one in slow]
    for plateau, (_start, mean, low, high) in zip(plateaus, slow, strict=True):
        assert (plateau.mean, plateau.low, plateau.high) == pytest.approx(
            (float(mean), float(low), float(high))
        )
    near_a_limit = any(
        abs(rate - limit) < 1e-9 for rate in rates for one in plateaus for limit in limits(one)
    )
    assert near_a_limit or list(signals_of(rates, plateaus)) == slow_signals(rates, least)


def limits(plateau):
    return plateau.low, plateau.high


def test_the_mean_and_the_limits_worked_out_by_hand():
    # Every move is 2: the limits lie 2.66 times 2 from the mean of 5, the lower one not below zero.
    (plateau,) = plateaus_of(ZIGZAG, least=0)
    assert plateau == Plateau(0, 5.0, 0.0, pytest.approx(10.32))
    assert signals_of(ZIGZAG, (plateau,)) == ()


def test_one_high_month_is_a_blip_and_no_new_plateau():
    rates = [*ZIGZAG, 10.4, *ZIGZAG]
    plateaus = plateaus_of(rates, least=0)
    assert (len(plateaus), signals_of(rates, plateaus)) == (1, (24,))


def test_eight_months_on_one_side_are_a_new_plateau_from_the_first_of_them():
    rates = [*ZIGZAG[:17], *(one + 3 for one in ZIGZAG[:RUN])]
    first, second = plateaus_of(rates, least=0)
    assert (first.start, second.start, second.mean) == (0, 17, 8.0)
    assert signals_of(rates, (first, second)) == tuple(range(17, 25))


def test_seven_months_on_one_side_change_nothing():
    rates = [*ZIGZAG[:17], *(one + 3 for one in ZIGZAG[: RUN - 1])]
    assert len(plateaus_of(rates, least=0)) == 1


def test_a_plateau_moves_by_what_was_asked_for_or_not_at_all():
    rates = [*ZIGZAG[:17], *(one + 3 for one in ZIGZAG[:RUN])]
    assert [len(plateaus_of(rates, least=least)) for least in (3.0, 3.1)] == [2, 1]


def test_a_fall_is_a_new_plateau_too_and_the_way_back_another():
    lower = [1.0, 3.0] * 6
    rates = [*ZIGZAG[:12], *lower, 1.0, *ZIGZAG[:RUN]]
    assert [(plateau.start, plateau.mean) for plateau in plateaus_of(rates, least=0)] == [
        (0, 5.0),
        (12, 2.0),
        (25, 5.0),
    ]


def test_a_run_within_the_first_year_is_part_of_what_is_usual():
    rates = [4.0] * RUN + [6.0] * (BASELINE - RUN) + [4.0, 6.0] * 6
    assert len(plateaus_of(rates, least=0)) == 1


def test_a_steady_rate_has_limits_of_no_width_and_no_signal():
    (plateau,) = plateaus_of([3.0] * 24, least=0)
    assert (plateau.low, plateau.mean, plateau.high, signals_of([3.0] * 24, (plateau,))) == (
        3.0,
        3.0,
        3.0,
        (),
    )


def test_of_nothing_there_is_no_plateau():
    with pytest.raises(ValueError, match="data point"):
        plateaus_of([], least=0)
