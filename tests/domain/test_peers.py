import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.peers import (
    FINE_ENOUGH,
    LADDERS,
    LEVELS,
    TENTHS,
    Band,
    Comparison,
    Level,
    Placement,
    Position,
    Quantiles,
    Sizes,
    Where,
    band,
    position,
    size_class,
)

BAKERY = Placement("10711", "C", "92000", "90000", "03000", 12)
BRUSSELS = Placement("62100", "K", "21000", "", "04000", 7)
DECILES = Quantiles({tenth: 10 * tenth for tenth in TENTHS} | {0.25: 2.5, 0.75: 7.5})
TAILS = Quantiles({0.1: 1, 0.25: 2.5, 0.5: 5, 0.75: 7.5, 0.9: 9})
QUARTILES = Quantiles({0.25: 2.5, 0.5: 5, 0.75: 7.5})
MEDIAN = Quantiles({0.5: 5})


def test_the_sector_ladder_climbs_activity_then_place():
    rungs = [(level.activity, level.place) for level in LADDERS[Comparison.SECTOR]]

    assert list(dict.fromkeys(rungs)) == [
        ("5", "region"),
        ("4", "region"),
        ("3", "region"),
        ("2", "region"),
        ("2", "belgium"),
        ("section", "belgium"),
        ("all", "belgium"),
    ]


def test_the_region_ladder_climbs_place_over_all_sectors():
    assert list(dict.fromkeys(level.place for level in LADDERS[Comparison.REGION])) == [
        "arrondissement",
        "province",
        "region",
        "belgium",
    ]
    assert {level.activity for level in LADDERS[Comparison.REGION]} == {"all"}


@pytest.mark.parametrize("comparison", Comparison)
def test_sizes_are_merged_before_a_ladder_climbs(comparison):
    ladder = LADDERS[comparison]

    for fine in (level for level in ladder if level.sizes is Sizes.FINE):
        merged = dataclasses.replace(fine, sizes=Sizes.MERGED)
        assert ladder.index(merged) == ladder.index(fine) + 1


def test_fine_enough_is_a_section_or_a_province():
    assert LADDERS[Comparison.SECTOR][FINE_ENOUGH[Comparison.SECTOR]] == Level(
        "section", "belgium", Sizes.MERGED
    )
    assert LADDERS[Comparison.REGION][FINE_ENOUGH[Comparison.REGION]] == Level(
        "all", "province", Sizes.MERGED
    )


def test_an_employer_has_one_group_at_each_level():
    keys = [BAKERY.group(level).key for level in LEVELS]

    assert len(set(keys)) == len(LEVELS)
    assert BAKERY.group(Level("3", "region", Sizes.FINE)).key == "3|107|region|03000|fine|2"
    assert BAKERY.group(Level("section", "belgium", Sizes.ALL)).key == "section|C|belgium||all|0"


def test_brussels_stands_for_its_own_province():
    assert BRUSSELS.group(Level("all", "province", Sizes.FINE)).place == "04000"


@pytest.mark.parametrize(
    ("headcount", "fine", "merged"),
    [
        (0.4, (1, 4), (1, 9)),
        (4.4, (1, 4), (1, 9)),
        (5, (5, 9), (1, 9)),
        (9.4, (5, 9), (1, 9)),
        (10, (10, 19), (10, 49)),
        (49, (20, 49), (10, 49)),
        (50, (50, 99), (50, 0)),
        (199.4, (100, 199), (50, 0)),
        (5000, (200, 0), (50, 0)),
    ],
)
def test_headcounts_fall_into_the_classes_of_the_social_security(headcount, fine, merged):
    placement = dataclasses.replace(BAKERY, headcount=headcount)

    assert placement.group(Level("all", "belgium", Sizes.FINE)).bounds == fine
    assert placement.group(Level("all", "belgium", Sizes.MERGED)).bounds == merged
    assert size_class(headcount, Sizes.ALL) == 0


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (10, Band.FROM_10),
        (14, Band.FROM_10),
        (15, Band.FROM_15),
        (24, Band.FROM_15),
        (25, Band.FROM_25),
        (39, Band.FROM_25),
        (40, Band.FROM_40),
        (99, Band.FROM_40),
        (100, Band.FROM_100),
        (9999, Band.FROM_100),
    ],
)
def test_a_count_is_shown_as_a_band_only(count, shown):
    assert band(count) is shown
    assert shown.least <= count


@pytest.mark.parametrize(
    ("value", "quantiles", "where", "tenths"),
    [
        (9.1, DECILES, Where.HIGHEST_TENTH, 0),
        (0.9, DECILES, Where.LOWEST_TENTH, 0),
        (4, DECILES, Where.CLOSE, 0),
        (6, DECILES, Where.CLOSE, 0),
        (7.4, DECILES, Where.HIGHER_THAN, 7),
        (9, DECILES, Where.HIGHER_THAN, 8),
        (2.6, DECILES, Where.LOWER_THAN, 7),
        (1, DECILES, Where.LOWER_THAN, 8),
        (9.1, TAILS, Where.HIGHEST_TENTH, 0),
        (0.9, TAILS, Where.LOWEST_TENTH, 0),
        (8, TAILS, Where.UPPER_QUARTER, 0),
        (2, TAILS, Where.LOWER_QUARTER, 0),
        (7.5, TAILS, Where.MIDDLE_ABOVE, 0),
        (5.1, TAILS, Where.MIDDLE_ABOVE, 0),
        (4.9, TAILS, Where.MIDDLE_BELOW, 0),
        (7.6, QUARTILES, Where.ABOVE_MIDDLE, 0),
        (2.4, QUARTILES, Where.BELOW_MIDDLE, 0),
        (5.1, QUARTILES, Where.MIDDLE, 0),
        (5.19, MEDIAN, Where.CLOSE, 0),
        (5.3, MEDIAN, Where.ABOVE_MEDIAN, 0),
        (4.7, MEDIAN, Where.BELOW_MEDIAN, 0),
    ],
)
def test_r9_a_position_is_bracketed_by_released_quantiles(value, quantiles, where, tenths):
    assert position(value, quantiles, step=0.1) == Position(where, tenths)


@given(st.lists(st.integers(0, 8), min_size=11, max_size=11), st.integers(-1, 9))
def test_r9_a_stated_number_of_tenths_is_never_more_than_the_deciles_prove(drawn, value):
    ordered = [float(one) for one in sorted(drawn)]
    at = dict(zip(sorted((*TENTHS, 0.25, 0.75)), ordered, strict=True))

    found = position(value, Quantiles(at), step=0.1)

    if found.where is Where.HIGHER_THAN:
        assert found.tenths >= 5
        assert value > at[found.tenths / 10]
    if found.where is Where.LOWER_THAN:
        assert found.tenths >= 5
        assert value < at[(10 - found.tenths) / 10]


AWAY_FROM_THE_MEDIAN = st.floats(0, 4.9) | st.floats(5.1, 10)


@given(AWAY_FROM_THE_MEDIAN, AWAY_FROM_THE_MEDIAN, st.sampled_from([DECILES, TAILS, QUARTILES]))
def test_r9_values_between_the_same_quantiles_stand_alike(one, other, quantiles):
    def brackets(value):
        return [(value > bound, value < bound) for bound in quantiles.values.values()]

    if brackets(one) == brackets(other):
        assert position(one, quantiles, step=0.1) == position(other, quantiles, step=0.1)
