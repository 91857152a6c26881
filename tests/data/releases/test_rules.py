"""What a release holds, and above all what it does not: each rule with a world that just breaks it."""

import dataclasses
import datetime

import orjson
import pytest
from sqlalchemy import insert, select

from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import write
from dashboard.data.releases.kernel import NO_SPREAD
from dashboard.data.releases.tables import placements, released_groups, releases, withheld
from dashboard.domain.disclosure import probabilities
from dashboard.domain.metrics import BY_NAME, MEASURES, MetricName
from dashboard.domain.peers import LEVELS, Band
from dashboard.errors import ReleaseRefused
from tests.peer_world import (
    ALPHA,
    BAKERY,
    BETA,
    GAMMA,
    QUARTER,
    RULES,
    Crowd,
    a_mixed_source,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    stored_groups,
    with_measures,
)

FINEST = BAKERY.group(LEVELS[0]).key


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


def figures_in(connection, release, key=FINEST):
    return orjson.loads(stored_groups(connection, release)[key][1])


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
    with pytest.raises(ReleaseRefused):
        write(connection, drafted(a_source(Crowd(20)), QUARTER, rules=RULES), now=day)

    assert connection.execute(select(releases)).all() == []


def test_r5_a_quarter_is_released_on_its_day(connection):
    day = datetime.datetime(2026, 10, 1)  # noqa: DTZ001

    release = write(connection, drafted(a_source(Crowd(20)), QUARTER, rules=RULES), now=day)

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
    before = figures_in(connection, build_now(connection, source))
    for place in range(3):
        source = with_measures(source, an_employer(place), year_workers=0)

    found = figures_in(connection, build_now(connection, source))

    assert set(before) - set(found) == {"zero_absence_share|four_quarters"}


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
    assert set(released_groups.c.keys()) == {
        "id",
        "release_id",
        "group_key",
        "band",
        "figures",
        "shares",
    }
    assert set(releases.c.keys()) == {
        *("id", "quarter", "version", "digest", "built_at", "active"),
        *("published_at", "follows"),
    }
    assert set(withheld.c.keys()) == {"release_id", "group_key", "firm_id"}
    assert not set(placements.c.keys()) & set(MEASURES) - {"headcount"}


def test_no_hidden_group_leaves_a_trace(connection):
    source = a_source(Crowd(9), Crowd(30, like=dataclasses.replace(BAKERY, nace="62100", section="K")))

    release = build_now(connection, source)

    assert not [key for key in stored_groups(connection, release) if "|C|" in key or "|10" in key]
