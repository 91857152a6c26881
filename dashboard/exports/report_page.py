"""A client's figures as one page of HTML to print: a chart a sheet, its words and its table below."""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard import theme
from dashboard.exports.parts import rows_apart
from dashboard.figures import Figure, figure_of
from dashboard.i18n import Language, language
from dashboard.viewmodels.answers import Answer
from dashboard.viewmodels.report import Report

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
)
# What is left of a sheet in landscape below the title, in pixels.
HIGHEST = 560
STRIPS_A_SHEET = 7


def page(report: Report) -> str:
    """Only its own scripts run in it, and nothing is fetched."""
    reader = language(report.language)
    drawn = tuple(tuple(figures_of(answer, reader)) for answer in report.answers)
    return TEMPLATES.get_template("report.html").render(
        report=report,
        language=reader,
        text=reader.text,
        theme=theme,
        nonce=secrets.token_hex(16),
        drawn=drawn,
        charts={chart_id(place, part): one for place, part, one in numbered(drawn)},
        chart_id=chart_id,
    )


def figures_of(answer: Answer, reader: Language) -> Iterator[Figure]:
    """The screen's own charts; none is higher than a sheet."""
    for part in rows_apart(answer.chart, most=STRIPS_A_SHEET) if answer.chart else ():
        figure = figure_of(dataclasses.replace(answer, chart=part), reader)
        if figure is not None:
            yield {"data": figure["data"], "layout": figure["layout"] | {"height": height_of(figure)}}


def numbered(drawn: tuple[tuple[Figure, ...], ...]) -> Iterator[tuple[int, int, Figure]]:
    for place, figures in enumerate(drawn):
        for part, figure in enumerate(figures):
            yield place, part, figure


def chart_id(place: int, part: int) -> str:
    return f"chart-{place}-{part}"


def height_of(figure: Figure) -> int:
    return min(int(figure["layout"].get("height", HIGHEST)), HIGHEST)
