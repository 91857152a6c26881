"""Answers drawn as plotly figures, plain dictionaries: one module per kind of chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.figures.areas import areas
from dashboard.figures.bars import bars
from dashboard.figures.before_and_after import before_and_after
from dashboard.figures.columns import columns
from dashboard.figures.control import control
from dashboard.figures.dots import dots
from dashboard.figures.in_and_out import in_and_out
from dashboard.figures.lines import lines
from dashboard.figures.months import months
from dashboard.figures.scale import Figure, Scale
from dashboard.figures.strips import strips
from dashboard.figures.tens import tens
from dashboard.i18n import Language
from dashboard.viewmodels.answers import (
    Answer,
    Areas,
    Bars,
    BeforeAndAfter,
    Columns,
    Control,
    Dots,
    InAndOut,
    Lines,
    MonthLines,
    Strips,
    TenDots,
)

__all__ = ["DRAWN", "Figure", "Scale", "figure_of"]

# The kind of chart decides who draws it.
DRAWN: Mapping[type, Callable[[Any, Scale], Figure]] = {
    Bars: bars,
    Columns: columns,
    Control: control,
    Areas: areas,
    BeforeAndAfter: before_and_after,
    Dots: dots,
    InAndOut: in_and_out,
    Lines: lines,
    MonthLines: months,
    Strips: strips,
    TenDots: tens,
}


def figure_of(answer: Answer, language: Language) -> Figure | None:
    """The answer's chart; None where its notice stands in place of one."""
    if answer.chart is None:
        return None
    return DRAWN[type(answer.chart)](answer.chart, Scale(answer.unit, answer.digits, language))
