"""An employer's own mixes: shares that add up, and classes that are too small to be shown alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.metrics import MEASURES
from dashboard.domain.shares import MIXES_BY_NAME, Counted, MixName, merged, own_shares
from dashboard.domain.workforce import Missing, Reason

PAY, AGE = MIXES_BY_NAME[MixName.PAY], MIXES_BY_NAME[MixName.AGE]
WHOLES = [name for name, mix in MIXES_BY_NAME.items() if mix.counted is Counted.TOTALS]


def measured(**given):
    return dict.fromkeys(MEASURES, 0) | {"months": 3, "headcount": 30} | given


def test_the_parts_of_the_wage_cost_worked_out_by_hand():
    paid = {"gross": 600, "premiums": 50, "overtime_pay": 30, "bonus": 40, "year_end": 60}
    shares = own_shares(PAY, measured(cost=1000, contributions=200, **paid))
    assert shares == {
        "base_pay": 52.0,
        "premiums": 5.0,
        "overtime_pay": 3.0,
        "bonus": 4.0,
        "year_end": 6.0,
        "contributions": 20.0,
        "other": 10.0,
    }


@pytest.mark.parametrize("name", WHOLES)
def test_the_parts_of_a_whole_are_a_hundred_per_cent(name):
    counts = {one: place for place, one in enumerate(MEASURES, start=1)} | {"months": 1, "headcount": 400}
    counts["cost"] = 10_000
    shares = own_shares(MIXES_BY_NAME[name], counts)
    assert sum(shares.values()) == pytest.approx(100)


@pytest.mark.parametrize(
    ("measures", "reason"),
    [
        (measured(gross=None), Reason.NOT_DELIVERED),
        (measured(months=0), Reason.NOT_DELIVERED),
        ({}, Reason.NOT_DELIVERED),
        (measured(headcount=8, cost=1), Reason.TOO_FEW_EMPLOYEES),
        (measured(cost=0), Reason.NOT_APPLICABLE),
    ],
)
def test_a_mix_is_missing_for_the_reasons_of_a_metric(measures, reason):
    assert own_shares(PAY, measures) == Missing(reason)


def test_three_employees_on_average_are_enough():
    assert isinstance(own_shares(PAY, measured(headcount=9, cost=1)), dict)


@pytest.mark.parametrize(
    ("people", "classes"),
    [
        ((5, 6, 7, 8, 9), ((0,), (1,), (2,), (3,), (4,))),
        # A small class joins its smaller neighbour.
        ((4, 10, 7, 8, 9), ((0, 1), (2,), (3,), (4,))),
        ((10, 3, 7, 8, 9), ((0,), (1, 2), (3,), (4,))),
        ((10, 20, 7, 8, 1), ((0,), (1,), (2,), (3, 4))),
        # The smallest first: two small ones may be large enough together.
        ((2, 4, 7, 8, 9), ((0, 1), (2,), (3,), (4,))),
        # Nobody is nobody's secret.
        ((0, 6, 7, 8, 0), ((0,), (1,), (2,), (3,), (4,))),
        # Beside nobody at all, the class reaches over.
        ((3, 0, 7, 8, 9), ((0, 1, 2), (3,), (4,))),
        ((1, 1, 1, 0, 0), ((0, 1, 2, 3, 4),)),
    ],
)
def test_classes_under_five_are_put_together(people, classes):
    assert merged(people, least=5) == classes


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), st.integers(1, 15))
def test_whatever_the_staff_no_class_is_small_and_none_is_lost(people, least):
    classes = merged(people, least=least)
    assert [place for places in classes for place in places] == list(range(len(people)))
    sizes = [sum(people[place] for place in places) for places in classes]
    assert len(classes) == 1 or not any(0 < size < least for size in sizes)
