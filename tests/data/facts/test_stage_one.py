"""Stage one against the slow computation, on DuckDB and PostgreSQL: integers, equal one by one."""

import numpy as np
import pandas as pd
import pytest
import sqlalchemy
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.data.facts.measures import employer_quarter
from dashboard.data.facts.medians import weighted_medians
from dashboard.data.facts.schema import TABLES, check_schema
from dashboard.data.facts.stage_one import OF_THE_YEAR, Source, measures_sql, of_quarters
from dashboard.domain.metrics import MEASURES
from tests.data.conftest import copied_database
from tests.data.facts.fact_worlds import EMPLOYERS, UNPAID, YEAR, a_world, write_world
from tests.peer_world import QUARTER
from tests.plain_facts import NEEDED_FOR, median, plain_measures

MEDIANS = {"median_wage", "median_seniority"}
OPTIONAL = [column.name for table in TABLES for column in table.columns if not column.required]
GIVEN = [name for name in OPTIONAL if name not in ("committee", "enterprise_group", "hours_sick")]
LEFT_OUT = (
    *(("absences",), ("exits",), ("entries",), ("agency_hours",)),
    *(GIVEN[::2], GIVEN[1::2], ("contract", "fatal"), GIVEN),
)


@pytest.fixture(scope="module")
def world():
    return a_world(np.random.default_rng(5))


@pytest.fixture(scope="module")
def facts(world, tmp_path_factory):
    return write_world(tmp_path_factory.mktemp("it's facts"), world)


def as_rows(frame):
    return {
        employer: {name: None if pd.isna(one) else int(one) for name, one in row.items()}
        for employer, row in frame.astype("object").to_dict("index").items()
    }


def plain(world, **options):
    return plain_measures(world, quarter=str(QUARTER), **options)


def test_the_drawn_facts_keep_the_contract_and_fill_every_measure(facts):
    measures = employer_quarter(facts, QUARTER)

    check_schema(facts)
    assert list(measures.columns) == list(MEASURES)
    assert [name for name in measures if not measures[name].sum() > 0] == []
    assert set(measures.drop(columns=[*MEDIANS]).dtypes) == {np.dtype("int64")}


@pytest.mark.parametrize("seed", range(4))
def test_every_measure_equals_the_slow_computation(seed, tmp_path):
    world = a_world(np.random.default_rng(seed))

    assert as_rows(employer_quarter(write_world(tmp_path, world), QUARTER)) == plain(world)


@pytest.mark.parametrize("relapse_days", [1, 14])
def test_a_relapse_within_some_days_continues_the_spell_before(facts, world, relapse_days):
    found = as_rows(employer_quarter(facts, QUARTER, relapse_days=relapse_days))

    assert found == plain(world, relapse_days=relapse_days)
    assert found != plain(world)


@pytest.mark.parametrize("omitted", LEFT_OUT)
def test_what_was_not_delivered_is_missing_and_nothing_else(world, omitted, tmp_path):
    found = as_rows(employer_quarter(write_world(tmp_path, world, omitted=omitted), QUARTER))

    assert found == plain(world, omitted=omitted)
    assert found[EMPLOYERS[-1]][NEEDED_FOR.get(omitted[0], (omitted[0],))[0]] is None


def test_training_of_a_year_needs_all_four_quarters(world, tmp_path):
    write_world(tmp_path, [world[0], *({} for _ in YEAR[1:])], omitted={"hours_training"})
    write_world(tmp_path, [{}, *world[1:]])

    assert as_rows(employer_quarter(tmp_path, QUARTER)) == {
        employer: row | {"year_trained": None} for employer, row in plain(world).items()
    }


def test_a_quarter_in_which_nothing_happened_has_zeros(world, tmp_path):
    quiet = [*world[:3], {table: [] for table in world[3]} | {"worker_months": world[3]["worker_months"]}]

    found = as_rows(employer_quarter(write_world(tmp_path, quiet), QUARTER))

    assert found == plain(quiet)
    assert {row["spells"] + row["exits"] + row["agency_hours"] for row in found.values()} == {0}


def test_an_employer_that_paid_nobody_has_no_median(facts):
    measures = employer_quarter(facts, QUARTER)

    assert measures.index[measures["median_wage"].isna()].tolist() == [UNPAID]


@pytest.mark.postgresql
@pytest.mark.parametrize("omitted", [(), ("absences", "hours_paid", "hours_training", "fatal")])
def test_postgresql_gives_the_same_integers_from_the_same_text(world, postgres, omitted):
    engine = sqlalchemy.create_engine(copied_database(postgres, "template0"))
    quarters = [on_postgresql(engine, place, tables, omitted) for place, tables in enumerate(world)]
    year = {
        table.name: of_quarters(table, [quarter[table.name] for quarter in quarters])
        for table in OF_THE_YEAR
        if table.name not in omitted
    }
    query = measures_sql(QUARTER, quarters[-1], year, relapse_days=14)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(query.replace("%", "%%")).mappings().all()
    engine.dispose()

    slow = plain(world, relapse_days=14, omitted=omitted)
    found = {row["employer"]: {name: row[name] for name in MEASURES if name not in MEDIANS} for row in rows}
    assert found == {
        employer: {name: one for name, one in row.items() if name not in MEDIANS}
        for employer, row in slow.items()
    }


def on_postgresql(engine, place, tables, omitted):
    sources = {}
    for name in set(tables) - set(omitted):
        frame = pd.DataFrame(tables[name]).drop(columns=list(omitted), errors="ignore")
        frame.to_sql(f"{name}_{place}", engine, index=False)
        sources[name] = Source(f"{name}_{place}", frozenset(frame.columns))
    return sources


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-5, 5), st.integers(1, 4)), min_size=1, max_size=30))
def test_a_median_is_the_smallest_value_that_half_of_the_weight_does_not_exceed(drawn):
    columns = (np.array(column, dtype=np.int64) for column in zip(*drawn, strict=True))

    groups, medians = weighted_medians(*columns)

    assert dict(zip(groups.tolist(), medians.tolist(), strict=True)) == {
        group: median([(value, weight) for one, value, weight in drawn if one == group])
        for group in {one for one, _value, _weight in drawn}
    }
