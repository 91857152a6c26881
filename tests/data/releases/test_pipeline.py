"""A build touches what is new, believes nothing half, and can be stopped at any moment."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest
from sqlalchemy import func, select

from dashboard.data.database import reading, writing
from dashboard.data.facts import parquet
from dashboard.data.facts.engine import Embedded
from dashboard.data.facts.measures import employer_quarter, employers
from dashboard.data.own_measures import own_measures, own_quarters
from dashboard.data.releases.checks import faults
from dashboard.data.releases.history import all_releases
from dashboard.data.releases.pipeline import begun, made, recorded
from dashboard.data.releases.stored import placed
from dashboard.data.releases.tables import placements, released_groups
from dashboard.data.releases.workshop import Workshop
from dashboard.data.store import Store
from dashboard.errors import ReleaseRefused
from dashboard.viewmodels.company_figures import State
from tests.releases_world import NEXT, PUBLISHED, environment, with_next_quarter
from tests.rules import ROOT

PATIENCE = 120


@pytest.fixture
def world(figures_world, tmp_path):
    copied = with_next_quarter(figures_world, tmp_path)
    yield copied
    copied.store.engine.dispose()


def workshop_of(world):
    settings = world.settings
    return Workshop.opened(settings.releases, address=str(settings.facts), engine=Embedded("1GB"))


def build(world, quarter=NEXT):
    """As the command does, on a day on which the quarter may be released."""
    store: Store = world.store
    now = store.clock().replace(year=2027)
    with workshop_of(world) as workshop:
        with reading(store.engine) as connection:
            start = begun(connection, quarter, today=now.date())
        of = made(workshop, start, rules=store.rules, step=lambda _step: None)
        with writing(store.engine) as connection:
            return recorded(connection, of, start, now=now)


def measured(world):
    """The file of each quarter's measures, and when it was made."""
    files = (world.settings.releases / "measures").iterdir()
    return {path.name.split("-")[0]: (path.name, path.stat().st_mtime_ns) for path in files}


def test_a_new_quarter_adds_up_that_quarter_alone(world):
    before = measured(world)
    build(world)
    after = measured(world)

    assert after.keys() - before.keys() == {str(NEXT)}
    assert {quarter: after[quarter] for quarter in before} == before


def test_a_corrected_quarter_is_added_up_again_with_those_whose_year_it_is_in(world):
    before = measured(world)
    number = next(iter(world.special().values())).entry.enterprise_number
    parquet.multiply_pay(world.settings.facts, number, quarter="2025Q4", percent=300)
    build(world)
    after = measured(world)

    assert {quarter for quarter in before if after[quarter] != before[quarter]} == {
        *("2025Q4", "2026Q1", "2026Q2")
    }
    assert len(list((world.settings.releases / "measures").iterdir())) == len(after)


def test_kept_measures_are_those_that_were_added_up(world):
    facts = world.settings.facts
    shutil.rmtree(facts / "entries")
    with workshop_of(world) as workshop:
        kept, again = workshop.measures(NEXT), workshop.measures(NEXT)

    found = employer_quarter(facts, NEXT)
    assert found["entries"].isna().all()
    pd.testing.assert_frame_equal(kept, found)
    pd.testing.assert_frame_equal(again, found)


def test_a_half_written_file_of_measures_is_not_believed(world):
    unfinished = world.settings.releases / "measures" / f"{NEXT}-0123456789abcdef.part"
    unfinished.write_bytes(b"half")
    release = build(world)

    assert not unfinished.exists()
    with reading(world.store.engine) as connection:
        assert list(faults(connection, release)) == []


def test_two_builds_at_once_are_refused(world):
    with workshop_of(world), pytest.raises(ReleaseRefused, match="is being built in"), workshop_of(world):
        pass


def test_own_measures_follow_the_facts_of_the_quarter(world):
    client = world.in_state(State.FIGURES)[0].entry.enterprise_number
    with reading(world.store.engine) as connection:
        assert own_quarters(connection, client, [NEXT]) == {}
    build(world)
    parquet.multiply_pay(world.settings.facts, client, quarter=str(NEXT), percent=200)
    with reading(world.store.engine) as connection:
        first = own_quarters(connection, client, [NEXT])[NEXT]
    build(world)

    with reading(world.store.engine) as connection:
        again = own_quarters(connection, client, [NEXT])[NEXT]
    assert again["gross"] == pytest.approx(2 * first["gross"], rel=1e-3)
    assert again["headcount"] == first["headcount"]


def test_a_first_release_stores_the_own_measures_of_its_whole_year(world):
    with writing(world.store.engine) as connection:
        connection.execute(own_measures.delete().where(own_measures.c.quarter != str(PUBLISHED)))
    build(world)

    with reading(world.store.engine) as connection:
        stored = set(connection.execute(select(own_measures.c.quarter).distinct()).scalars())
    assert stored == {"2025Q4", "2026Q1", "2026Q2", "2026Q3"}


@pytest.mark.parametrize("quarter", [NEXT, PUBLISHED], ids=["the next quarter", "a correction"])
def test_the_panel_of_the_year_stays_whatever_the_facts_say_of_places(world, quarter):
    with reading(world.store.engine) as connection:
        published = next(one for one in all_releases(connection) if one.quarter == PUBLISHED)
        before = placed(connection, published.id)
    member = before.index[before["unit"] != ""][0]
    facts = world.settings.facts
    table = employers(facts)
    table.loc[member, ["nace", "region"]] = ["99000", "02000"]
    with parquet.writing() as writer:
        columns = table.reset_index()
        writer.write({name: columns[name] for name in columns}, facts / "employers.parquet")
    parquet.multiply_pay(facts, member, quarter=str(quarter), percent=300)
    release = build(world, quarter)

    with reading(world.store.engine) as connection:
        after = placed(connection, release.id)
    assert release.id != published.id
    assert after.loc[member].to_dict() == before.loc[member].to_dict()


def killed_when(world, happened):
    """Start the command and kill it the moment something is there."""
    command = [sys.executable, "-m", "dashboard", "release", "build", str(NEXT)]
    env = os.environ | environment(world) | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own command
        until = time.monotonic() + PATIENCE
        while not happened() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        was_running = process.poll() is None
        process.send_signal(signal.SIGKILL)
    return was_running


def left_in_database(world):
    counts = (select(func.count()).select_from(table) for table in (released_groups, placements))
    with reading(world.store.engine) as connection:
        return [one.name for one in all_releases(connection)], [
            connection.execute(count).scalar_one() for count in counts
        ]


def test_a_killed_build_leaves_nothing_half_and_is_taken_up_again(world, figures_world, tmp_path):
    before = left_in_database(world)
    folder = world.settings.releases
    dossiers = len(list(folder.glob("*/panel.npz")))
    moments = (
        lambda: any(folder.glob(f"measures/{NEXT}-*.part")),
        lambda: any(folder.glob(f"measures/{NEXT}-*.parquet")),
        lambda: len(list(folder.glob("*/panel.npz"))) > dossiers,
    )
    killed = [killed_when(world, moment) for moment in moments]

    assert killed == [True, True, True]
    assert left_in_database(world) == before
    finished = build(world)
    other = with_next_quarter(figures_world, tmp_path / "other")
    assert finished.digest == build(other).digest
    other.store.engine.dispose()
    with reading(world.store.engine) as connection:
        assert [list(faults(connection, one)) for one in all_releases(connection)] == [[]] * 6
