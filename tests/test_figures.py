"""Every chart is a figure that plotly accepts, says what its view model says, and stays as accepted."""

from __future__ import annotations

import dataclasses

import plotly.graph_objects as go
import pytest
from syrupy.extensions.json import JSONSnapshotExtension

from dashboard import figures
from dashboard.domain.metrics import MetricName
from dashboard.domain.peers import Comparison
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.metric_detail import GroupRow, MetricDetail, TrendPoint

ENGLISH = language("en")
QUANTILES = (
    ("P10", 50_000.0, "€50,000"),
    ("P25", 60_000.0, "€60,000"),
    ("P50", 70_000.0, "€70,000"),
    ("P75", 80_000.0, "€80,000"),
    ("P90", 90_000.0, "€90,000"),
)


def a_row(comparison, quantiles=QUANTILES):
    band = "40 to 99 employers" if quantiles else ""
    return GroupRow(comparison, comparison.title(), "all sectors · Belgium", band, "", quantiles, "")


def a_point(label, *, client=72_000.0, peers=(60_000.0, 70_000.0, 80_000.0)):
    low, median, high = peers
    return TrendPoint(label, client, "€72,000", low, median, "€70,000", high)


USUAL = MetricDetail(
    metric=MetricName.COST_PER_FTE,
    label="Cost per FTE",
    unit="euros a year",
    digits=0,
    title="Cost per FTE: close to the median (Sector)",
    period="12 months to 30 June 2026",
    client_value=72_000.0,
    client_words="€72,000",
    definition="What an employee costs.",
    formula="12 × (cost) / (fte)",
    rows=tuple(map(a_row, Comparison)),
    trend=(a_point("Q1 2026"), a_point("Q2 2026")),
    trend_group="all sectors · Belgium",
    groups_sentences=(),
    trend_sentences=(),
)
MISSING = dataclasses.replace(
    USUAL, client_value=None, client_words="No data", trend=(a_point("Q1 2026", client=None),)
)
NO_PEERS = dataclasses.replace(
    USUAL,
    rows=tuple(a_row(one, ()) for one in Comparison),
    trend=(a_point("Q2 2026", peers=(None, None, None)),),
    trend_group="",
)
QUARTILES_ONLY = dataclasses.replace(USUAL, rows=(a_row(Comparison.SECTOR, QUANTILES[1:4]),))
STATES = {"usual": USUAL, "missing": MISSING, "no_peers": NO_PEERS, "quartiles_only": QUARTILES_ONLY}
CHARTS = {"groups": figures.groups, "trend": figures.trend}

every_state = pytest.mark.parametrize("state", STATES)
every_chart = pytest.mark.parametrize("chart", CHARTS)


@every_state
@every_chart
@pytest.mark.parametrize("code", LANGUAGES)
def test_plotly_accepts_the_figure(state, chart, code):
    drawn = CHARTS[chart](STATES[state], language(code))
    assert len(go.Figure(drawn).data) == len(drawn["data"])


@every_state
@every_chart
def test_the_figure_is_as_it_was_accepted(state, chart, snapshot):
    assert CHARTS[chart](STATES[state], ENGLISH) == snapshot(extension_class=JSONSnapshotExtension)


def test_the_peers_band_does_not_bridge_a_gap():
    gap = a_point("Q3 2025", peers=(None, None, None))
    trend = (a_point("Q1 2025"), a_point("Q2 2025"), gap, a_point("Q4 2025"))
    drawn = figures.trend(dataclasses.replace(USUAL, trend=trend), ENGLISH)
    bands = [trace["x"] for trace in drawn["data"] if trace.get("fill") == "toself"]
    assert bands == [["Q1 2025", "Q2 2025", "Q2 2025", "Q1 2025"], ["Q4 2025", "Q4 2025"]]
    assert drawn["layout"]["xaxis"]["categoryarray"] == ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]


def test_a_missing_value_is_no_mark_and_no_zero():
    drawn = figures.groups(MISSING, ENGLISH)
    assert (drawn["layout"]["shapes"], drawn["layout"]["annotations"]) == ([], [])
    assert figures.trend(MISSING, ENGLISH)["data"][-1]["y"] == [None]


def test_without_peers_no_band_is_drawn():
    assert [trace["y"] for trace in figures.groups(NO_PEERS, ENGLISH)["data"]] == [[], [], []]


def test_tails_that_are_not_released_are_not_drawn():
    outer, inner, _medians = figures.groups(QUARTILES_ONLY, ENGLISH)["data"]
    assert (outer["x"], inner["x"]) == ([], [20_000.0])


def test_the_rows_stand_in_their_order_also_without_tails():
    tails = dataclasses.replace(USUAL, rows=(a_row(Comparison.SECTOR, QUANTILES[1:4]), *USUAL.rows[1:]))
    order = figures.groups(tails, ENGLISH)["layout"]["yaxis"]["categoryarray"]
    assert order == ["Committee", "Belgium", "Region", "Sector"], "plotly draws the first at the bottom"


def test_lines_are_named_where_they_end_and_no_name_covers_another():
    close = dataclasses.replace(USUAL, trend=(a_point("Q1 2026"), a_point("Q2 2026", client=70_001.0)))
    labels = figures.trend(close, ENGLISH)["layout"]["annotations"]
    assert [one["text"] for one in labels] == ["Median", "This company", "Middle half"]
    assert {one["x"] for one in labels} == {"Q2 2026"}
    assert labels[1]["yshift"] - labels[0]["yshift"] == figures.LABEL_HEIGHT


def test_a_line_that_ends_early_is_named_there_and_one_without_points_is_not():
    early = dataclasses.replace(USUAL, trend=(a_point("Q1 2026"), a_point("Q2 2026", client=None)))
    named = {one["text"]: one["x"] for one in figures.trend(early, ENGLISH)["layout"]["annotations"]}
    assert named["This company"] == "Q1 2026"
    without = figures.trend(NO_PEERS, ENGLISH)["layout"]["annotations"]
    assert [one["text"] for one in without] == ["This company"]


def test_a_provisional_point_is_hollow():
    last = dataclasses.replace(a_point("Q2 2026"), provisional=True)
    drawn = figures.trend(dataclasses.replace(USUAL, trend=(a_point("Q1 2026"), last)), ENGLISH)
    assert drawn["data"][-1]["marker"]["symbol"] == ["diamond", "diamond-open"]
