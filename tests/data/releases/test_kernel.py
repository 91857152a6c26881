"""The fast kernel against the plain functions of domain/disclosure.py, number by number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.releases import kernel
from dashboard.data.releases.kernel import COLUMNS, NO_SPREAD, Batch, Table
from dashboard.domain import disclosure
from tests.peer_world import RULES

# Eighths are exact in binary, so that no rounding can hide or invent a difference.
EIGHTHS = st.integers(-2000, 8000).map(lambda eighths: eighths / 8)
VALUES = st.lists(EIGHTHS, min_size=10, max_size=130) | st.lists(
    st.sampled_from([0.0, 1.0, 5.0]), min_size=10
)
PERIOD = "2026Q2"


def plain(values, column, members):
    shift = disclosure.jitter(RULES, members, column.metric.name, f"{PERIOD}|{column.span}")
    found = disclosure.released(RULES, values, step=column.metric.step, shift=shift)
    return NO_SPREAD if found is None else {f"{at:g}": one for at, one in found.items()}


def released(*groups, shown=True, rules=RULES):
    """The figures of groups of rows, each row a value in every column."""
    table = np.concatenate(groups)
    sets = np.repeat(np.arange(len(groups)), [len(one) for one in groups])
    members = [f"members {place}" for place in range(len(groups))]
    batch = Batch(sets, np.arange(len(table)), members, np.full((len(COLUMNS), len(groups)), shown))
    return kernel.released_figures(rules, Table.of(table), batch, period=PERIOD)


def everywhere(values):
    return np.tile(np.array(values)[:, None], len(COLUMNS))


@given(VALUES, VALUES, st.integers(0, 3))
def test_the_kernel_releases_what_the_plain_rules_release(first, second, missing):
    table = everywhere(first)
    if len(first) >= RULES.employers + missing:
        table[:missing, ::2] = np.nan

    found = released(table, everywhere(second))

    for place, column in enumerate(COLUMNS):
        present = table[:, place][~np.isnan(table[:, place])].tolist()
        assert found[0][column.name] == plain(present, column, "members 0")
        assert found[1][column.name] == plain(second, column, "members 1")


@given(st.integers(15, 120), st.integers(40, 100), st.integers(100, 130))
def test_raised_floors_are_those_of_the_plain_rules(quartiles, tails, deciles):
    rules = disclosure.Rules(key=RULES.key, for_quartiles=quartiles, for_tails=tails, for_deciles=deciles)
    sizes = (14, 30, 60, 110, 140)

    found = released(*(everywhere(np.arange(float(size)) * 1000) for size in sizes), rules=rules)

    for size, figures in zip(sizes, found, strict=True):
        asked = {f"{one:g}" for one in disclosure.probabilities(rules, size)}
        assert all(set(one) == asked for one in figures.values())


def test_a_column_that_a_group_may_not_show_is_absent():
    assert released(everywhere(np.arange(50.0)), shown=False) == [{}]


def test_r2_allows_each_column_its_own_quantiles():
    table = everywhere(np.arange(40.0) * 1000)
    table[0, 0] = np.nan

    (figures,) = released(table)

    assert set(figures[COLUMNS[0].name]) == {"0.25", "0.5", "0.75"}
    assert set(figures[COLUMNS[1].name]) == {"0.1", "0.25", "0.5", "0.75", "0.9"}


def test_r8c_draws_noise_for_each_column_apart():
    (figures,) = released(everywhere(np.arange(11.0) * 1e6))

    assert len({found["0.5"] for found in figures.values()}) > len(COLUMNS) / 3


@pytest.mark.parametrize("value", [0.0, 7.0, -3.0])
def test_r10_is_said_where_a_released_group_hardly_differs(value):
    (figures,) = released(everywhere([value] * 20))

    assert set(figures.values()) == {NO_SPREAD}
