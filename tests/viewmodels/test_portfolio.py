"""The portfolio in words: rows, states, whom to call, and the file that leaves."""

from __future__ import annotations

import dataclasses
import re

import pytest

from dashboard.data.portfolio import Line
from dashboard.domain.clients import Kind
from dashboard.domain.metrics import MetricName, Topic
from dashboard.domain.portfolio_question import SLICE, PortfolioQuestion, Sort, View, parse
from dashboard.domain.standing import SHOWN, Placed, Standing
from dashboard.domain.workforce import Missing, Reason
from dashboard.errors import BadRequest
from dashboard.i18n import language
from dashboard.viewmodels.company_figures import State, company_figures
from dashboard.viewmodels.portfolio import FIRST, portfolio, portfolio_rows
from dashboard.viewmodels.portfolio_sheet import portfolio_sheet
from tests.cast import EDITOR, PENDING

YEAR = "2026Q2-four_quarters"


def rows_of(world, workspace=None, **question):
    return portfolio_rows(workspace or world.workspace(), PortfolioQuestion(**question))


def every_row(world, **question):
    found = [rows_of(world, offset=offset, **question).rows for offset in range(0, 500, SLICE)]
    return {row.id: row for part in found for row in part}


def test_the_page_says_period_and_rule_and_offers_what_there_is(figures_world):
    view = portfolio(figures_world.workspace())
    assert view.period == "12 months to 30 June 2026"
    assert [one.name for one in view.filters] == [
        "view",
        "metric",
        "topic",
        "compare",
        "tag",
        "sector",
        "region",
    ]
    offered = {one.name: one.choices for one in view.filters}
    assert len(offered["metric"]) == len(SHOWN)
    assert {choice.label for choice in offered["region"]} >= {"All", "Vlaams Gewest"}
    assert re.search(r"3 at most", view.rule[1])
    assert re.search(r"from 20 FTE only", view.rule[2])


def test_a_row_says_what_the_clients_own_tab_says(figures_world):
    """Value, position, place on the strip and group, for each client with figures."""
    rows = every_row(figures_world)
    looked_at = 0
    for client in figures_world.in_state(State.FIGURES):
        view = company_figures(figures_world.workspace(), client.id, period=YEAR, comparison="sector")
        strip = next(
            one for _topic, _title, strips in view.topics for one in strips if one.metric == "cost_per_fte"
        )
        (cell,) = rows[client.id].cells
        assert (cell.value, cell.places) == (strip.value or strip.missing, strip.places)
        assert cell.position == (strip.position or (strip.note if strip.value else ""))
        assert rows[client.id].peers in {view.card.group, ""}
        looked_at += 1
    assert looked_at > 20


def test_clients_without_figures_say_why_and_come_last(figures_world):
    rows = list(every_row(figures_world).values())
    states = [row.state for row in rows]
    assert states == sorted(states, key=bool)
    assert {"Waiting for a mandate", "No staff"} <= set(states)
    assert all(not row.cells and not row.size for row in rows if row.state)


def test_a_pending_client_shows_its_name_and_its_state(cast):
    (row,) = portfolio_rows(cast.workspace(PENDING), PortfolioQuestion()).rows
    assert (row.name, row.state) == ("Garage Peeters BV", "Waiting for a mandate")
    assert (row.size, row.peers, row.cells) == ("", "", ())


def test_without_a_release_an_employer_says_so(cast):
    rows = portfolio_rows(cast.workspace(EDITOR), PortfolioQuestion(sort=Sort.NAME)).rows
    assert [row.state for row in rows] == ["No peer figures yet", "No staff", "No staff"]
    assert portfolio(cast.workspace(EDITOR)).period == ""


def test_whom_to_call_first_does_not_depend_on_the_order(figures_world):
    first = rows_of(figures_world).first
    assert 0 < len(first) <= FIRST
    assert rows_of(figures_world, sort=Sort.NAME).first == first
    assert [call.name for call in first] == [row.name for row in rows_of(figures_world).rows[: len(first)]]


def test_the_reason_is_the_figure_of_the_map(figures_world):
    """Every word of a call is in a cell of that client."""
    maps = [
        {row.name: row for row in rows_of(figures_world, view=View.MAP, topic=topic).rows} for topic in Topic
    ]
    for call in rows_of(figures_world).first:
        label, told = call.why.split(": ", 1)
        cells = [cell for one in maps for cell in one[call.name].cells]
        assert label in {metric.label for metric in SHOWN.values()}
        assert re.search(r"/figures\?period=2026Q2-four_quarters&compare=sector&metric=\w+$", call.href)
        assert SHOWN[call.href.rpartition("=")[2]].label == label
        assert any(told.startswith(f"{cell.value}, {cell.position}.") and cell.tint for cell in cells)


@pytest.mark.parametrize("topic", Topic)
def test_a_map_has_a_heading_for_each_cell(figures_world, topic):
    found = rows_of(figures_world, view=View.MAP, topic=topic)
    figures = [column for column in found.columns if column.metric]
    assert [SHOWN[column.metric].topic for column in figures] == [topic] * len(figures)
    assert {len(row.cells) for row in found.rows if not row.state} == {len(figures)}
    tints = {
        cell.tint
        for row in every_row(figures_world, view=View.MAP, topic=topic).values()
        for cell in row.cells
    }
    assert tints & {1, 2}
    assert tints & {-1, -2}


def ordered(world, sort, *, descending):
    """The numbers that the clients were sorted by."""
    with world.workspace().reading() as firm:
        found = firm.portfolio.found(PortfolioQuestion(sort=sort, descending=descending))
    placed = [placed for _key, placed in found if placed]
    if sort is Sort.SIZE:
        return [one.headcount for one in placed if one.headcount is not None]
    told = [getattr(one.standings["cost_per_fte"], sort.value) for one in placed]
    return [one for one in told if isinstance(one, float)]


@pytest.mark.parametrize("sort", [Sort.SIZE, Sort.VALUE, Sort.DISTANCE])
def test_turned_round_the_order_is_the_other_way(figures_world, sort):
    up, down = (ordered(figures_world, sort, descending=descending) for descending in (False, True))
    assert len(up) > 20
    assert up == sorted(up)
    assert down == up[::-1]


def test_another_slice_shows_the_rest(figures_world):
    everything = every_row(figures_world)
    found = rows_of(figures_world)
    assert len(found.rows) == min(SLICE, found.matching)
    assert len(everything) == found.matching
    assert bool(found.more) is (found.matching > SLICE)


def test_a_filter_that_finds_nobody_says_so(figures_world):
    found = rows_of(figures_world, tag="no such tag")
    assert (found.rows, found.first, found.matching) == ((), (), 0)
    assert found.nothing == "No client matches these filters."


@pytest.mark.parametrize(
    "asked",
    [
        {"view": "pie"},
        {"metric": "headcount"},
        {"topic": "x"},
        {"compare": "moon"},
        {"sort": "score"},
        {"order": "sideways"},
        {"offset": "-1"},
        {"firm": "2"},
    ],
)
def test_a_word_that_no_screen_sends_is_refused(asked):
    with pytest.raises(BadRequest):
        parse(asked)


def sheet_of(world, reader=None):
    workspace = world.workspace()
    with workspace.reading() as firm:
        lines = firm.portfolio.lines(firm.portfolio.found(PortfolioQuestion()))
        return portfolio_sheet(reader or workspace.language, lines)


def test_the_file_has_every_client_and_every_figure_as_numbers(figures_world):
    sheet = sheet_of(figures_world)
    assert len(sheet.rows) == len(every_row(figures_world))
    assert {len(row) for row in sheet.rows} == {len(sheet.headings)} == {5 + 4 * len(SHOWN)}
    values = [row[5] for row in sheet.rows if row[5] is not None]
    assert len(values) > 20
    assert all(isinstance(value, float) for value in values)


def test_the_file_says_what_is_known_of_a_client(figures_world):
    """The first figure is wage cost: value, median of the peers, position, rounded as on screen."""
    client = figures_world.special()["provisional"]
    row = next(row for row in sheet_of(figures_world).rows if row[0] == client.entry.name)
    with figures_world.workspace().reading() as firm:
        lines = firm.portfolio.lines(firm.portfolio.found(PortfolioQuestion()))
    placed = next(line.placed for line in lines if line.id == client.id)
    cost = placed.standings["cost_per_fte"]
    shown = every_row(figures_world)[client.id]
    assert row[2] == shown.peers
    assert row[4] == "Provisional"
    assert row[5:9] == (round(cost.value), cost.peers.median, shown.cells[0].position, None)


def test_the_file_says_how_a_figure_changed_and_why_one_is_not_there():
    """No world of the tests has two years: this client is made up."""
    moved = Standing(60_123.4, None, change=-1_234.5)
    gone = Standing(Missing(Reason.NOT_DELIVERED), None)
    standings = dict.fromkeys(SHOWN, gone) | {MetricName.COST_PER_FTE: moved}
    placed = Placed(12.4, "C", "02000", None, None, False, standings, None, 0.0)  # noqa: FBT003 - a field
    line = Line("id", "Invented SRL", Kind.EMPLOYER, opens_figures=True, placed=placed)
    (row,) = portfolio_sheet(language("en"), [line]).rows
    assert row[:5] == ("Invented SRL", 12.4, "", "", "")
    assert row[5:9] == (60_123, None, "Too few peers to compare", -1_235)
    assert row[9:13] == (None, None, "No data for this period", None)


@pytest.mark.parametrize("code", ["fr", "nl", "de"])
def test_the_rows_speak_the_readers_language(figures_world, code):
    workspace = dataclasses.replace(figures_world.workspace(), language=language(code))
    rows, english = rows_of(figures_world, workspace), rows_of(figures_world)
    assert rows.columns[0].label == language(code).text("Client")
    told = {word for row in rows.rows for word in (row.state, *(cell.position for cell in row.cells)) if word}
    said = {
        word for row in english.rows for word in (row.state, *(cell.position for cell in row.cells)) if word
    }
    assert not told & said
