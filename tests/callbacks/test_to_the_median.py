"""Choosing a place among the peers answers what it is worth, and odd choices are the median."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.callbacks.to_the_median import move_to_the_median
from dashboard.errors import NotFound
from dashboard.viewmodels.company_figures import State

LARGEST = "0191140280"


def moved(world, client, *, email="", **changes):
    given = {
        "target": "median",
        "period": "2026Q1-four_quarters",
        "comparison": "sector",
        "path": f"/clients/{client.id}/figures",
    }
    answer = move_to_the_median(world.workspace(email), **(given | changes))
    return json.dumps(answer["children"], cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.fixture
def client(figures_world):
    return figures_world.of_number(LARGEST)


def test_the_median_has_its_bars_its_formula_and_its_law(figures_world, client):
    drawn = moved(figures_world, client)
    assert drawn.count('"type": "Graph"') == 1
    assert "How it is worked out" in drawn
    assert "Solidarity contribution, as a share of the benefit" in drawn


def test_another_place_gives_another_answer(figures_world, client):
    quartile = moved(figures_world, client, target="lower-quartile")
    assert "At the lower quartile" in quartile
    assert "At the lower quartile" not in moved(figures_world, client)


def test_without_a_value_only_the_reason_is_drawn(figures_world):
    drawn = moved(figures_world, figures_world.special()["no_data"], period="")
    assert '"type": "Graph"' not in drawn
    assert "How it is worked out" not in drawn


@pytest.mark.parametrize("odd", ["moon", ["median"], {"a": 1}])
def test_odd_targets_are_the_median(figures_world, client, odd):
    assert moved(figures_world, client, target=odd) == moved(figures_world, client)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_worked_out_before_a_place_is_chosen(figures_world, client, nothing):
    assert moved(figures_world, client, target=nothing) == "[]"


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_is_answered_with_nothing(figures_world, state):
    assert moved(figures_world, figures_world.in_state(state)[0]) == "[]"


def test_another_firm_does_not_find_the_client(figures_world, client):
    with pytest.raises(NotFound):
        moved(figures_world, client, email="editor@brabo.example")
