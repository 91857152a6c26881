"""What a firm is shown: one level a card, the same for every firm that nothing is withheld from."""

import dataclasses

import orjson
import pytest
from sqlalchemy import insert

from dashboard.data.releases.history import activate
from dashboard.data.releases.kernel import NO_SPREAD
from dashboard.data.releases.reader import Releases, chosen
from dashboard.data.releases.tables import withheld
from dashboard.domain.metrics import COMPARED, MetricName
from dashboard.domain.peers import (
    BELGIUM_LADDER,
    FINE_ENOUGH,
    SECTOR_LADDER,
    Band,
    Comparison,
    NoSpread,
    Quantiles,
)
from dashboard.domain.workforce import Missing, Period, Quarter, Span
from tests.peer_world import (
    ALPHA,
    BAKERY,
    BETA,
    NOW,
    QUARTER,
    YEAR,
    Crowd,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    stored_groups,
    with_measures,
)

EMPLOYER = an_employer(0)
OTHER_TRADE = dataclasses.replace(BAKERY, nace="47111", section="G")
BEFORE = Quarter(2026, 1)


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


def published(connection, source, *, quarter=QUARTER):
    release = build_now(connection, source, quarter=quarter)
    activate(connection, release)
    return release


def withhold_from(connection, firm_id, release, *groups):
    rows = [{"release_id": release.id, "group_key": group.key, "firm_id": firm_id} for group in groups]
    connection.execute(insert(withheld), rows)


def the_cards(connection, *, employer=EMPLOYER, period=YEAR, firm_id=ALPHA):
    return Releases(connection).cards(employer, period, firm_id=firm_id)


def test_a_card_takes_the_finest_group_of_at_least_forty(connection):
    published(connection, a_source(Crowd(20), Crowd(30, like=dataclasses.replace(BAKERY, nace="10712"))))

    card = the_cards(connection)[Comparison.SECTOR]

    assert (card.group.key, card.band) == ("4|1071|region|03000|fine|2", Band.FROM_40)
    assert card.finer == ()


def test_a_finer_group_of_fifteen_serves_where_none_has_forty(connection):
    published(connection, a_source(Crowd(12), Crowd(8, like=dataclasses.replace(BAKERY, nace="10712"))))

    card = the_cards(connection)[Comparison.SECTOR]

    assert (card.group.activity, card.band) == ("1071", Band.FROM_15)


def test_groups_that_are_not_shown_are_named_on_the_card(connection):
    published(connection, a_source(Crowd(9), Crowd(41, like=dataclasses.replace(BAKERY, nace="10712"))))

    finer = the_cards(connection)[Comparison.SECTOR].finer

    assert [(group.activity, group.level.sizes) for group in finer] == [
        ("10711", "fine"),
        ("10711", "merged"),
    ]


@pytest.mark.parametrize(
    ("bands", "place"),
    [
        ({0: Band.FROM_15, 5: Band.FROM_40}, 5),
        ({0: Band.FROM_15, 11: Band.FROM_40}, 11),
        ({0: Band.FROM_15, 13: Band.FROM_40}, 0),
        ({0: Band.FROM_10, 3: Band.FROM_25, 14: Band.FROM_100}, 3),
        ({0: Band.FROM_10}, 0),
        ({14: Band.FROM_10}, 14),
        ({}, None),
    ],
)
def test_forty_are_preferred_down_to_the_section_only(bands, place):
    found = [bands.get(rung) for rung in range(len(SECTOR_LADDER))]

    assert chosen(found, FINE_ENOUGH[Comparison.SECTOR]) == place


def test_r11_all_metrics_of_a_card_come_from_one_group(connection):
    source = a_source(Crowd(20), Crowd(30, like=OTHER_TRADE))
    for place in range(15):
        source = with_measures(source, an_employer(place), year_workers=0)
    release = published(connection, source)

    card = the_cards(connection)[Comparison.SECTOR]

    stored = orjson.loads(stored_groups(connection, release)[card.group.key][1])
    assert {f"{name}|four_quarters" for name in card.figures} == {
        name for name in stored if name.endswith("|four_quarters")
    }
    assert MetricName.ZERO_ABSENCE_SHARE not in card.figures


def as_stored(figure):
    if isinstance(figure, NoSpread):
        return NO_SPREAD
    return {f"{probability:g}": one for probability, one in figure.values.items()}


def test_a_card_shows_the_released_figures_and_nothing_else(connection):
    release = published(connection, a_source(Crowd(50)))

    for span in Span:
        card = the_cards(connection, period=Period(QUARTER, span))[Comparison.BELGIUM]
        stored = orjson.loads(stored_groups(connection, release)[card.group.key][1])
        assert card.figures.keys() == {metric.name for metric in COMPARED if span in metric.spans} - {
            MetricName.GENDER_PAY_GAP  # these employers have too few women
        }
        for name, figure in card.figures.items():
            assert as_stored(figure) == stored[f"{name}|{span}"]


def test_a_metric_without_spread_is_said_so(connection):
    source = a_source(Crowd(30))
    for place in range(30):
        source = with_measures(source, an_employer(place), accidents=0)
    published(connection, source)

    assert the_cards(connection)[Comparison.SECTOR].figures[MetricName.ACCIDENT_FREQUENCY] == NoSpread()


def test_every_firm_is_shown_the_same_cards(connection):
    published(connection, a_source(Crowd(30), Crowd(20, firms=(ALPHA,))))

    assert the_cards(connection, firm_id=ALPHA) == the_cards(connection, firm_id=BETA)


def test_a_withheld_group_is_skipped_for_that_firm_only(connection):
    release = published(connection, a_source(Crowd(50)))
    before = the_cards(connection, firm_id=ALPHA)
    finest = before[Comparison.SECTOR].group

    withhold_from(connection, ALPHA, release, finest)

    after = the_cards(connection, firm_id=ALPHA)
    assert after[Comparison.SECTOR].group.level == SECTOR_LADDER[1]
    assert after[Comparison.SECTOR].finer == (finest,)
    assert the_cards(connection, firm_id=BETA) == before


def test_a_card_with_nothing_to_show_names_no_reason(connection):
    published(connection, a_source(Crowd(3)))

    for card in the_cards(connection).values():
        assert (card.group, card.band, card.figures) == (None, None, {})


def test_a_hidden_group_and_one_that_does_not_exist_look_alike(connection):
    bakery = dataclasses.replace(BAKERY, headcount=300)
    hidden = a_source(Crowd(1), Crowd(8, like=bakery))
    published(connection, hidden)
    before = the_cards(connection, employer=an_employer(1))

    published(connection, a_source(Crowd(1), Crowd(1, like=bakery)))

    assert the_cards(connection, employer=an_employer(1)) == before
    assert len(before[Comparison.BELGIUM].finer) == len(BELGIUM_LADDER)


@pytest.mark.parametrize(
    ("employer", "period"), [("0999999999", YEAR), (EMPLOYER, Period(BEFORE, Span.QUARTER))]
)
def test_an_unknown_employer_and_an_unpublished_quarter_have_empty_cards(connection, employer, period):
    published(connection, a_source(Crowd(50)))

    cards = the_cards(connection, employer=employer, period=period)

    assert set(cards) == set(Comparison)
    assert all(card.group is None and card.finer == () for card in cards.values())


def test_a_release_that_is_not_active_is_not_shown(connection):
    build_now(connection, a_source(Crowd(50)))

    assert all(card.group is None for card in the_cards(connection).values())
    assert Releases(connection).built_at(QUARTER) is None


def test_activating_another_version_switches_what_is_shown(connection):
    published(connection, first := a_source(Crowd(50)))
    before = the_cards(connection)

    published(connection, a_source(Crowd(50), seed=2))
    assert the_cards(connection) != before

    published(connection, first)
    assert the_cards(connection) == before
    assert Releases(connection).built_at(QUARTER) == NOW


def a_trend(connection, group, *, firm_id=ALPHA, quarters=(BEFORE, QUARTER)):
    return Releases(connection).trend(group, MetricName.FTE, Span.QUARTER, quarters, firm_id=firm_id)


def test_a_trend_follows_one_group_and_leaves_gaps(connection):
    published(connection, a_source(Crowd(50), quarters=[QUARTER, BEFORE]))
    published(connection, a_source(Crowd(50), quarters=[QUARTER, BEFORE]), quarter=BEFORE)
    group = the_cards(connection)[Comparison.SECTOR].group

    missing, before, now = a_trend(connection, group, quarters=(Quarter(2025, 4), BEFORE, QUARTER))

    assert missing is None
    assert isinstance(before, Quantiles)
    assert (
        now == the_cards(connection, period=Period(QUARTER, Span.QUARTER))[Comparison.SECTOR].figures["fte"]
    )


def test_r3_a_trend_leaves_out_what_is_withheld_from_the_firm(connection):
    old = published(connection, a_source(Crowd(50), quarters=[QUARTER, BEFORE]), quarter=BEFORE)
    published(connection, a_source(Crowd(50), quarters=[QUARTER, BEFORE]))
    group = the_cards(connection)[Comparison.SECTOR].group

    withhold_from(connection, ALPHA, old, group)

    assert [one is None for one in a_trend(connection, group, firm_id=ALPHA)] == [True, False]
    assert [one is None for one in a_trend(connection, group, firm_id=BETA)] == [False, False]


def test_r9_cards_need_no_measures_of_the_client(connection):
    published(connection, a_source(Crowd(50)))

    one, other = (the_cards(connection, employer=an_employer(place)) for place in (0, 7))

    assert all(isinstance(value, Missing) for value in Releases(connection).own(EMPLOYER, YEAR).values())
    assert one == other
    assert one[Comparison.SECTOR].figures


def test_a_trend_reads_active_releases_only(connection):
    published(connection, a_source(Crowd(50)))
    group = the_cards(connection)[Comparison.SECTOR].group
    before = a_trend(connection, group)

    build_now(connection, a_source(Crowd(50), seed=2))

    assert a_trend(connection, group) == before
