"""Answers drawn as plotly figures, plain dictionaries: one module per kind of chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.figures.detail import LABEL_HEIGHT, groups, trend
from dashboard.figures.scale import Figure, Scale
from dashboard.i18n import Language
from dashboard.viewmodels.answers import Answer

__all__ = ["DRAWN", "LABEL_HEIGHT", "Figure", "Scale", "figure_of", "groups", "trend"]

# The kind of chart decides who draws it: `strips(chart, scale)`, `lines(chart, scale)` and so on.
DRAWN: Mapping[type, Callable[[Any, Scale], Figure]] = {}


def figure_of(answer: Answer, language: Language) -> Figure | None:
    """The answer's chart; None where its notice stands in place of one."""
    if answer.chart is None:
        return None
    return DRAWN[type(answer.chart)](answer.chart, Scale(answer.unit, answer.digits, language))
