"""What a release holds, and above all what it does not: each rule with a world that just breaks it."""

import dataclasses
import datetime

import numpy as np
import orjson
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from dashboard.data.facts.own import store_own
from dashboard.data.releases.build import activate, build, column_values
from dashboard.data.releases.kernel import COLUMNS, NO_SPREAD
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import placements, released_groups, releases, withheld
from dashboard.domain.disclosure import probabilities
from dashboard.domain.metrics import BY_NAME, MEASURES, METRICS, MetricName, value
from dashboard.domain.peers import LADDERS, LEVELS, Band, Comparison
from dashboard.domain.workforce import Missing, Quarter
from dashboard.errors import BadRequest
from tests.peer_world import (
    ALPHA,
    BAKERY,
    BETA,
    GAMMA,
    NOW,
    QUARTER,
    RULES,
    YEAR,
    Crowd,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    stored_groups,
    with_measures,
)

FINEST = BAKERY.group(LEVELS[0]).key
EVERYWHERE = [BAKERY.group(level).key for level in LADDERS[Comparison.BELGIUM]]
HEADCOUNTS = st.integers(0, 10**6)
MANY = st.integers(0, 10**10)


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


def figures_in(connection, release, key=FINEST):
    return orjson.loads(stored_groups(connection, release)[key][1])


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


@pytest.mark.parametrize(("employers", "released"), [(10, True), (9, False)])
def test_r2_nine_employers_are_no_group(connection, employers, released):
    release = build_now(connection, a_source(Crowd(employers)))

    assert (FINEST in stored_groups(connection, release)) is released


@pytest.mark.parametrize(("employers", "released"), [(13, True), (12, False)])
def test_r2_fewer_than_fifty_workers_are_no_group(connection, employers, released):
    small = dataclasses.replace(BAKERY, headcount=4)

    release = build_now(connection, a_source(Crowd(employers, like=small)))

    assert bool(stored_groups(connection, release)) is released


def test_r2_a_group_too_small_is_served_by_the_wider_one(connection):
    elsewhere = dataclasses.replace(BAKERY, nace="10712")
    source = a_source(Crowd(9), Crowd(9, like=elsewhere))

    groups = stored_groups(connection, build_now(connection, source))

    assert FINEST not in groups
    assert groups["4|1071|region|03000|fine|2"][0] == Band.FROM_15


@pytest.mark.parametrize(("headcount", "released"), [(3, True), (2, False)])
def test_r1_employers_of_one_or_two_count_for_nothing(connection, headcount, released):
    tiny = dataclasses.replace(BAKERY, headcount=headcount)

    release = build_now(connection, a_source(Crowd(40, like=tiny)))

    assert bool(stored_groups(connection, release)) is released


def test_r1_a_quarter_delivered_in_part_counts_for_nothing(connection):
    whole = a_source(Crowd(10))
    in_part = with_measures(whole, an_employer(3), months=2)

    assert stored_groups(connection, build_now(connection, whole))
    assert not stored_groups(connection, build_now(connection, in_part))


@pytest.mark.parametrize(
    ("crowds", "released"),
    [
        ((Crowd(7, firms=(ALPHA,)), Crowd(4, firms=(BETA,)), Crowd(3, firms=(GAMMA,))), True),
        ((Crowd(10, firms=(ALPHA,)), Crowd(2, firms=(BETA,)), Crowd(2, firms=(GAMMA,))), False),
        ((Crowd(7, firms=(ALPHA,)), Crowd(7, firms=(BETA,))), False),
        ((Crowd(8, firms=(ALPHA,)), Crowd(6)), False),
        ((Crowd(8, firms=(ALPHA,)), Crowd(7)), True),
        ((Crowd(4, firms=(ALPHA,)), Crowd(4, firms=(ALPHA, BETA)), Crowd(6)), False),
        ((Crowd(7, firms=(ALPHA,)), Crowd(1, firms=(BETA,)), Crowd(6)), True),
    ],
)
def test_r3_a_firm_that_knows_nearly_all_hides_the_group_from_everybody(connection, crowds, released):
    release = build_now(connection, a_source(*crowds))

    assert (FINEST in stored_groups(connection, release)) is released


@pytest.mark.parametrize("day", [datetime.datetime(2026, 9, 30), datetime.datetime(2026, 7, 1)])  # noqa: DTZ001
def test_r5_a_quarter_is_not_released_before_three_months(connection, day):
    with pytest.raises(BadRequest):
        build(connection, QUARTER, a_source(Crowd(20)), rules=RULES, now=day)

    assert connection.execute(select(releases)).all() == []


def test_r5_a_quarter_is_released_on_its_day(connection):
    release = build(
        connection,
        QUARTER,
        a_source(Crowd(20)),
        rules=RULES,
        now=datetime.datetime(2026, 10, 1),  # noqa: DTZ001
    )

    assert stored_groups(connection, release)


@pytest.mark.parametrize(
    ("employers", "band", "released"),
    [(10, "10-14", 1), (15, "15-24", 3), (40, "40-99", 5), (100, "100+", 11)],
)
def test_r8f_a_group_says_its_band_and_the_quantiles_of_it(connection, employers, band, released):
    release = build_now(connection, a_source(Crowd(employers)))

    assert stored_groups(connection, release)[FINEST][0] == band
    assert {len(one) for one in figures_in(connection, release).values() if one != NO_SPREAD} == {released}


def test_r8_the_same_members_have_the_same_figures_by_whatever_ladder(connection):
    groups = stored_groups(connection, build_now(connection, a_source(Crowd(30))))

    assert len(groups) == len(LEVELS)
    assert len({figures for _band, figures in groups.values()}) == 1


def test_r10_no_accident_anywhere_is_said_in_words(connection):
    source = a_source(Crowd(30))
    for place in range(30):
        source = with_measures(source, an_employer(place), accidents=0)

    assert (
        figures_in(connection, build_now(connection, source))["accident_frequency|four_quarters"] == NO_SPREAD
    )


def test_r11_a_metric_with_too_few_values_is_absent_without_a_reason(connection):
    source = a_source(Crowd(12))
    for place in range(3):
        source = with_measures(source, an_employer(place), year_workers=0)

    found = figures_in(connection, build_now(connection, source))

    assert {column.name for column in COLUMNS} - set(found) == {"zero_absence_share|four_quarters"}


def faults(connection, release):
    """Every figure of a release that its own band or its metric's step does not allow."""
    found = []
    for key, (band, blob) in stored_groups(connection, release).items():
        allowed = {f"{one:g}" for one in probabilities(RULES, Band(band).least)}
        for column, figures in orjson.loads(blob).items():
            step = BY_NAME[MetricName(column.split("|")[0])].step
            quantiles = {} if figures == NO_SPREAD else figures
            steps = [one / step for one in quantiles.values()]
            found += [f"{key} {column} {one}" for one in quantiles if one not in allowed]
            found += [f"{key} {column} unrounded" for one in steps if abs(one - round(one)) > 1e-6]
            found += [f"{key} {column} unordered"] * (list(quantiles.values()) != sorted(quantiles.values()))
    return found


def a_mixed_source():
    places = [
        dataclasses.replace(BAKERY, nace=nace, headcount=size)
        for nace in ("10711", "10712", "47111")
        for size in (4, 7, 12, 30)
    ]
    known = [(), (ALPHA,), (BETA,), (GAMMA,), (ALPHA, BETA)]
    return a_source(
        *(
            Crowd(3 + (row * 7 + column * 3) % 13, like=like, firms=firms)
            for row, like in enumerate(places)
            for column, firms in enumerate(known)
        )
    )


def test_nothing_is_stored_beyond_what_the_band_allows(connection):
    release = build_now(connection, a_mixed_source())

    assert len(stored_groups(connection, release)) > 10
    assert len({band for band, _figures in stored_groups(connection, release).values()}) > 2
    assert faults(connection, release) == []


@pytest.mark.parametrize(
    ("figures", "fault"),
    [
        ({"0.5": 12.0, "0.9": 14.0}, "0.9"),
        ({"0.5": 12.25}, "unrounded"),
        ({"0.25": 12.0, "0.5": 11.0, "0.75": 13.0}, "unordered"),
        ({"0": 12.0}, " 0"),
    ],
)
def test_a_planted_figure_is_found(connection, figures, fault):
    release = build_now(connection, a_source(Crowd(20)))
    planted = {"release_id": release.id, "group_key": "planted", "band": "15-24"}
    blob = orjson.dumps({"fte|quarter": figures})
    connection.execute(insert(released_groups).values(**planted, figures=blob))

    assert [one for one in faults(connection, release) if one.endswith(fault)]


def test_the_tables_have_no_room_for_counts_values_or_members():
    assert set(released_groups.c.keys()) == {"id", "release_id", "group_key", "band", "figures"}
    assert set(releases.c.keys()) == {"id", "quarter", "version", "digest", "built_at", "active"}
    assert set(withheld.c.keys()) == {"release_id", "group_key", "firm_id"}
    assert not set(placements.c.keys()) & set(MEASURES) - {"headcount"}


def test_no_hidden_group_leaves_a_trace(connection):
    source = a_source(Crowd(9), Crowd(30, like=dataclasses.replace(BAKERY, nace="62100", section="K")))

    release = build_now(connection, source)

    assert not [key for key in stored_groups(connection, release) if "|C|" in key or "|10" in key]


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
    first = build_now(connection, a_mixed_source())
    other = dataclasses.replace(RULES, key=b"another key of the tests")

    assert build(connection, QUARTER, a_mixed_source(), rules=other, now=NOW).digest != first.digest


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
