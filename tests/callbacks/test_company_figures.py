"""One callback answers every choice on the figures tab."""

from __future__ import annotations

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.callbacks.company_figures import draw_figures, remember_choice
from dashboard.data.database import writing
from dashboard.data.releases.tables import placements
from dashboard.errors import NotFound
from dashboard.viewmodels.company_figures import State, comparisons_offered


@pytest.fixture
def client(figures_world):
    return figures_world.special()["provisional"]


def drawn(world, client, *, email="", **changes):
    given = {
        "period": "2026Q1-four_quarters",
        "comparison": "sector",
        "search": "",
        "path": f"/clients/{client.id}/figures",
    }
    answer = draw_figures(world.workspace(email), **(given | changes))
    assert answer["busy"] == "false"
    return json.dumps(answer["children"], cls=PlotlyJSONEncoder, ensure_ascii=False)


def test_the_strips_are_drawn_with_their_group(figures_world, client):
    answer = drawn(figures_world, client)
    assert "Compared with" in answer
    assert "metric=cost_per_fte" in answer
    assert '"type": "Graph"' not in answer


def test_a_metric_in_the_address_opens_its_detail(figures_world, client):
    answer = drawn(figures_world, client, search="?metric=cost_per_fte", period="")
    assert answer.count('"type": "Graph"') == 3
    assert "detail-title" in answer


def test_another_comparison_draws_another_group(figures_world, client):
    assert drawn(figures_world, client, comparison="belgium") != drawn(figures_world, client)


def test_a_quarter_in_part_carries_its_warning(figures_world, client):
    assert "Provisional" in drawn(figures_world, client, period="")
    assert "Provisional" not in drawn(figures_world, client)


@pytest.mark.parametrize(
    "odd",
    [
        {"period": None, "comparison": None, "search": None},
        {"period": "x", "comparison": "moon", "search": "?metric=nonsense&metric="},
        {"period": ["2026"], "comparison": {"a": 1}, "search": 7},
    ],
    ids=["nothing", "nonsense", "other shapes"],
)
def test_broken_choices_draw_the_newest_year_beside_the_sector(figures_world, client, odd):
    answer = drawn(figures_world, client, **odd)
    assert "12 months to 30 June 2026" in answer
    assert '"type": "Graph"' not in answer


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_gets_no_strip(figures_world, state):
    answer = drawn(figures_world, figures_world.in_state(state)[0], search="?metric=cost_per_fte")
    assert '"type": "Graph"' not in answer
    assert "strip-name" not in answer


@pytest.mark.parametrize("path", ["/clients", "/nowhere", None, "/clients/unknown/figures"])
def test_an_address_without_a_client_is_not_there(figures_world, client, path):
    with pytest.raises(NotFound):
        drawn(figures_world, client, path=path)


def test_another_firm_does_not_find_the_client(figures_world, client):
    with pytest.raises(NotFound):
        drawn(figures_world, client, email="editor@brabo.example")


def offered(world, client, *, asked=""):
    return comparisons_offered(world.workspace(), client, asked=asked)


def test_the_comparison_that_a_person_chose_is_offered_first_next_time(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    assert offered(world, client).chosen == "sector"
    assert remember_choice(world.workspace(), comparison="region") == "region"
    assert offered(world, client).chosen == "region"
    assert offered(world, client, asked="belgium").chosen == "belgium", "the address goes first"
    assert remember_choice(world.workspace(), comparison={"odd": 1}) == "sector"
    world.store.engine.dispose()


def test_a_joint_committee_is_offered_where_the_client_has_one(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    for committee, there in (("", False), ("200.00", True)):
        with writing(world.store.engine) as connection:
            connection.execute(placements.update().values(committee=committee))
        keys = [choice.key for choice in offered(world, client).comparisons]
        assert ("committee" in keys) is there
        assert offered(world, client, asked="committee").chosen == ("committee" if there else "sector")
    world.store.engine.dispose()


@pytest.mark.parametrize(("topic", "tables"), [("pay", 1), ("", 3), ("moon", 3)])
def test_a_topic_shows_its_strips_alone(figures_world, client, topic, tables):
    answer = drawn(figures_world, client, topic=topic)
    assert answer.count('"className": "strips"') == tables


def test_a_question_in_the_address_draws_its_answer(figures_world, client):
    answer = drawn(figures_world, client, search="?question=standing", period="")
    assert answer.count('"type": "Graph"') == 1
    assert '"data-opened": "question=standing"' in answer
    assert "Where does this company stand, all in all?" in answer


def test_a_metric_goes_before_a_question(figures_world, client):
    answer = drawn(figures_world, client, search="?question=standing&metric=fte", period="")
    assert '"data-opened": "metric=fte"' in answer
    assert "question=standing" in answer
    assert '"data-opened": "question=standing"' not in answer
