"""One metric in detail: its groups, the questions its charts answer, and what there is no detail of."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from dashboard.data.database import writing
from dashboard.data.releases.tables import released_groups
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.workforce import Span
from dashboard.errors import NotFound
from dashboard.viewmodels.answers import Question
from dashboard.viewmodels.company_figures import State
from dashboard.viewmodels.metric_detail import metric_detail

COST = "cost_per_fte"
ONLY_YEARLY = next(name for name, metric in BY_NAME.items() if Span.QUARTER not in metric.spans)


@pytest.fixture
def client(figures_world):
    return figures_world.special()["provisional"]


def detail_of(world, client, *, metric=COST, period="2026Q1-four_quarters", comparison="sector"):
    return metric_detail(world.workspace(), client.id, metric=metric, period=period, comparison=comparison)


@pytest.mark.parametrize("metric", MetricName)
def test_every_metric_answers_three_questions_and_has_a_definition(figures_world, client, metric):
    view = detail_of(figures_world, client, metric=metric, period=f"2026Q1-{BY_NAME[metric].spans[0]}")
    asked = [answer.question for answer in view.answers]
    assert asked == [Question.GROUPS, Question.GROWTH, Question.UNUSUAL]
    assert all((view.title, view.unit, view.definition, view.formula, view.rounding, view.source))


def test_quantiles_rise_and_are_said_in_words(figures_world, client):
    rows = [row for row in detail_of(figures_world, client).rows if row.quantiles]
    assert len(rows) >= 3
    for row in rows:
        numbers = [number for _name, number, _words in row.quantiles]
        assert numbers == sorted(numbers)
        assert all(words.startswith("€") for _name, _number, words in row.quantiles)


def test_without_a_value_the_detail_says_so(figures_world):
    view = detail_of(figures_world, figures_world.special()["no_data"], period="")
    assert (view.client_value, view.client_words) == (None, "No data for this period")
    assert {row.note for row in view.rows} == {"No data for this period"}


def test_too_few_peers_leave_rows_without_quantiles(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    rows = detail_of(world, client).rows
    too_few = "Too few peers to compare"
    assert {(row.card.group, row.card.band, row.quantiles, row.note) for row in rows} == {
        (too_few, "", (), too_few)
    }
    world.store.engine.dispose()


@pytest.mark.parametrize("metric", ["", "nonsense", "client"])
def test_there_is_no_detail_of_an_unknown_metric(figures_world, client, metric):
    assert detail_of(figures_world, client, metric=metric) is None


def test_a_yearly_metric_has_no_detail_of_a_quarter(figures_world, client):
    assert detail_of(figures_world, client, metric=ONLY_YEARLY, period="2026Q1-quarter") is None


@pytest.mark.parametrize("state", [State.PENDING, State.NO_STAFF])
def test_a_client_without_figures_has_no_detail(figures_world, state):
    assert detail_of(figures_world, figures_world.in_state(state)[0]) is None


def test_another_firm_does_not_find_the_client(figures_world, client):
    with pytest.raises(NotFound):
        metric_detail(
            figures_world.workspace("editor@brabo.example"), client.id, metric=COST, period="", comparison=""
        )
