"""Two bars and their difference: plotly accepts them, and ends are drawn where they are known."""

from __future__ import annotations

import dataclasses

import plotly.graph_objects as go
import pytest
from syrupy.extensions.json import JSONSnapshotExtension

from dashboard.figures.before_and_after import before_and_after
from dashboard.figures.scale import Scale
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.answers import BeforeAndAfter, Cell

USUAL = BeforeAndAfter(
    ("Now", Cell("€90,000 to €110,000", 100_000.0)),
    ("At the median", Cell("€72,000 to €88,000", 80_000.0)),
    Cell("-€18,000 to -€22,000", -20_000.0),
    ends=((90_000.0, 110_000.0), (72_000.0, 88_000.0)),
)
CERTAIN = dataclasses.replace(USUAL, ends=((100_000.0, 100_000.0), (80_000.0, 80_000.0)))
STATES = {"usual": USUAL, "certain": CERTAIN, "without_ends": dataclasses.replace(USUAL, ends=())}


def drawn(state, code="en"):
    return before_and_after(STATES[state], Scale("euros a year", 0, language(code)))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_plotly_accepts_the_figure(state, code):
    assert len(go.Figure(drawn(state, code)).data) == 1


@pytest.mark.parametrize("state", STATES)
def test_the_figure_is_as_it_was_accepted(state, snapshot):
    assert drawn(state) == snapshot(extension_class=JSONSnapshotExtension)


@pytest.mark.parametrize(("state", "visible"), [("usual", True), ("certain", False), ("without_ends", False)])
def test_ends_are_drawn_where_they_differ(state, visible):
    assert drawn(state)["data"][0]["error_x"]["visible"] is visible


def test_the_ends_lie_where_they_are():
    bar = drawn("usual")["data"][0]
    assert [x + half for x, half in zip(bar["x"], bar["error_x"]["array"], strict=True)] == [110_000, 88_000]
