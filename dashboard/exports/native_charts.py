"""A plan as a native chart of a presentation: every number in its workbook, every series editable."""

from __future__ import annotations

import math
from typing import Any

from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from dashboard import theme
from dashboard.exports.looks import Look, number_format
from dashboard.exports.plans import Kind, Plan
from dashboard.viewmodels.spreadsheets import harmless

TYPES = {
    Kind.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    Kind.STACKED_COLUMNS: XL_CHART_TYPE.COLUMN_STACKED,
    Kind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    Kind.AREAS: XL_CHART_TYPE.AREA_STACKED,
    Kind.LINES: XL_CHART_TYPE.LINE_MARKERS,
}
MARKS = {
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "dash": XL_MARKER_STYLE.DASH,
    "circle": XL_MARKER_STYLE.CIRCLE,
    "": XL_MARKER_STYLE.NONE,
}
WHERE = {
    Kind.LINES: XL_LABEL_POSITION.RIGHT,
    Kind.COLUMNS: XL_LABEL_POSITION.OUTSIDE_END,
    Kind.BARS: XL_LABEL_POSITION.OUTSIDE_END,
    Kind.STACKED_COLUMNS: XL_LABEL_POSITION.CENTER,
}
SMALLEST_TEXT = Pt(12)


def add_chart(
    shapes: SlideShapes, plan: Plan, place: tuple[int, int, int, int], *, digits: int, unit: str
) -> Any:  # noqa: ANN401 - python-pptx's graphic frame
    """Draw the plan at x, y, width and height; returns the frame."""
    data = CategoryChartData(number_format=number_format(digits))
    # The workbook behind the chart would run a name that begins like a formula.
    data.categories = [harmless(label) for label in plan.categories]
    for series in plan.series:
        data.add_series(harmless(series.name), series.values)
    frame = shapes.add_chart(TYPES[plan.kind], *place, data)
    chart = frame.chart
    lift(chart, plan)
    dress(chart, plan, digits=digits, unit=unit)
    return frame


def lift(chart: Chart, plan: Plan) -> None:
    """Move the series that lie over the others into a line chart on the same axes."""
    if not plan.over:
        return
    base = chart.plots[0]._element  # noqa: SLF001 - python-pptx has no chart of two kinds
    own = base.findall(qn("c:ser"))[len(plan.under) :]
    lines = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>'
    )
    for series in own:
        for only_of_bars in series.findall(qn("c:invertIfNegative")):
            series.remove(only_of_bars)
        lines.append(series)
        added(series, "c:smooth", val="0")
    added(lines, "c:marker", val="1")
    for axis in base.findall(qn("c:axId")):
        added(lines, "c:axId", val=axis.get("val"))
    base.addnext(lines)


def added(parent: Any, name: str, **values: str) -> None:  # noqa: ANN401 - lxml's element
    etree.SubElement(parent, qn(name), **values)


def dress(chart: Chart, plan: Plan, *, digits: int, unit: str) -> None:
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.color.rgb = SMALLEST_TEXT, colour(theme.INK)
    blanks = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))  # noqa: SLF001 - not in python-pptx
    blanks.set("val", "gap")
    drawn = [series for plot in chart.plots for series in plot.series]
    for series, planned in zip(drawn, plan.series, strict=True):
        lined = plan.kind is Kind.LINES or planned in plan.over
        dress_series(series, planned.look, lined=lined)
        if planned.look.labelled:
            label(series.data_labels, planned.look, WHERE[Kind.LINES if lined else plan.kind], digits=digits)
    if plan.kind not in {Kind.AREAS, Kind.LINES}:
        chart.plots[0].gap_width = 60
    dress_axes(chart, plan, digits=digits, unit=unit)


def dress_series(series: Any, look: Look, *, lined: bool) -> None:  # noqa: ANN401 - any kind's
    """A line has a mark where a bar has a fill."""
    if lined:
        dress_mark(series.marker, look)
    elif look.fill:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(look.fill)
    else:
        series.format.fill.background()
    dress_line(series.format.line, look)


def dress_mark(marker: Any, look: Look) -> None:  # noqa: ANN401 - python-pptx's marker
    marker.style = MARKS[look.mark]
    if look.mark:
        marker.size = look.size
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour(look.fill)
        marker.format.line.color.rgb = colour(theme.PAPER)


def dress_line(line: Any, look: Look) -> None:  # noqa: ANN401 - python-pptx's line
    if not look.line:
        line.fill.background()
        return
    line.color.rgb, line.width = colour(look.line), Pt(look.width)
    if look.dash:
        line.dash_style = MSO_LINE.DASH


def label(labels: Any, look: Look, where: XL_LABEL_POSITION, *, digits: int) -> None:  # noqa: ANN401
    """Beside a mark, above a bar, and on a part of a stack, where nothing else may stand."""
    own = colour(theme.CLIENT if look.fill == theme.CLIENT else theme.INK)
    on_fill = where is XL_LABEL_POSITION.CENTER and look.fill == theme.CLIENT
    labels.show_value, labels.position = True, where
    labels.number_format, labels.number_format_is_linked = number_format(digits), False
    labels.font.size, labels.font.bold = SMALLEST_TEXT, look.fill == theme.CLIENT
    labels.font.color.rgb = colour(theme.PAPER) if on_fill else own


def dress_axes(chart: Chart, plan: Plan, *, digits: int, unit: str) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.major_gridlines.format.line.color.rgb = colour(theme.LINE)
    values.format.line.fill.background()
    values.tick_labels.number_format = number_format(digits)
    values.tick_labels.number_format_is_linked = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(theme.INK_2)
    names.has_major_gridlines = False
    if plan.kind is Kind.BARS:
        names.reverse_order = True
    if plan.most:
        values.minimum_scale, values.maximum_scale = 0, plan.most
    elif not plan.from_zero:
        values.minimum_scale, values.maximum_scale = stretch(plan)
    if unit:
        values.has_title = True
        values.axis_title.text_frame.text = unit


def stretch(plan: Plan) -> tuple[float, float]:
    """Round ends around what is seen: the ground below the bands is not."""
    seen = [value for series in plan.over or plan.under for value in series.values if value is not None]
    least, most = min(seen, default=0), max(seen, default=1)
    step = 10 ** math.floor(math.log10(most - least or abs(most) or 1))
    return math.floor(least / step - 0.5) * step, math.ceil(most / step + 0.5) * step


def colour(written: str) -> RGBColor:
    return RGBColor.from_string(written.removeprefix("#").upper())
