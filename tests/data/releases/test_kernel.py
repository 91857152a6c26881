"""The fast kernel against the plain functions of domain/disclosure.py, number by number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.releases import kernel
from dashboard.data.releases.kernel import COLUMNS, NO_SPREAD, Knowledge, Same
from dashboard.domain import disclosure
from tests.peer_world import RULES

# Eighths are exact in binary, so that no rounding can hide or invent a difference.
EIGHTHS = st.integers(0, 8000).map(lambda eighths: eighths / 8)
SAME = Same("members", "2026Q2")


def plain(values, column, same):
    shift = disclosure.jitter(RULES, same.members, column.metric.name, f"{same.period}|{column.span}")
    found = disclosure.released(RULES, values, step=column.metric.step, shift=shift)
    return NO_SPREAD if found is None else {f"{at:g}": one for at, one in found.items()}


@given(
    st.lists(EIGHTHS, min_size=10, max_size=130) | st.lists(st.sampled_from([0.0, 1.0, 5.0]), min_size=10),
    st.integers(0, 3),
    st.integers().map(str),
)
def test_the_kernel_releases_what_the_plain_rules_release(values, missing, members):
    same = Same(members, "2026Q2")
    table = np.tile(np.array(values)[:, None], len(COLUMNS))
    table[:missing, ::2] = np.nan

    fast = of_table(table, same=same)

    for place, column in enumerate(COLUMNS):
        given_values = values[missing:] if place % 2 == 0 else values
        if len(given_values) < RULES.employers:
            assert column.name not in fast
        else:
            assert fast[column.name] == plain(given_values, column, same)


@given(st.lists(st.sets(st.integers(1, 4), max_size=3), min_size=10, max_size=40), st.randoms())
def test_the_kernel_counts_firms_as_the_plain_rule_does(firms, random):
    present = np.array([[random.random() < 0.8, True] for _ in firms])
    known = Knowledge(tuple(np.array(sorted(one)) for one in firms))

    fast = known.safe(RULES, np.arange(len(firms)), present)

    for place in range(present.shape[1]):
        members = {str(row): one for row, one in enumerate(firms) if present[row, place]}
        assert fast[place] == disclosure.safe_from_coalitions(RULES, members)


@given(st.lists(st.text("0123456789", min_size=10, max_size=10), unique=True))
def test_the_kernel_names_members_as_the_plain_function_does(members):
    assert kernel.membership(members) == disclosure.membership(members)


def released(values, *, firms=None, people=10.0):
    """One group that holds every row, with these values in every column."""
    table = np.repeat(np.array(values)[:, None], len(COLUMNS), axis=1)
    return of_table(table, firms=firms, people=people)


def of_table(table, *, firms=None, people=10.0, same=SAME):
    known = Knowledge(tuple(np.array(sorted(one)) for one in firms or [()] * len(table)))
    return kernel.released_figures(
        RULES, table, np.full(len(table), people), np.arange(len(table)), known=known, same=same
    )


@pytest.mark.parametrize(
    ("missing", "columns"), [(0, len(COLUMNS)), (2, len(COLUMNS)), (3, len(COLUMNS) - 1)]
)
def test_r2_counts_only_employers_that_have_the_metric(missing, columns):
    table = np.tile(np.arange(12.0)[:, None] * 1000, len(COLUMNS))
    table[:missing, 0] = np.nan

    assert len(of_table(table)) == columns


def test_r2_counts_only_workers_of_employers_that_have_the_metric():
    table = np.tile(np.arange(16.0)[:, None] * 1000, len(COLUMNS))
    table[:4, 0] = np.nan

    assert COLUMNS[0].name in of_table(table, people=4.5)
    assert COLUMNS[0].name not in of_table(table, people=4)


def test_r3_counts_only_firms_of_employers_that_have_the_metric():
    table = np.tile(np.arange(18.0)[:, None] * 1000, len(COLUMNS))
    firms = [{1}] * 8 + [{2}] * 6 + [{3}] * 4
    table[-4:, 0] = np.nan

    figures = of_table(table, firms=firms)

    assert COLUMNS[0].name not in figures
    assert COLUMNS[1].name in figures


def test_r2_allows_each_column_its_own_quantiles():
    table = np.tile(np.arange(40.0)[:, None] * 1000, len(COLUMNS))
    table[0, 0] = np.nan

    figures = of_table(table)

    assert set(figures[COLUMNS[0].name]) == {"0.25", "0.5", "0.75"}
    assert set(figures[COLUMNS[1].name]) == {"0.1", "0.25", "0.5", "0.75", "0.9"}


def test_r8c_draws_noise_for_each_column_apart():
    medians = {name: found["0.5"] for name, found in released(np.arange(11.0) * 1e6).items()}

    assert len(set(medians.values())) > len(COLUMNS) / 3


def test_r10_is_said_where_a_released_group_hardly_differs():
    assert set(released([0.0] * 20).values()) == {NO_SPREAD}
