"""Charts of parts, moves and months: plotly accepts them, they say their answer, and stay as accepted."""

from __future__ import annotations

import dataclasses

import plotly.graph_objects as go
import pytest
from syrupy.extensions.json import JSONSnapshotExtension

from dashboard.figures import DRAWN, Scale
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.answers import Bars, Cell, Columns, Control, InAndOut, MonthLines, Strip, TenDots

NO_PEERS = Cell("–")
YOUNG, OLD = ("Under 25", Cell("10.0%", 10.0), Cell("12.0%", 12.0)), ("55 and over", Cell("30.0%", 30.0))
QUARTERS = ("Q1 2026", "Q2 2026")
OVERTIME = Columns(QUARTERS, (1.9, 2.3), (0.3, 0.4), "Overtime")
IDLE = Columns(QUARTERS, (5.5, None), (None, None), "Temporary unemployment")
RELEASED = ((0.25, Cell("10.0%", 10.0)), (0.5, Cell("20.0%", 20.0)), (0.75, Cell("30.0%", 30.0)))
STRIP = Strip("Staff turnover", Cell("25.0%", 25.0), RELEASED, "in the middle half")
MONTHS = ("Jan", "Feb", "Mar")
CHARTS = {
    "staff": Bars((YOUNG, (*OLD, Cell("15.0%", 15.0)))),
    "staff, no peers": Bars(((*OLD, NO_PEERS),)),
    "benefits": TenDots((("Company car", 7, False), ("Meal vouchers", 4, True))),
    "benefits, own unknown": TenDots((("Company car", 0, None),)),
    "overtime": dataclasses.replace(OVERTIME, below=IDLE),
    "overtime, alone": OVERTIME,
    "overtime, no peers": IDLE,
    "turnover": InAndOut(QUARTERS, (1.0, 3.0), (2.0, 0.0)),
    "turnover, beside the peers": InAndOut(QUARTERS, (1.0, 3.0), (2.0, 0.0), STRIP),
    "turnover, a quarter missing": InAndOut(QUARTERS, (None, 3.0), (None, 1.0)),
    "season": MonthLines(MONTHS, (("2025", (9.0, 8.0, 7.0)), ("2026", (9.1, 8.1, None)))),
    "season, one year": MonthLines(MONTHS, (("2026", (0.0, None, None)),)),
    "shift": Control(MONTHS, (5.0, 9.0, 9.5), (5.0, 9.2, 9.2), (2.0, 8.0, 8.0), (8.0, 10.4, 10.4), (1, 2)),
    "shift, calm": Control(MONTHS, (5.0, 6.0, 5.0), (5.3,) * 3, (2.7,) * 3, (8.0,) * 3, ()),
}
every_chart = pytest.mark.parametrize("chart", CHARTS)


def drawn(chart, code="en"):
    found = CHARTS[chart]
    return DRAWN[type(found)](found, Scale("per cent", 1, language(code)))


@every_chart
@pytest.mark.parametrize("code", LANGUAGES)
def test_plotly_accepts_the_figure(chart, code):
    figure = drawn(chart, code)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert {trace["type"] for trace in figure["data"]} <= {"bar", "scatter"}


@every_chart
def test_the_figure_is_as_it_was_accepted(chart, snapshot):
    assert drawn(chart) == snapshot(extension_class=JSONSnapshotExtension)


def test_the_first_row_stands_on_top():
    assert drawn("staff")["layout"]["yaxis"]["categoryarray"] == ["55 and over", "Under 25"]
    assert drawn("benefits")["layout"]["yaxis"]["categoryarray"] == ["Meal vouchers", "Company car"]


def test_without_peers_there_is_no_tick_and_the_words_say_so():
    figure = drawn("staff, no peers")
    assert figure["data"][1]["x"] == []
    assert figure["layout"]["yaxis"]["ticktext"] == ["55 and over<br><b>30.0%</b> ┃ –"]


def test_as_many_dots_are_filled_as_peers_in_ten():
    symbols = drawn("benefits")["data"][0]["marker"]["symbol"]
    assert [symbols[start : start + 10].count("circle") for start in (0, 10)] == [7, 4]
    assert drawn("benefits")["layout"]["yaxis"]["ticktext"] == [
        "Meal vouchers<br><b>✓</b>",
        "Company car<br><b>–</b>",
    ]


def test_those_who_left_are_below_zero_and_their_number_has_no_minus():
    joined, left, net = drawn("turnover")["data"]
    assert (joined["y"], left["y"], net["y"]) == ([1.0, 3.0], [-2.0, 0.0], [-1.0, 3.0])
    assert left["text"] == ["2", ""]
    assert drawn("turnover, a quarter missing")["data"][2]["y"] == [None, 2.0]


def test_the_strip_lies_over_the_columns_on_axes_of_its_own():
    figure = drawn("turnover, beside the peers")
    layout = figure["layout"]
    assert layout["yaxis"]["domain"][1] < layout["yaxis2"]["domain"][0]
    assert [trace.get("yaxis") for trace in figure["data"]] == [None] * 3 + ["y2"] * 4
    assert figure["data"][-1]["x"] == [65.0], "10 to 30 and a third of it on either side"


def test_two_figures_share_their_quarters_and_no_axis():
    figure = drawn("overtime")
    assert [trace["yaxis"] for trace in figure["data"]] == ["y", "y", "y2", "y2"]
    assert figure["layout"]["yaxis"]["domain"][0] > figure["layout"]["yaxis2"]["domain"][1]
    assert "yaxis2" not in drawn("overtime, alone")["layout"]


def test_the_dashed_line_is_explained_where_it_is_drawn():
    with_peers, without = (note["text"] for note in drawn("overtime")["layout"]["annotations"])
    assert ("Median of the peers" in with_peers, "Median of the peers" in without) == (True, False)


def test_the_newest_year_is_drawn_last_and_strongest_and_no_name_covers_another():
    figure = drawn("season")
    assert [trace["name"] for trace in figure["data"]] == ["2025", "2026"]
    assert figure["data"][1]["line"]["width"] > figure["data"][0]["line"]["width"]
    assert {note["text"]: note["x"] for note in figure["layout"]["annotations"]} == {
        "<b>2025</b>": "Mar",
        "<b>2026</b>": "Feb",
    }


def test_only_the_first_of_signals_in_a_row_is_dated():
    figure = drawn("shift")
    assert figure["data"][-1]["x"] == ["Feb", "Mar"]
    assert [note["text"] for note in figure["layout"]["annotations"][3:]] == ["Feb"]
    assert drawn("shift, calm")["data"][-1]["x"] == []
