"""Spark gives what the embedded engine gives: the same integers, and the same release to the last byte."""

import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from click.testing import CliRunner
from sqlalchemy import select

from dashboard.cli import main
from dashboard.data.database import reading
from dashboard.data.facts.series import packed_series
from dashboard.data.own_measures import own_measures
from dashboard.data.own_series import own_series
from dashboard.data.releases.tables import placements, released_groups, releases
from tests.data.facts.fact_worlds import a_world, write_world
from tests.peer_world import QUARTER
from tests.plain_facts import plain_measures
from tests.releases_world import NEXT, environment, with_next_quarter
from tests.rules import ROOT

# `make spark` puts it there.
SPARK = ROOT / "var/spark"
HERE = ("--engine", "spark", "--master", "local[2]")
# A Java that lives for half a minute is faster when it compiles little.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
WORDS = ("release", "build", str(NEXT), "--json")
OMITTED = ((), ("absences", "hours_paid", "hours_training", "fatal"))

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(shutil.which("java") is None, reason="Java is not here, and Spark needs it."),
]


def with_spark(*words, **settings):
    """In a process of its own: pyspark is in no environment that other tests see."""
    paths = os.pathsep.join((str(ROOT), str(SPARK)))
    env = os.environ | settings | {"PYTHONPATH": paths, "JAVA_TOOL_OPTIONS": JAVA}
    return subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture
def worlds(figures_world, tmp_path):
    """Two alike in which nothing of the year is added up yet."""
    copied = [with_next_quarter(figures_world, tmp_path / name) for name in ("embedded", "spark")]
    for world in copied:
        shutil.rmtree(world.settings.releases / "measures")
    yield copied
    for world in copied:
        world.store.engine.dispose()


def kept(world):
    """Every byte of the new release, and what is kept of the employers themselves."""
    of_release = [select(table).join(releases) for table in (released_groups, placements)]
    asked = [one.where(releases.c.quarter == str(NEXT)) for one in of_release]
    asked += [select(own_series).where(own_series.c.quarter == str(NEXT)), select(own_measures)]
    with reading(world.store.engine) as connection:
        return [sorted(map(repr, connection.execute(question))) for question in asked]


def test_a_release_is_the_same_to_the_last_byte(worlds):
    embedded, spark = worlds
    here = CliRunner(env=environment(embedded)).invoke(main, WORDS, catch_exceptions=False)
    there = with_spark("-m", "dashboard", *WORDS, *HERE, **environment(spark))

    assert there.returncode == 0, there.stderr
    assert json.loads(there.stdout)["digest"] == json.loads(here.stdout)["digest"]
    assert all(kept(embedded))
    assert kept(spark) == kept(embedded)


def test_drawn_facts_give_the_same_integers(tmp_path):
    world = a_world(np.random.default_rng(11))
    folders = [tmp_path / f"it's {place}" for place, _ in enumerate(OMITTED)]
    for folder, omitted in zip(folders, OMITTED, strict=True):
        write_world(folder, world, omitted=omitted)
    done = with_spark("-m", "tests.data.spark_measures", *map(str, folders))

    assert done.returncode == 0, done.stderr
    for found, folder, omitted in zip(json.loads(done.stdout), folders, OMITTED, strict=True):
        slow = plain_measures(world, quarter=str(QUARTER), relapse_days=14, omitted=omitted)
        assert found["measures"] == slow
        series = {employer: packed.decode() for employer, packed in packed_series(folder, QUARTER)}
        assert found["series"] == series


def test_a_place_that_is_none_is_told_in_one_sentence(worlds):
    nowhere = with_spark("-m", "dashboard", *WORDS, *HERE[:3], "nowhere", **environment(worlds[1]))

    assert nowhere.returncode == 1
    assert nowhere.stderr.splitlines()[-1].startswith("portefeuille: Spark fails on nowhere: ")
