"""One metric in detail: three groups on one scale, and a way here that never mixes groups."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import delete, insert

from dashboard.data.database import writing
from dashboard.data.releases.tables import released_groups, releases, withheld
from dashboard.domain.metrics import BY_NAME, MetricName
from dashboard.domain.peers import Comparison
from dashboard.domain.workforce import Span
from dashboard.errors import NotFound
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
def test_every_metric_has_a_row_for_each_comparison_a_definition_and_a_formula(figures_world, client, metric):
    view = detail_of(figures_world, client, metric=metric, period=f"2026Q1-{BY_NAME[metric].spans[0]}")
    assert [row.comparison for row in view.rows] == list(Comparison)
    assert all((view.label, view.unit, view.definition, view.formula))


def released_rows(view):
    """All but the joint committee, which the facts of this world do not name."""
    rows = [row for row in view.rows if row.comparison is not Comparison.COMMITTEE]
    assert len(rows) == 3
    return rows


def test_quantiles_rise_and_are_said_in_words(figures_world, client):
    for row in released_rows(detail_of(figures_world, client)):
        numbers = [number for _name, number, _words in row.quantiles]
        assert numbers == sorted(numbers)
        assert row.at("P50") in numbers
        assert all(words.startswith("€") for _name, _number, words in row.quantiles)


def test_the_title_says_what_is_seen(figures_world, client):
    view = detail_of(figures_world, client)
    first = next(row for row in view.rows if row.position)
    assert view.title == f"{view.label}: {first.position} ({first.name})"


def test_without_a_value_the_title_is_the_label_alone(figures_world):
    view = detail_of(figures_world, figures_world.special()["no_data"], period="")
    assert (view.title, view.client_value, view.client_words) == (view.label, None, "No data for this period")


def test_the_trend_ends_at_the_chosen_quarter_with_the_value_shown(figures_world, client):
    view = detail_of(figures_world, client)
    assert view.trend[-1].client == pytest.approx(view.client_value, abs=1e-3)
    assert view.trend[-1].median == view.rows[0].at("P50")
    assert len(view.trend) < len(detail_of(figures_world, client, period="").trend)


def test_a_quarter_in_which_the_group_is_not_shown_is_a_gap(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with world.workspace().reading() as firm:
        quarters = firm.releases.quarters()
        firm_id = firm.actor.firm_id
    with writing(world.store.engine) as connection:
        older = releases.c.quarter == str(quarters[2])
        for row in connection.execute(released_groups.select().join(releases).where(older)).all():
            hidden = {"release_id": row.release_id, "group_key": row.group_key, "firm_id": firm_id}
            connection.execute(insert(withheld).values(hidden))
    point = detail_of(world, client).trend[-2]
    assert (point.low, point.median, point.high, point.median_words) == (None, None, None, "–")
    world.store.engine.dispose()


def test_too_few_peers_leave_rows_without_quantiles(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    view = detail_of(world, client)
    assert {(row.group, row.band, row.quantiles) for row in view.rows} == {
        ("Too few peers to compare", "", ())
    }
    assert (view.title, view.trend_group) == (view.label, "")
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


def test_the_sentences_say_the_numbers_of_the_charts_and_no_others(figures_world, client):
    numbers = re.compile(r"\d[\d,.]*\d|\d")
    view = detail_of(figures_world, client)
    shown = [words for row in view.rows for _name, _number, words in row.quantiles]
    shown += [part for row in view.rows for part in (row.band, row.note)]
    shown += [part for point in view.trend for part in (point.label, point.client_words, point.median_words)]
    said = " ".join((*view.groups_sentences, *view.trend_sentences))
    assert set(numbers.findall(said)) <= set(numbers.findall(" ".join(shown)))
    medians = [words for row in view.rows for name, _number, words in row.quantiles if name == "P50"]
    assert [one for one in medians if f"median {one}" not in said] == []
    assert view.trend[-1].client_words in view.trend_sentences[0]
    assert view.trend[-1].label in view.trend_sentences[1]


def test_a_row_without_quantiles_says_why(figures_world, client, tmp_path):
    world = figures_world.copy(tmp_path / "copy")
    with writing(world.store.engine) as connection:
        connection.execute(delete(released_groups))
    view = detail_of(world, client)
    assert {row.note for row in view.rows} == {"Too few peers to compare"}
    assert view.groups_sentences[0] == "Sector: Too few peers to compare."
    world.store.engine.dispose()


def test_only_a_quarter_that_was_delivered_in_part_is_provisional(figures_world, client):
    trend = detail_of(figures_world, client, period="").trend
    assert [point.label for point in trend if point.provisional] == ["Q2 2026"]
