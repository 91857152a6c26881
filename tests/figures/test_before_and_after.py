"""Two bars and their difference: plotly accepts them, and a range is hatched."""

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
    assert len(go.Figure(drawn(state, code)).data) == 2


@pytest.mark.parametrize("state", STATES)
def test_the_figure_is_as_it_was_accepted(state, snapshot):
    assert drawn(state) == snapshot(extension_class=JSONSnapshotExtension)


def test_the_hatching_lies_between_the_ends():
    low, more = (trace["x"] for trace in drawn("usual")["data"])
    assert low == [90_000, 72_000]
    assert [start + length for start, length in zip(low, more, strict=True)] == [110_000, 88_000]


@pytest.mark.parametrize("state", ["certain", "without_ends"])
def test_a_single_amount_has_no_hatching(state):
    low, more = (trace["x"] for trace in drawn(state)["data"])
    assert (low, more) == ([100_000, 80_000], [0, 0])


def test_both_amounts_and_the_difference_are_written():
    written = " ".join(one["text"] for one in drawn("usual")["layout"]["annotations"])
    amounts = (USUAL.before[1].words, USUAL.after[1].words, USUAL.difference.words)
    assert all(words in written for words in amounts)
