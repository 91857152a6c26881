"""The map: every area has an outline, plotly accepts it, and hatching stands for what is not released."""

from __future__ import annotations

import dataclasses

import plotly.graph_objects as go
import pytest
from syrupy.extensions.json import JSONSnapshotExtension

from dashboard import theme
from dashboard.figures.areas import areas, outlines
from dashboard.figures.scale import Scale
from dashboard.i18n import LANGUAGES, language
from dashboard.viewmodels.answers import Area, Areas, Cell
from dashboard.viewmodels.questions.provinces import SIGNS

FIRST = ("10000", "20001", "20002")
TOO_FEW = Cell("Too few peers to compare")
USUAL = Areas(
    tuple(
        Area(code, sign, f"Province {sign}", Cell(f"{place}.0%", float(place)), is_own=code == "50000")
        for place, (code, sign) in enumerate(SIGNS.items())
    )
)
STATES = {
    "usual": USUAL,
    "in_part": Areas(
        tuple(dataclasses.replace(row, value=TOO_FEW) if row.code in FIRST else row for row in USUAL.rows)
    ),
    "one": Areas(
        tuple(row if row.code == "10000" else dataclasses.replace(row, value=TOO_FEW) for row in USUAL.rows)
    ),
}


def drawn(state, code="en"):
    return areas(STATES[state], Scale("per cent", 1, language(code)))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_plotly_accepts_the_figure(state, code):
    assert len(go.Figure(drawn(state, code)).data) == len(SIGNS)


@pytest.mark.parametrize("state", STATES)
def test_the_figure_is_as_it_was_accepted(state, snapshot):
    assert drawn(state) == snapshot(extension_class=JSONSnapshotExtension)


def test_every_area_has_an_outline_and_its_sign_stands_in_it():
    assert set(outlines()) == set(SIGNS)
    assert [code for code, area in outlines().items() if not contains(area["corners"], area["at"])] == []


def contains(corners, point):
    """A ray to the right crosses the outline an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay > y) != (by > y):
            crossings += x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1


def test_neighbours_share_their_corners():
    """Each border within the country belongs to two areas: a gap would be a country between them."""
    sides = [side for code, area in outlines().items() if code != "04000" for side in edges(area["corners"])]
    inner = {side for side in sides if sides.count(side) == 2}
    assert max(map(sides.count, sides)) == 2
    assert len(inner) >= 40


def edges(corners):
    pairs = zip(corners, [*corners[1:], corners[0]], strict=True)
    return [frozenset((tuple(one), tuple(other))) for one, other in pairs]


def test_darker_is_higher_and_hatched_is_unknown():
    colours = {trace["text"]: trace for trace in drawn("in_part")["data"]}
    lowest, highest = colours["Province VWV: 3.0%"], colours["Province BRU: 10.0%"]
    assert (lowest["fillcolor"], highest["fillcolor"]) == (theme.PAPER, theme.BAND_INNER)
    assert "fillpattern" not in lowest
    assert colours["Province VAN: Too few peers to compare"]["fillpattern"]["shape"] == "/"


def test_the_own_area_is_outlined_above_the_others():
    *_others, last = drawn("usual")["data"]
    assert last["text"].startswith("Province WHT")
    assert (last["line"]["color"], last["line"]["width"]) == (theme.CLIENT, 4)


@pytest.mark.parametrize(("code", "number"), [("en", "4.0"), ("fr", "4,0")])
def test_numbers_are_written_as_the_reader_writes_them_and_the_unit_once(code, number):
    written = [one["text"] for one in drawn("usual", code)["layout"]["annotations"]]
    assert f"VOV<br><b>{number}</b>" in written
    assert written.count("per cent") == 1
