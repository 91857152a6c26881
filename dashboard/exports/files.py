"""One report in, one file out, for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dashboard.domain.exports import Format
from dashboard.domain.file import safe_file_name
from dashboard.exports.csv_files import BELGIAN, INTERNATIONAL, lines
from dashboard.exports.printing import printed
from dashboard.exports.report_page import page
from dashboard.exports.sheets import workbook
from dashboard.exports.slides import deck
from dashboard.viewmodels.report import Report

WRITTEN: Mapping[Format, Callable[[Report], bytes]] = {
    Format.SLIDES: deck,
    Format.PAGES: lambda report: printed(page(report)),
    Format.SHEETS: workbook,
    Format.LINES: lambda report: lines(report, BELGIAN),
    Format.INTERNATIONAL_LINES: lambda report: lines(report, INTERNATIONAL),
}


def file_name(report: Report, kind: Format) -> str:
    """As neutral as the report: "The company" where the name is hidden."""
    parts = (report.company, report.title, report.code or str(report.made))
    return safe_file_name(f"{' - '.join(parts)}.{kind.ending}")
