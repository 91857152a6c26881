"""A client's figures as one page of HTML to print: a chart a sheet, its words and its table below."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard import theme
from dashboard.figures import figure_of
from dashboard.i18n import Language, language
from dashboard.viewmodels.report import Report

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
)
CHART_HEIGHT = 350


def page(report: Report) -> str:
    """Only its own scripts run in it, and nothing is fetched."""
    reader = language(report.language)
    return TEMPLATES.get_template("report.html").render(
        report=report,
        language=reader,
        text=reader.text,
        theme=theme,
        nonce=secrets.token_hex(16),
        charts=charts(report, reader),
    )


def charts(report: Report, reader: Language) -> dict[str, Any]:
    """The screen's own charts, all of one height, by the place of their answer."""
    drawn = ((f"chart-{place}", figure_of(answer, reader)) for place, answer in enumerate(report.answers))
    return {
        name: {"data": figure["data"], "layout": figure["layout"] | {"height": CHART_HEIGHT}}
        for name, figure in drawn
        if figure is not None
    }
