"""How releases come one after the other, and what moves them."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from dashboard.data.facts.own import store_own
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import activate
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import releases
from dashboard.data.releases.values import column_values
from dashboard.domain.metrics import MEASURES, METRICS, value
from dashboard.domain.workforce import Missing, Quarter
from tests.peer_world import (
    ALPHA,
    QUARTER,
    RULES,
    YEAR,
    Crowd,
    a_mixed_source,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    stored_groups,
)

HEADCOUNTS = st.integers(0, 10**6)
MANY = st.integers(0, 10**10)


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


@given(
    st.lists(
        st.fixed_dictionaries(
            dict.fromkeys(MEASURES, MANY) | {"months": st.sampled_from([0, 3, 12]), "headcount": HEADCOUNTS}
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(METRICS),
)
def test_a_column_of_values_is_the_metric_of_each_employer(measures, metric):
    delivered = [one if one["months"] else dict.fromkeys(MEASURES, np.nan) for one in measures]

    column = column_values(metric, pd.DataFrame(delivered, columns=list(MEASURES)).astype("float64"))

    for fast, one in zip(column, measures, strict=True):
        plain = value(metric, one)
        assert np.isnan(fast) if isinstance(plain, Missing) else fast == pytest.approx(plain, rel=1e-12)


def test_a_second_release_of_a_quarter_leaves_the_first_as_it_was(connection):
    first = build_now(connection, a_source(Crowd(20)))
    before = stored_groups(connection, first)

    second = build_now(connection, a_source(Crowd(21), seed=2))

    assert (first.version, second.version) == (1, 2)
    assert stored_groups(connection, first) == before
    assert stored_groups(connection, second) != before


def test_the_same_world_gives_the_same_release(connection):
    first, second = (build_now(connection, a_mixed_source()) for _ in range(2))

    assert first.digest == second.digest
    assert stored_groups(connection, first) == stored_groups(connection, second)


def test_another_key_gives_other_noise(connection):
    first = build_now(connection, a_source(Crowd(30)))
    other = dataclasses.replace(RULES, key=b"another key of the tests")

    assert drafted(a_source(Crowd(30)), QUARTER, rules=other).digest != first.digest


def test_a_release_is_seen_once_it_is_active_and_no_other_of_its_quarter(connection):
    first, second = build_now(connection, a_source(Crowd(20))), build_now(connection, a_source(Crowd(20)))
    assert Releases(connection).quarters() == ()

    for one in (first, second, first):
        activate(connection, one)
        active = connection.execute(select(releases.c.id).where(releases.c.active)).scalars().all()
        assert active == [one.id]
    assert Releases(connection).quarters() == (QUARTER,)


def test_activating_a_quarter_leaves_the_others_active(connection):
    before = Quarter(2026, 1)
    source = a_source(Crowd(20), quarters=[QUARTER, before])

    for quarter in (before, QUARTER):
        activate(connection, build_now(connection, source, quarter=quarter))

    assert Releases(connection).quarters() == (QUARTER, before)


def test_changed_facts_move_an_employers_own_value_and_no_peer_figure(connection):
    source = a_source(Crowd(20))
    for quarter, measures in source.measures.items():
        store_own(connection, quarter, measures)
    activate(connection, release := build_now(connection, source))
    reader, employer = Releases(connection), an_employer(0)
    groups, own = stored_groups(connection, release), reader.own(employer, YEAR)
    cards, other = reader.cards(employer, YEAR, firm_id=ALPHA), reader.own(an_employer(1), YEAR)

    changed = source.measures[QUARTER].loc[[employer]].assign(cost=10**9)
    store_own(connection, QUARTER, changed)

    moved = reader.own(employer, YEAR)
    assert {name for name in own if own[name] != moved[name]} == {"cost_per_fte", "hourly_cost"}
    assert stored_groups(connection, release) == groups
    assert reader.cards(employer, YEAR, firm_id=ALPHA) == cards
    assert reader.own(an_employer(1), YEAR) == other


def test_a_release_without_any_group_is_a_release(connection):
    release = build_now(connection, a_source(Crowd(3)))
    activate(connection, release)

    assert stored_groups(connection, release) == {}
    assert Releases(connection).quarters() == (QUARTER,)
