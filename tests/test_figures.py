"""Every chart is a figure that plotly accepts, says what its answer says, and stays as accepted."""

from __future__ import annotations

import dataclasses

import plotly.graph_objects as go
import pytest
from syrupy.extensions.json import JSONSnapshotExtension

from dashboard.figures import figure_of
from dashboard.figures.lines import LABEL_HEIGHT
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.answers import Answer, Cell, Dots, Lines, Question, Strip, Strips, Table

ENGLISH = language("en")
RELEASED = (
    (0.1, Cell("€50,000", 50_000.0)),
    (0.25, Cell("€60,000", 60_000.0)),
    (0.5, Cell("€70,000", 70_000.0)),
    (0.75, Cell("€80,000", 80_000.0)),
    (0.9, Cell("€90,000", 90_000.0)),
)
QUARTILES = RELEASED[1:4]
OWN, NO_DATA = Cell("€72,000", 72_000.0), Cell("No data")
TOO_FEW = "Too few peers to compare"


def a_strip(label, *, client=OWN, quantiles=RELEASED, note=""):
    return Strip(label, client, quantiles, "in the middle half", note)


def some_lines(*labels, client=72_000.0, peers=(60_000.0, 70_000.0, 80_000.0), provisional=False):
    low, median, high = ((one,) * len(labels) for one in peers)
    own = (client,) * len(labels)
    return Lines(labels, own, median, low, high, (False,) * (len(labels) - 1) + (provisional,))


SHARED = Strips((a_strip("Sector"), a_strip("Region", quantiles=QUARTILES)), shared_scale=True)
EACH = Strips((a_strip("Cost"), a_strip("Sickness", client=Cell("€900,000", 900_000.0))), shared_scale=False)
CHARTS = {
    "groups": SHARED,
    "groups, one suppressed": Strips(
        (a_strip("Sector", quantiles=(), note=TOO_FEW), a_strip("Region")), shared_scale=True
    ),
    "groups, no value": Strips(
        tuple(a_strip(label, client=NO_DATA) for label in ("Sector", "Region")), shared_scale=True
    ),
    "standing": EACH,
    "unusual": Strips((a_strip("Cost"),), shared_scale=True),
    "unusual, no value": Strips((a_strip("Cost", client=NO_DATA),), shared_scale=True),
    "unusual, quartiles only": Strips((a_strip("Cost", quantiles=QUARTILES),), shared_scale=True),
    "growth": some_lines("Q1 2026", "Q2 2026", provisional=True),
    "growth, with a target": dataclasses.replace(
        some_lines("Q1 2026", "Q2 2026"), target=Cell("€58,000", 58_000.0)
    ),
    "growth, no peers": some_lines("Q1 2026", "Q2 2026", peers=(None, None, None)),
    "growth, no value": some_lines("Q1 2026", "Q2 2026", client=None),
    "conversation": Dots((("Cost", Cell("€72,000", 1.2)), ("Sickness", Cell("2%", -0.7))), zero="Median"),
}
every_chart = pytest.mark.parametrize("chart", CHARTS)


def drawn(chart, reader=ENGLISH):
    answer = Answer(
        question=Question.GROUPS,
        metric=None,
        title="Cost",
        subtitle="",
        name="Strips",
        description=(),
        table=Table((), ()),
        chart=chart,
        unit="euros a year",
        digits=0,
        source="",
    )
    return figure_of(answer, reader)


@every_chart
@pytest.mark.parametrize("code", LANGUAGES)
def test_plotly_accepts_the_figure(chart, code):
    figure = drawn(CHARTS[chart], language(code))
    assert len(go.Figure(figure).data) == len(figure["data"]) > 0


@every_chart
def test_the_figure_is_as_it_was_accepted(chart, snapshot):
    assert drawn(CHARTS[chart]) == snapshot(extension_class=JSONSnapshotExtension)


def test_an_answer_without_a_chart_draws_nothing():
    assert drawn(None) is None


def test_the_peers_band_does_not_bridge_a_gap():
    whole = some_lines("Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025")
    gap = (60_000.0, 60_000.0, None, 60_000.0)
    figure = drawn(dataclasses.replace(whole, low=gap))
    bands = [trace["x"] for trace in figure["data"] if trace.get("fill") == "toself"]
    assert bands == [["Q1 2025", "Q2 2025", "Q2 2025", "Q1 2025"], ["Q4 2025", "Q4 2025"]]
    assert figure["layout"]["xaxis"]["categoryarray"] == ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]


def test_one_client_beside_several_groups_is_a_line_through_all_rows():
    layout = drawn(SHARED)["layout"]
    assert [(shape["x0"], shape["x1"]) for shape in layout["shapes"]] == [(72_000.0, 72_000.0)]
    assert "◆ €72,000" in [note["text"] for note in layout["annotations"]]


def test_a_missing_value_is_no_mark_and_no_zero():
    figure = drawn(CHARTS["groups, no value"])
    assert figure["layout"]["shapes"] == []
    assert figure["data"][-1]["x"] == []
    assert len(drawn(CHARTS["unusual, no value"])["data"]) == 1


def test_what_is_suppressed_is_said_in_its_row():
    notes = drawn(CHARTS["groups, one suppressed"])["layout"]["annotations"]
    assert [note["y"] for note in notes if note["text"] == "Too few peers to<br>compare"] == ["Sector"]


def test_tails_that_are_not_released_are_not_drawn():
    outer, inner, *_rest = drawn(SHARED)["data"]
    assert (outer["y"], inner["y"]) == (["Sector"], ["Region", "Sector"])


def test_the_rows_stand_in_their_order_also_without_tails():
    order = drawn(SHARED)["layout"]["yaxis"]["categoryarray"]
    assert order == ["Region", "Sector"], "plotly draws the first at the bottom"


def test_on_scales_of_their_own_a_value_beyond_its_strip_is_an_arrow_at_the_edge():
    marks = drawn(EACH)["data"][-1]
    assert (marks["x"][0], marks["marker"]["symbol"]) == (100.0, ["triangle-right", "diamond"])
    assert marks["text"] == ["<b>€900,000</b>", "<b>€72,000</b>"]


def test_drawn_large_the_shares_between_the_ticks_are_printed():
    texts = [note["text"] for note in drawn(CHARTS["unusual"])["layout"]["annotations"]]
    assert texts[5:] == ["10%", "15%", "25%", "25%", "15%", "10%"]
    assert texts[0] == "P10<br>€50,000"


def test_with_quartiles_only_nothing_is_drawn_large():
    texts = [note["text"] for note in drawn(CHARTS["unusual, quartiles only"])["layout"]["annotations"]]
    assert texts == ["€70,000"]


def test_lines_are_named_where_they_end_and_no_name_covers_another():
    close = dataclasses.replace(some_lines("Q1 2026", "Q2 2026"), client=(72_000.0, 70_001.0))
    labels = drawn(close)["layout"]["annotations"]
    assert [one["text"] for one in labels] == ["Median", "This company", "Middle half"]
    assert {one["x"] for one in labels} == {"Q2 2026"}
    assert labels[1]["yshift"] - labels[0]["yshift"] == LABEL_HEIGHT


def test_a_line_that_ends_early_is_named_there_and_one_without_points_is_not():
    early = dataclasses.replace(some_lines("Q1 2026", "Q2 2026"), client=(72_000.0, None))
    named = {one["text"]: one["x"] for one in drawn(early)["layout"]["annotations"]}
    assert named["This company"] == "Q1 2026"
    without = drawn(CHARTS["growth, no peers"])["layout"]["annotations"]
    assert [one["text"] for one in without] == ["This company"]


def test_a_provisional_point_is_hollow():
    assert drawn(CHARTS["growth"])["data"][-1]["marker"]["symbol"] == ["diamond", "diamond-open"]


def test_dots_hang_from_the_zero_line_in_the_order_of_their_rows():
    figure = drawn(CHARTS["conversation"])
    assert figure["layout"]["yaxis"]["categoryarray"] == ["Sickness", "Cost"]
    assert [(stem["x0"], stem["x1"]) for stem in figure["layout"]["shapes"][1:]] == [(0, 1.2), (0, -0.7)]
