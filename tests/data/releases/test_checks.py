"""Whatever is changed in a stored release is found."""

import dataclasses

import orjson
import pytest
from sqlalchemy import delete, insert, select, update

from dashboard.data.releases.build import drafted
from dashboard.data.releases.checks import faults
from dashboard.data.releases.history import write
from dashboard.data.releases.tables import placements, released_groups
from tests.peer_world import BAKERY, NOW, QUARTER, RULES, Crowd, a_source, an_empty_store

DIGEST = "The stored rows are not those that were released: their digest differs."
COLUMN = "fte|quarter"


@pytest.fixture(scope="module")
def draft():
    """Groups of twelve, twenty and sixty, and all of them together."""
    garage, shop = (
        dataclasses.replace(BAKERY, section=section, nace=nace)
        for section, nace in (("G", "45200"), ("I", "56101"))
    )
    source = a_source(Crowd(12), Crowd(20, like=garage), Crowd(60, like=shop))
    return drafted(source, QUARTER, rules=RULES)


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


@pytest.fixture
def release(connection, draft):
    return write(connection, draft, now=NOW)


def of_band(connection, band):
    return connection.execute(select(released_groups).where(released_groups.c.band == band)).first()


def found(connection, release):
    return list(faults(connection, release))


def test_a_release_as_it_was_written_has_no_fault(connection, release):
    assert of_band(connection, "40-99")
    assert found(connection, release) == []


@pytest.mark.parametrize("column", ["nace", "section", "arrondissement", "region", "unit"])
def test_another_place_of_one_employer_is_found(connection, release, column):
    one = select(placements.c.employer).limit(1).scalar_subquery()
    connection.execute(update(placements).where(placements.c.employer == one).values({column: "X"}))
    assert DIGEST in found(connection, release)


@pytest.mark.parametrize("changed", [{"headcount": 7.5}, {"counts": False}])
def test_another_size_of_one_employer_is_found(connection, release, changed):
    one = select(placements.c.employer).where(placements.c.counts).limit(1).scalar_subquery()
    connection.execute(update(placements).where(placements.c.employer == one).values(changed))
    assert DIGEST in found(connection, release)


@pytest.mark.parametrize("table", [released_groups, placements])
def test_a_row_that_is_gone_is_found(connection, release, table):
    column = next(iter(table.primary_key.columns)) if table is released_groups else table.c.employer
    one = connection.execute(select(column).limit(1)).scalar_one()
    connection.execute(delete(table).where(column == one))
    assert DIGEST in found(connection, release)


@pytest.mark.parametrize("place", [0, 7, -1])
def test_one_byte_of_the_figures_is_found(connection, release, place):
    row = of_band(connection, "15-24")
    changed = bytearray(row.figures)
    changed[place] ^= 1
    same = released_groups.c.id == row.id
    connection.execute(update(released_groups).where(same).values(figures=bytes(changed)))
    assert DIGEST in found(connection, release)


@pytest.mark.parametrize(
    ("band", "figures", "fault"),
    [
        ("10-14", {"0.25": 1.0, "0.5": 2.0, "0.75": 3.0}, "has quantiles that its employers do not allow."),
        ("15-24", {"0.25": 1.0, "0.5": 2.0}, "has quantiles that its employers do not allow."),
        ("15-24", {"0.25": 2.0, "0.5": 1.0, "0.75": 3.0}, "has quantiles that do not rise."),
        ("15-24", {"0.5": 1.2345}, "is not rounded to 0.5."),
    ],
)
def test_a_figure_that_no_rule_allows_is_named(connection, release, band, figures, fault):
    row = of_band(connection, band)
    blob = orjson.dumps(orjson.loads(row.figures) | {COLUMN: figures})
    connection.execute(update(released_groups).where(released_groups.c.id == row.id).values(figures=blob))
    assert found(connection, release) == [DIGEST, f"{row.group_key}: {COLUMN} {fault}"]


@pytest.mark.parametrize("figures", [b"nonsense", b"[]", b'{"none|quarter":{"0.5":1}}', b'{"fte|quarter":7}'])
def test_figures_that_are_none_of_ours_are_named(connection, release, figures):
    row = of_band(connection, "15-24")
    connection.execute(update(released_groups).where(released_groups.c.id == row.id).values(figures=figures))
    assert f"{row.group_key}: figures that are none of ours." in found(connection, release)


def test_another_band_is_named(connection, release):
    row = of_band(connection, "15-24")
    connection.execute(update(released_groups).where(released_groups.c.id == row.id).values(band="40-99"))
    assert f"{row.group_key}: the band 40-99 is not that of its employers." in found(connection, release)


def test_a_group_of_too_few_is_named(connection, release):
    small = {"group_key": "5|99999|region|03000|fine|0", "band": "10-14", "figures": b"{}"}
    connection.execute(insert(released_groups).values(release_id=release.id, **small))
    fault = f"{small['group_key']}: fewer employers or workers than any release may have."
    assert fault in found(connection, release)


@pytest.mark.parametrize(
    ("band", "shares", "fault"),
    [
        ("15-24", {"sex|quarter": {"women": 40.0}}, "shares of fewer employers than may have them."),
        ("40-99", {"sex|quarter": {"women": 140.0}}, "a share of sex|quarter that is none."),
    ],
)
def test_a_share_that_no_rule_allows_is_named(connection, release, band, shares, fault):
    row = of_band(connection, band)
    same = released_groups.c.id == row.id
    connection.execute(update(released_groups).where(same).values(shares=orjson.dumps(shares)))
    assert found(connection, release) == [DIGEST, f"{row.group_key}: {fault}"]
