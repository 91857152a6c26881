"""`portefeuille release`, each command as an operator types it, in a small world."""

from __future__ import annotations

import json
import shutil
import sys

import fsspec
import pytest
from click.testing import CliRunner
from sqlalchemy import select, update

from dashboard.cli import main
from dashboard.data.database import reading, writing
from dashboard.data.facts import parquet
from dashboard.data.releases.tables import released_groups, releases
from dashboard.viewmodels.company_figures import State
from tests.releases_world import DAY, NEXT, PUBLISHED, deliver, environment, with_next_quarter

DRAFT, SHOWN = f"{NEXT}-1", f"{PUBLISHED}-1"


@pytest.fixture
def world(figures_world, tmp_path):
    copied = with_next_quarter(figures_world, tmp_path)
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def run(world):
    def typed(*words, day=DAY, **settings):
        env = environment(world, day=day) | settings
        return CliRunner(env=env).invoke(main, ("release", *words), catch_exceptions=False)

    return typed


@pytest.fixture
def answer(run):
    def told(*words, **settings):
        found = run(*words, "--json", **settings)
        assert found.exit_code == 0, found.stderr
        return json.loads(found.stdout)

    return told


def states(answer):
    return {one["release"]: one["state"] for one in answer("list")}


def correct(world):
    """Some were paid three times as much as was delivered at first: enough of them to move a median."""
    for client in world.in_state(State.FIGURES)[:20]:
        number = client.entry.enterprise_number
        parquet.multiply_pay(world.settings.facts, number, quarter=str(PUBLISHED), percent=300)


def test_a_built_release_is_a_draft_until_it_is_activated(world, answer):
    before = world.released()
    built = answer("build", str(NEXT))
    assert (built["release"], built["state"], built["published"]) == (DRAFT, "draft", "")
    assert world.released() == before

    answer("activate", DRAFT)
    assert states(answer)[DRAFT] == "active"
    assert world.released().keys() - before.keys()
    assert {key: one for key, one in world.released().items() if key in before} == before


def test_a_build_says_whom_it_covers(run, answer):
    printed = run("build", str(NEXT))
    assert "sector" in printed.stdout
    assert "all" in printed.stdout
    rows = answer("show", DRAFT)["coverage"]
    assert {one["comparison"] for one in rows} == {"sector", "region", "belgium", "committee"}
    assert all(0 <= one["fine"] <= 1 for one in rows)


def test_building_again_adds_nothing(run, answer):
    answer("build", str(NEXT))
    again = run("build", str(NEXT))

    assert again.exit_code == 0
    assert f"{DRAFT} says the same already" in again.stderr
    assert [name for name in states(answer) if name.startswith(str(NEXT))] == [DRAFT]


def test_corrected_facts_make_another_draft_and_leave_the_published_release(world, run, answer):
    before = world.released()
    correct(world)
    built = answer("build", str(PUBLISHED))

    assert (built["release"], built["state"]) == (f"{PUBLISHED}-2", "draft")
    assert world.released() == before
    refused = run("activate", f"{PUBLISHED}-2")
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"portefeuille: {PUBLISHED} is published: a correction can be activated"
        " after the first release of 2027.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("build", "2027Q1"), "Peer figures of 2027Q1 may be released from 2027-07-01."),
        (("activate", "2026Q2-9"), "There is no release 2026Q2-9."),
        (("show", "2020Q1-1"), "There is no release 2020Q1-1."),
        (("verify", "2020Q1-1"), "There is no release 2020Q1-1."),
        (("compare", SHOWN, "2020Q1-1"), "There is no release 2020Q1-1."),
        (("build", "2026Q3", "--facts", "nope://facts"), "nope://facts cannot be opened: "),
        (("build", "2026Q3", "--facts", "/no/such/folder"), "There is no employers.parquet in "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(run, words, sentence):
    found = run(*words)
    assert found.exit_code == 1
    assert found.stderr.strip().startswith(f"portefeuille: {sentence}")
    assert found.stderr.strip().count("\n") == 0


@pytest.mark.parametrize("words", [("build", "2026"), ("show", "2026Q2"), ("activate", "2026Q2-0")])
def test_a_word_that_names_no_quarter_or_release_is_a_usage_error(run, words):
    assert run(*words).exit_code == 2


def test_a_quarter_without_facts_is_named(run):
    found = run("build", "2026Q4", day="2027-04-05")
    assert found.exit_code == 1
    assert "There are no facts of 2026Q4 in " in found.stderr


def test_facts_that_are_no_parquet_are_named_and_nothing_is_kept(world, run, answer):
    before = states(answer)
    for path in (world.settings.facts / "worker_months" / f"quarter={NEXT}").glob("*.parquet"):
        path.write_bytes(b"nonsense")
    found = run("build", str(NEXT))

    assert found.exit_code == 1
    assert found.stderr.count("portefeuille: ") == 1
    assert "docs/formats/facts.md" in found.stderr
    assert states(answer) == before


def test_facts_that_lack_a_column_are_named(world, run):
    path = next((world.settings.facts / "worker_months" / f"quarter={NEXT}").glob("*.parquet"))
    with parquet.writing() as writer:
        writer.write({"employer": ["0100000090"], "worker": [1]}, path)
    found = run("build", str(NEXT))

    assert found.exit_code == 1
    assert "no such column. Expected: month." in found.stderr


def test_too_little_memory_is_told_with_the_setting_that_helps(run):
    found = run("build", str(NEXT), PORTEFEUILLE_MEMORY="1MB")
    assert found.exit_code == 1
    assert "1MB of memory is too little: raise PORTEFEUILLE_MEMORY." in found.stderr


def test_facts_may_lie_at_any_address(world, answer):
    """Nobody left in the year of the release, which is not the same as exits that are never delivered."""
    exits = world.settings.facts / "exits"
    (exits / f"quarter={NEXT}").rename(exits / "quarter=2020Q1")
    for folder in exits.glob("quarter=202[56]*"):
        shutil.rmtree(folder)
    here = answer("build", str(NEXT))
    far = fsspec.filesystem("memory")
    far.put(f"{world.settings.facts}/", "/institution", recursive=True)
    for path in (world.settings.releases / "measures").glob("*.parquet"):
        path.unlink()
    there = answer("build", str(NEXT), "--facts", "memory://institution")
    far.rm("/institution", recursive=True)

    assert there == here
    assert not (world.settings.releases / "fetched").exists()


def test_releases_are_compared_in_groups_and_cells(answer):
    answer("build", str(NEXT))
    rows = answer("compare", SHOWN, DRAFT)
    same = answer("compare", SHOWN, SHOWN)

    assert sum(one["cells changed"] for one in rows) > 0
    assert all(one["new"] == one["gone"] == [] for one in same)
    assert sum(one["cells changed"] + one["cells new"] + one["cells gone"] for one in same) == 0


def test_everything_that_was_released_is_whole(run):
    found = run("verify")
    assert found.exit_code == 0
    assert found.stdout.count("whole") == 5


def test_one_byte_that_was_changed_is_found(world, run):
    first = select(released_groups.c.id, released_groups.c.figures).join(releases)
    with reading(world.store.engine) as connection:
        row = connection.execute(first.where(releases.c.quarter == str(PUBLISHED))).first()
    place = next(one for one, byte in enumerate(row.figures) if byte in b"12345678")
    changed = row.figures[:place] + bytes([row.figures[place] + 1]) + row.figures[place + 1 :]
    with writing(world.store.engine) as connection:
        same = released_groups.c.id == row.id
        connection.execute(update(released_groups).where(same).values(figures=changed))
    found = run("verify")

    assert found.exit_code == 1
    assert f"{SHOWN}  The stored rows are not those that were released" in found.stdout
    assert found.stdout.count("whole") == 4
    assert run("verify", "2026Q1-1").exit_code == 0


def test_going_back_is_activating_what_was_shown_before(world, run, answer):
    """The correction of a quarter is shown after the first release of a new year, and taken back."""
    later = {"day": "2027-07-05"}
    for quarter in ("2026Q4", "2027Q1"):
        deliver(world.settings.facts, quarter)
    for quarter in (str(NEXT), "2026Q4", "2027Q1"):
        answer("activate", answer("build", quarter, **later)["release"], **later)
    correct(world)
    correction = answer("build", str(PUBLISHED), **later)["release"]

    assert run("activate", correction, **later).exit_code == 0
    assert states(answer)[SHOWN] == "retired"
    assert run("activate", SHOWN, **later).exit_code == 0
    assert states(answer)[correction] == "retired"


def test_the_panel_of_the_release_before_must_be_at_hand(world, run):
    for path in world.settings.releases.glob("*/panel.npz"):
        path.unlink()
    found = run("build", str(NEXT))

    assert found.exit_code == 1
    assert f"The panel of {SHOWN} is not in " in found.stderr


def test_a_release_built_elsewhere_is_shown_without_what_stayed_there(world, answer):
    for path in world.settings.releases.glob("*/coverage.json"):
        path.unlink()
    told = answer("show", SHOWN)

    assert told["coverage"] == []
    assert told["levels"]


def test_a_master_without_spark_is_a_usage_error(run):
    found = run("build", str(NEXT), "--master", "local[2]")
    assert found.exit_code == 2
    assert "--master is for --engine spark." in found.stderr


def test_a_spark_that_is_not_installed_is_told_in_one_sentence(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    monkeypatch.delitem(sys.modules, "dashboard.data.facts.spark", raising=False)
    found = run("build", str(NEXT), "--engine", "spark")
    assert found.exit_code == 1
    assert found.stderr == "portefeuille: Spark is not installed: pip install 'portefeuille[spark]'.\n"
