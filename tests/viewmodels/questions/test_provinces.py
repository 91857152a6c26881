"""Belgium by province: released medians of one level, the others in words, and nothing else."""

from __future__ import annotations

import dataclasses
import re

import orjson
import pytest
from sqlalchemy import insert, select, update

from dashboard.data.database import reading, writing
from dashboard.data.reference.tables import provinces
from dashboard.data.releases.tables import NO_SPREAD, placements, released_groups, releases, withheld
from dashboard.domain.metrics import MetricName
from dashboard.errors import NotFound
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.provinces import provinces_figures
from dashboard.viewmodels.questions.provinces import SIGNS

CLIENT, OWN = "0177759230", "04000"
PERIOD = "2026Q1-four_quarters"


def asked(world, *, number=CLIENT, metric="sickness_total", period=PERIOD, email=""):
    client = world.of_number(number)
    return provinces_figures(world.workspace(email), client.id, metric=metric, period=period)


@pytest.fixture
def released(figures_world, tmp_path):
    """A copy whose provinces hold what the tests release there, in the merged class of 10 to 49."""
    world = figures_world.copy(tmp_path / "copy")
    yield world
    world.store.engine.dispose()


def release(world, medians, *, sizes="merged", size=1):
    """Take the figures of all Belgium and give each province a median of its own."""
    with writing(world.store.engine) as connection:
        question = (
            select(released_groups)
            .join(releases)
            .where(
                releases.c.active,
                releases.c.quarter == "2026Q1",
                released_groups.c.group_key == "all||belgium||merged|1",
            )
        )
        row = connection.execute(question).mappings().one()
        for place, median in medians.items():
            figures = orjson.loads(row["figures"]) | {"sickness_total|four_quarters": {"0.5": median}}
            key = f"all||province|{place}|{sizes}|{size}"
            given = {name: one for name, one in row.items() if name != "id"}
            given |= {"group_key": key, "figures": orjson.dumps(figures)}
            connection.execute(insert(released_groups).values(given))
        return row["release_id"]


def test_every_province_and_brussels_has_a_sign_and_a_row(figures_world):
    assert set(SIGNS) == set(provinces())
    assert len(set(SIGNS.values())) == 11
    found = asked(figures_world)
    assert [row[1].words for row in found.table.rows] == list(SIGNS.values())


def test_without_a_released_province_there_is_no_map(figures_world):
    found = asked(figures_world)
    assert (found.chart, found.notice) == (None, "Too few peers to compare")
    assert found.title == "Sickness absence by province"
    assert {row[2].words for row in found.table.rows} == {"Too few peers to compare"}


def test_released_medians_are_mapped_and_the_others_said_in_words(released):
    release(released, {"10000": 5.0, "60000": 7.3})
    found = asked(released)
    areas = {area.code: area for area in found.chart.rows}
    assert {code: area.value.number for code, area in areas.items() if area.value.number} == {
        "10000": 5.0,
        "60000": 7.3,
    }
    assert found.title == "Sickness absence by province: from 5.0% to 7.3%"
    assert found.description[0].endswith(": 7.3%.")
    assert "Too few peers to compare" in found.description[2]
    assert found.subtitle == "all sectors · 10 to 49 employees · 12 months to 31 March 2026"


def test_the_level_of_most_provinces_is_that_of_all(released):
    release(released, {"10000": 5.0, "60000": 7.3})
    release(released, {"10000": 1.0}, sizes="fine", size=3)
    assert [area.value.number for area in asked(released).chart.rows if area.value.number] == [5.0, 7.3]


def test_the_own_province_is_the_one_where_the_client_is(released):
    release(released, {"10000": 5.0})
    question = (
        select(placements.c.province, placements.c.region)
        .join(releases)
        .where(placements.c.employer == CLIENT, releases.c.active, releases.c.quarter == "2026Q1")
    )
    with reading(released.store.engine) as connection:
        stands = connection.execute(question).one()
    own = [area.code for area in asked(released).chart.rows if area.is_own]
    assert own == [stands.province or stands.region]


def test_a_withheld_group_looks_like_one_that_does_not_exist(released):
    release_id = release(released, {"10000": 5.0, "60000": 7.3})
    hidden = {"release_id": release_id, "group_key": "all||province|60000|merged|1"}
    with released.workspace().reading() as firm:
        firm_id = firm.actor.firm_id
    with writing(released.store.engine) as connection:
        connection.execute(insert(withheld).values(hidden | {"firm_id": firm_id}))
    values = {area.code: area.value.words for area in asked(released).chart.rows}
    assert values["60000"] == values["30000"] == "Too few peers to compare"


def test_close_medians_have_a_neutral_title(released):
    release(released, {"10000": 5.0, "60000": 5.1})
    assert asked(released).title == "Sickness absence by province"


def test_peers_that_hardly_differ_are_said_so(released):
    release(released, {"10000": 5.0})
    with writing(released.store.engine) as connection:
        key = "all||province|10000|merged|1"
        stored = connection.execute(
            select(released_groups.c.figures).where(released_groups.c.group_key == key)
        ).scalar_one()
        flat = orjson.loads(stored) | {"sickness_total|four_quarters": NO_SPREAD}
        connection.execute(
            update(released_groups)
            .where(released_groups.c.group_key == key)
            .values(figures=orjson.dumps(flat))
        )
    found = asked(released)
    assert found.table.rows[0][2].words == "The peers hardly differ: no usable spread"
    assert found.chart is None


NUMBERS = re.compile(r"\d(?:[\d.,\u202f\u00a0]*\d)?")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_number_in_the_text_is_in_the_table(released, code):
    release(released, {"10000": 5.0, "60000": 7.3, OWN: 6.2})
    workspace = dataclasses.replace(released.workspace(), language=language(code))
    client = released.of_number(CLIENT)
    found = provinces_figures(workspace, client.id, metric="sickness_total", period=PERIOD)
    shown = " ".join(cell.words for row in found.table.rows for cell in row)
    said = " ".join((found.title, *found.description))
    assert set(NUMBERS.findall(said)) <= set(NUMBERS.findall(shown))


@pytest.mark.parametrize("odd", ["", "nonsense", "province"])
def test_an_unknown_metric_is_sickness_absence(figures_world, odd):
    assert asked(figures_world, metric=odd) == asked(figures_world)


def test_a_yearly_metric_is_not_offered_for_a_quarter(figures_world):
    assert asked(figures_world, metric=MetricName.TURNOVER_TOTAL, period="2026Q1-quarter") is None


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_has_no_map(figures_world, state):
    client = figures_world.in_state(state)[0]
    assert provinces_figures(figures_world.workspace(), client.id, metric="", period="") is None


def test_another_firm_does_not_find_the_client(figures_world):
    with pytest.raises(NotFound):
        asked(figures_world, email="editor@brabo.example")


def test_every_released_province_of_this_world_is_one_of_the_map(figures_world):
    with reading(figures_world.store.engine) as connection:
        keys = connection.execute(select(released_groups.c.group_key)).scalars()
        places = {key.split("|")[3] for key in keys if "|province|" in key}
    assert places
    assert places <= set(SIGNS)
