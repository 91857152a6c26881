"""A presentation that others can edit: native charts, all their numbers, words for every picture."""

import dataclasses
import io
import itertools

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from dashboard.exports.slides import deck
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.answers import Question, Strips
from tests.exports.reports import CHARTS, SUPPRESSED, THREE, USUAL, report

# The parts of a line's series, in the order in which programs accept them.
ORDER = ("idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "cat", "val", "smooth")


def opened(made):
    return Presentation(io.BytesIO(made))


def charts(show):
    return [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]


def of_one(chart, **changes):
    answer = dataclasses.replace(USUAL, chart=chart, **changes)
    return charts(opened(deck(report(answers=(answer,)))))


def series_of(chart):
    return {series.name: tuple(series.values) for plot in chart.plots for series in plot.series}


def workbook_of(chart):
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [tuple(row) for row in book.active.iter_rows(values_only=True)]


@pytest.fixture(scope="module")
def show():
    return opened(deck(report()))


def test_every_question_has_its_slide_under_a_title_of_its_own(show):
    titles = [slide.shapes.title.text for slide in show.slides]
    assert len(set(titles)) == len(titles)
    assert {answer.title for answer in report().answers} <= set(titles)
    # Beside the cover and the notice: seven strips fill two slides, and two charts have a second panel.
    assert len(titles) == len(CHARTS) + 2 + 3


def test_titles_that_are_alike_are_told_apart():
    show = opened(deck(report(answers=(USUAL, USUAL))))
    assert [slide.shapes.title.text for slide in show.slides][1:] == [USUAL.title, f"{USUAL.title} (2)"]


def test_every_chart_is_native_and_no_picture_stands_in(show):
    assert len(charts(show)) == len(CHARTS) - 1 + len(CHARTS[Question.STANDING].rows) + 2
    assert not [shape for slide in show.slides for shape in slide.shapes if shape.shape_type == 13]


def test_client_and_median_are_those_of_the_answer():
    (chart,) = of_one(CHARTS[Question.GROUPS])
    series = series_of(chart)
    assert series["This company"] == (58.4, 58.4, 58.4)
    assert series["Median"] == (54.3, 51, 51.7)
    assert series["P10"] == (45, None, None)
    assert series["P25–P75"] == (6.5, 4.5, None)


def test_the_workbook_holds_every_number_of_the_chart(show):
    for chart in charts(show):
        drawn = {value for values in series_of(chart).values() for value in values if value is not None}
        kept = {value for row in workbook_of(chart)[1:] for value in row if isinstance(value, int | float)}
        assert drawn
        assert drawn == kept


def test_bands_below_zero_reach_down_from_it():
    (chart,) = of_one(Strips((CHARTS[Question.STANDING].rows[3],), shared_scale=True))
    series = series_of(chart)
    above = [values[0] for name, values in series.items() if "–" in name and not name.startswith("<")]
    below = [values[0] for name, values in series.items() if name.startswith("< 0")]
    assert sum(above) == 3.5
    assert sum(below) == -4
    assert series["P75–P90"] == (1.5,)
    assert series["< 0: P10–P25"] == (-2.5,)


def test_a_median_alone_has_no_band():
    (chart,) = of_one(Strips((THREE[2],), shared_scale=True))
    series = series_of(chart)
    assert series["Median"] == (51.7,)
    assert series["P25–P75"] == (None,)


def test_a_band_with_a_gap_is_drawn_by_its_edges():
    whole = CHARTS[Question.GROWTH]
    broken = dataclasses.replace(whole, low=(47.0, None, 48, 49))
    assert "Middle half" in series_of(of_one(whole)[0])
    series = series_of(of_one(broken)[0])
    assert "Middle half" not in series
    assert series["P25"] == (47, None, 48, 49)


def test_who_left_stands_below_zero_and_the_net_is_the_difference():
    turnover, moves = (series_of(chart) for chart in of_one(CHARTS[Question.TURNOVER]))
    assert turnover["This company"] == (22.5,)
    series = moves
    assert series["Exits"] == (-1, -2, -2, -4)
    assert series["Net"] == (1, -2, 1, -3)


def test_what_lies_below_columns_is_a_chart_of_its_own():
    above, below = (series_of(chart) for chart in of_one(CHARTS[Question.OVERTIME]))
    assert above["Overtime"] == (1.2, 3.4, 2.2, 5.1)
    assert below["Unemployment"] == (0, 0, 1, 0)


def test_the_lines_over_bars_are_what_programs_accept(show):
    moved = [
        series for chart in charts(show) for series in chart._chartSpace.iter(qn("c:lineChart"), qn("c:ser"))
    ]
    lines = [
        series for plot in moved if plot.tag == qn("c:lineChart") for series in plot.findall(qn("c:ser"))
    ]
    assert lines
    for series in lines:
        names = [part.tag.partition("}")[2] for part in series]
        assert names == [name for name in ORDER if name in names]
    for chart in charts(show):
        axes = [[axis.get("val") for axis in plot._element.findall(qn("c:axId"))] for plot in chart.plots]
        assert all(one == axes[0] for one in axes)
        numbers = [one.get("val") for one in chart._chartSpace.iter(qn("c:order"))]
        assert len(set(numbers)) == len(numbers)


def test_every_chart_says_what_it_shows(show):
    frames = [shape for slide in show.slides for shape in slide.shapes if shape.has_chart]
    said = [frame._element.nvGraphicFramePr.cNvPr.get("descr") for frame in frames]
    assert all(said)
    assert any("Strips of wage cost" in words and "54,300 €" in words for words in said)


def test_notes_hold_the_text_the_table_and_the_definition(show):
    notes = show.slides[-2].notes_slide.notes_text_frame.text
    for words in (*USUAL.description, "58,400 €", "The wage cost of twelve months", "cost ÷ fte"):
        assert words in notes


def test_without_peers_the_slide_says_so_and_shows_the_table(show):
    shapes = list(show.slides[-1].shapes)
    assert any(shape.has_text_frame and SUPPRESSED.notice in shape.text_frame.text for shape in shapes)
    (table,) = [shape.table for shape in shapes if shape.has_table]
    assert table.cell(1, 1).text == "58,400 €"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_in_the_language_of_its_reader(code):
    tag = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}[code]
    show = opened(deck(report(language=code)))
    assert show.core_properties.language == tag
    parts = [part for slide in show.slides for part in (slide, slide.notes_slide)]
    runs = [run for part in parts for run in part._element.iter(qn("a:r"))]
    assert {run.find(qn("a:rPr")).get("lang") for run in runs} == {tag}
    assert {chart._chartSpace.find(qn("c:lang")).get("val") for chart in charts(show)} == {tag}


def test_the_file_does_not_say_who_made_it(show):
    about = show.core_properties
    assert (about.author, about.last_modified_by) == ("", "")
    assert about.title == "My company in figures – The company"


def test_nothing_lies_outside_a_slide_of_any_size():
    template = Presentation()
    template.slide_width, template.slide_height = Inches(10), Inches(5.625)
    template.slides.add_slide(template.slide_layouts[0]).shapes.title.text = "An example"
    file = io.BytesIO()
    template.save(file)
    show = opened(deck(report(), template=file.getvalue()))
    assert "An example" not in [slide.shapes.title.text for slide in show.slides]
    shapes = list(itertools.chain.from_iterable(slide.shapes for slide in show.slides))
    assert all(shape.left >= 0 and shape.left + shape.width <= show.slide_width for shape in shapes)
    assert all(shape.top >= 0 and shape.top + shape.height <= show.slide_height for shape in shapes)


def test_a_label_that_begins_like_a_formula_stays_a_label():
    risky = dataclasses.replace(THREE[0], label="=1+1")
    (chart,) = of_one(Strips((risky,), shared_scale=True))
    assert workbook_of(chart)[1][0] == "'=1+1"
