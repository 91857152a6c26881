# ruff: noqa: S608 the questions hold names of this file's own
from hashlib import sha256

import pandas as pd
import pytest

from dashboard.data.facts.schema import TABLES, check_schema
from dashboard.demo import facts
from dashboard.demo.facts import change_facts
from tests.demo.facts_world import NEWEST, ONCE, QUARTERLY, QUARTERS, World

MAY_BE_NULL = {"province", "enterprise_group"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return World(tmp_path_factory.mktemp("world"), employers=400, quarters=QUARTERS)


def test_the_same_seed_gives_the_same_world(world, tmp_path):
    again = World(tmp_path, employers=400, quarters=QUARTERS)

    pd.testing.assert_frame_equal(world.employers, again.employers)
    pd.testing.assert_frame_equal(world.firms, again.firms)
    for table in (*ONCE, *QUARTERLY):
        pd.testing.assert_frame_equal(world.ask(f"FROM {table}"), again.ask(f"FROM {table}"))


def test_every_table_and_column_of_the_contract_is_written(world):
    check_schema(world.folder)
    for table in TABLES:
        described = set(world.ask(f"DESCRIBE {table.name}")["column_name"])
        assert described - {"quarter"} == {column.name for column in table.columns}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_value_is_missing_but_where_the_contract_says_so(world, table):
    for column in table.columns:
        gaps = world.number(f"SELECT count(*) FROM {table.name} WHERE {column.name} IS NULL")
        assert (gaps > 0) == (column.name in MAY_BE_NULL), column.name


def test_the_same_seed_gives_the_same_bytes_whatever_the_number_of_processors(tmp_path, monkeypatch):
    monkeypatch.setattr(facts, "CHUNK", 50)
    one, two = (
        World(tmp_path / str(processors), employers=120, quarters=2, processors=processors)
        for processors in (1, 2)
    )
    assert digests(one.folder) == digests(two.folder)


def digests(folder):
    files = sorted(folder.rglob("*.parquet"))
    assert len(files) == 2 + 3 * 2 * 5
    return {file.relative_to(folder): sha256(file.read_bytes()).hexdigest() for file in files}


def test_each_file_is_in_order_of_employer(world):
    rows = world.ask(f"SELECT employer FROM worker_months WHERE quarter = '{NEWEST}'")

    assert rows["employer"].is_monotonic_increasing


def test_hours_worked_but_overtime_never_exceed_the_contracted_ones(world):
    late = "SELECT count(*) FROM worker_months WHERE hours_worked - hours_overtime > hours_contracted"
    assert world.number(late) == 0
    assert world.number("SELECT min(hours_worked) FROM worker_months") >= 0
    assert world.number("SELECT min(hours_contracted) FROM worker_months") > 0


def test_hours_worked_and_hours_absent_fit_in_the_contracted_ones(world):
    too_many = world.number(
        """
        WITH absent AS (SELECT quarter, worker, sum(hours) AS hours FROM absences GROUP BY ALL),
             present AS (
                 SELECT quarter, worker, sum(hours_worked - hours_overtime + hours_unemployed) AS worked,
                        sum(hours_contracted) AS contracted
                 FROM worker_months GROUP BY ALL)
        SELECT count(*) FROM present JOIN absent USING (quarter, worker) WHERE worked + hours > contracted
        """
    )

    assert too_many == 0


def test_nobody_is_paid_more_than_contracted_and_the_cost_exceeds_the_pay(world):
    assert world.number("SELECT count(*) FROM worker_months WHERE fte > fraction OR fte < 0") == 0
    assert world.number("SELECT count(*) FROM worker_months WHERE gross > 0 AND cost <= gross") == 0
    assert world.number("SELECT count(*) FROM worker_months WHERE (fte = 0) != (gross = 0)") == 0


@pytest.mark.parametrize("table", ["absences", "exits", "entries"])
def test_every_row_belongs_to_a_worker_of_the_quarter(world, table):
    strangers = world.number(
        f"SELECT count(*) FROM {table} ANTI JOIN worker_months USING (quarter, employer, worker)"
    )

    assert strangers == 0
    assert world.number(f"SELECT count(*) FROM {table}") > 0


def test_a_worker_has_one_row_a_month_at_one_employer(world):
    assert world.number("SELECT count(*) - count(DISTINCT (quarter, worker, month)) FROM worker_months") == 0


def test_spells_of_a_worker_never_overlap(world):
    overlaps = world.number(
        """
        WITH going_on AS (
            SELECT quarter, worker, count(*) AS open FROM absences WHERE NOT starts_here GROUP BY ALL),
        begun AS (
            SELECT quarter, worker, sum(days) AS days FROM absences WHERE starts_here GROUP BY ALL)
        SELECT count(*) FROM going_on FULL JOIN begun USING (quarter, worker)
        WHERE open > 1 OR days > 92
        """
    )

    assert overlaps == 0


def test_a_spell_goes_on_from_quarter_to_quarter_and_grows(world):
    spells = world.ask(
        """
        SELECT spell, count(*) AS quarters, count(DISTINCT cause) AS causes,
               count(DISTINCT days) AS lengths, sum(starts_here::INTEGER) AS starts
        FROM absences GROUP BY spell HAVING quarters > 1
        """
    )

    assert len(spells) > 50
    assert (spells["lengths"] == spells["quarters"]).all()
    assert (spells["causes"] == 1).all()
    assert (spells["starts"] <= 1).all()
    assert world.number("SELECT max(days) FROM absences") > 365


def test_each_special_employer_shows_its_state(world):
    quarters = sorted(world.ask("SELECT DISTINCT quarter FROM worker_months")["quarter"])
    two_staff = world.ask(
        "SELECT count(*) AS workers FROM worker_months"
        f" WHERE employer = '{world.special['two_staff']}' GROUP BY quarter, month"
    )
    tiny = world.employers.set_index("employer").loc[world.special["tiny_sector"]]

    assert len(set(world.special.values())) == 5
    assert list(world.quarters_of("no_data")) == quarters[:-2]
    assert list(world.quarters_of("first_year")) == quarters[-3:]
    assert world.quarters_of("provisional") == dict.fromkeys(quarters, 3) | {NEWEST: 2}
    assert two_staff["workers"].tolist() == [2] * QUARTERS * 3
    assert tiny["headcount"] == 12
    assert (world.employers["section"] == tiny["section"]).sum() < 5


def test_every_other_employer_has_staff_in_each_month(world):
    months = world.ask(
        "SELECT employer, count(DISTINCT (quarter, month)) AS months FROM worker_months GROUP BY employer"
    ).set_index("employer")["months"]
    partial = [world.special[state] for state in ("no_data", "provisional", "first_year")]

    assert set(months.index) == set(world.employers["employer"])
    assert (months.drop(partial) == QUARTERS * 3).all()


def test_special_employers_are_in_the_first_firms_list(world):
    first = world.firms[world.firms["firm"] == 0]["employer"]

    assert set(world.special.values()) <= set(first)


def test_a_change_of_one_employers_facts_moves_its_pay_alone(tmp_path):
    world = World(tmp_path, employers=120, quarters=2)
    sums = "SELECT employer, quarter, sum(gross) AS gross, sum(cost) AS cost FROM worker_months GROUP BY ALL"
    before = world.ask(sums).set_index(["employer", "quarter"]).sort_index()
    changed = (world.special["tiny_sector"], NEWEST)

    change_facts(world.folder, changed[0], quarter=NEWEST)
    after = world.ask(sums).set_index(["employer", "quarter"]).sort_index()

    assert after.loc[changed].to_numpy() == pytest.approx(before.loc[changed].to_numpy() * 1.2, rel=1e-5)
    pd.testing.assert_frame_equal(after.drop(changed), before.drop(changed))


def test_changed_files_keep_their_columns_and_their_order(tmp_path):
    world = World(tmp_path, employers=120, quarters=2)
    before = world.ask("FROM worker_months").drop(columns=["gross", "cost"])
    types = world.ask("DESCRIBE worker_months")

    change_facts(world.folder, world.special["two_staff"], quarter=NEWEST)

    pd.testing.assert_frame_equal(world.ask("FROM worker_months").drop(columns=["gross", "cost"]), before)
    pd.testing.assert_frame_equal(world.ask("DESCRIBE worker_months"), types)


def test_a_world_written_in_several_chunks_is_one_world(tmp_path, monkeypatch):
    monkeypatch.setattr(facts, "CHUNK", 50)
    world = World(tmp_path, employers=120, quarters=2)
    parts = sorted(tmp_path.glob(f"worker_months/quarter={NEWEST}/*.parquet"))
    doubles = world.number(
        "SELECT count(*) FROM (SELECT worker FROM worker_months GROUP BY worker"
        " HAVING count(DISTINCT employer) > 1)"
    )

    assert len(parts) == 3
    assert doubles == 0
    assert set(world.ask("FROM worker_months")["employer"]) == (
        set(world.employers["employer"]) - {world.special["no_data"]}
    )
    assert world.quarters_of("two_staff") == {"2026Q1": 3, NEWEST: 3}
    assert world.steps[-1] == (6, 6, NEWEST)


def test_progress_counts_to_the_end(world):
    assert world.steps[0] == (1, QUARTERS, "2025Q1")
    assert world.steps[-1] == (QUARTERS, QUARTERS, NEWEST)
