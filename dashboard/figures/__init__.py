"""Answers drawn as plotly figures, plain dictionaries: one module per kind of chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.figures.dots import dots
from dashboard.figures.lines import lines
from dashboard.figures.scale import Figure, Scale
from dashboard.figures.strips import strips
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer, Dots, Lines, Strips

__all__ = ["DRAWN", "Figure", "Scale", "figure_of"]

# The kind of chart decides who draws it.
DRAWN: Mapping[type, Callable[[Any, Scale], Figure]] = {
    Dots: dots,
    Lines: lines,
    Strips: strips,
}


def figure_of(answer: Answer, language: Language) -> Figure | None:
    """The answer's chart; None where its notice stands in place of one."""
    if answer.chart is None:
        return None
    return DRAWN[type(answer.chart)](answer.chart, Scale(answer.unit, answer.digits, language))
