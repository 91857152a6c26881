"""The switch shows both figures, and nothing while it is off."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.callbacks.like_for_like import show_like_for_like
from dashboard.viewmodels.company_figures import State


def shown(world, client, *, switched=True, comparison="belgium"):
    answer = show_like_for_like(
        world.workspace(),
        switched=switched,
        period="2026Q1-four_quarters",
        comparison=comparison,
        path=f"/clients/{client.id}/figures",
    )
    return json.dumps(answer["children"], cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_switched_on_both_figures_and_the_method_are_shown(figures_world):
    drawn = shown(figures_world, figures_world.of_number("0177759230"))
    assert drawn.count('"type": "Table"') == 2
    assert "One breakdown at a time" in drawn


@pytest.mark.parametrize("off", [False, None, ""])
def test_switched_off_nothing_is_shown(figures_world, off):
    assert shown(figures_world, figures_world.of_number("0177759230"), switched=off) == "[]"


def test_a_client_without_figures_shows_nothing(figures_world):
    assert shown(figures_world, figures_world.in_state(State.NO_STAFF)[0]) == "[]"
