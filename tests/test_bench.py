"""The bench's own arithmetic, and the world that it measures in."""

import json
import math

import pytest

from bench import portfolio, release_build, release_reads, releases, replay
from bench.app import BUTTON, TEXT, create_app
from bench.table import Row, missed
from dashboard.data.facts.engine import EMBEDDED

CLIENTS = 3


@pytest.fixture(scope="module")
def small_world(tmp_path_factory):
    return portfolio.build(tmp_path_factory.mktemp("bench"), clients=CLIENTS)


@pytest.mark.parametrize(
    ("value", "budget", "verdict"),
    [(2.0, 2, "ok"), (2.1, 2, "MISSED"), (math.nan, 2, "not measured"), (9.0, math.inf, "")],
)
def test_a_measurement_is_judged_by_its_budget(value, budget, verdict):
    assert Row("search", value, "x", budget).verdict == verdict


def test_what_is_missed_or_not_measured_is_named():
    rows = [Row("kept", 1, "x", 2), Row("missed", 3, "x", 2), Row("absent", math.nan, "x", 2)]
    assert [row.goal for row in missed(rows)] == ["missed", "absent"]


def test_the_firm_has_the_clients_that_were_asked_for(small_world):
    store = portfolio.Store.open(small_world.settings)
    actor = portfolio.actor_of(store, small_world.email, small_world.password)
    with store.reading(actor) as firm:
        assert firm.clients.one(small_world.client).id == small_world.client


def test_the_no_op_is_answered_by_the_product_itself(small_world):
    server = create_app(small_world.settings).server
    body = {
        "output": replay.NO_OP,
        "outputs": {"id": TEXT, "property": "children"},
        "inputs": [{"id": BUTTON, "property": "n_clicks", "value": 1}],
        "changedPropIds": [f"{BUTTON}.n_clicks"],
    }
    question = replay.Question(replay.NO_OP, "POST", replay.CALLBACKS, json.dumps(body))
    assert 0 < replay.server_times(server, small_world, [question])[replay.NO_OP] < 1000


def test_a_refused_question_has_no_time(small_world):
    server = create_app(small_world.settings).server
    question = replay.Question("unknown", "POST", replay.CALLBACKS, json.dumps({"output": "unknown"}))
    assert math.isnan(replay.server_times(server, small_world, [question])["unknown"])


def test_a_release_is_measured_from_facts_to_pages(figures_world, tmp_path):
    database = tmp_path / "bench.sqlite"
    found = release_build.build(figures_world.settings.facts, database, EMBEDDED)
    release_reads.history(database)

    assert found["employers"] > 300
    assert all(value > 0 for value in found.values())
    assert found["checks"] < found["draft"]
    assert all(time > 0 for time in release_reads.read(database, seconds=0.1))


def test_growth_is_fitted_through_what_was_measured(capsys):
    twice = dict.fromkeys(("measures", "draft", "checks", "write"), 2.0)
    small = {"employers": 1000, "rows": 30_000} | dict.fromkeys(twice, 1.0)
    rows = releases.growth([small, {"employers": 2000, "rows": 60_000} | twice])

    assert [round(row.value, 6) for row in rows[::2]] == [1, 1, 1, 1]
    assert [round(row.value, 3) for row in rows[1::2]] == [1000, 1000, 1000, 1000]
    assert "million employers by this fit" in capsys.readouterr().out
