"""The chosen metric is mapped; one that the period does not offer is said so."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.callbacks.provinces import map_provinces
from dashboard.viewmodels.company_figures import State


def mapped(world, client, *, metric="sickness_total", period="2026Q1-four_quarters"):
    path = f"/clients/{client.id}/figures"
    answer = map_provinces(world.workspace(), metric=metric, period=period, path=path)
    return json.dumps(answer["children"], cls=PlotlyJSONEncoder, ensure_ascii=False)


@pytest.fixture
def client(figures_world):
    return figures_world.special()["provisional"]


def test_the_table_names_every_province(figures_world, client):
    drawn = mapped(figures_world, client)
    assert drawn.count("Provincie") + drawn.count("Province") >= 10


def test_a_metric_of_the_year_is_not_mapped_for_a_quarter(figures_world, client):
    drawn = mapped(figures_world, client, metric="turnover_total", period="2026Q1-quarter")
    assert "This figure is not offered for this period." in drawn


@pytest.mark.parametrize("odd", ["moon", ["sickness_total"], {"a": 1}])
def test_odd_metrics_are_sickness_absence(figures_world, client, odd):
    assert mapped(figures_world, client, metric=odd) == mapped(figures_world, client)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_mapped_before_a_figure_is_chosen(figures_world, nothing):
    client = figures_world.in_state(State.FIGURES)[0]
    assert mapped(figures_world, client, metric=nothing) == "[]"
