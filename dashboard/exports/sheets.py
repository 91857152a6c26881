"""A client's figures as a workbook: the figures, the peers, the definitions."""

from __future__ import annotations

import datetime
import io

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from dashboard.exports.looks import number_format
from dashboard.i18n import Language, language
from dashboard.viewmodels.answers import Answer, Cell, Table
from dashboard.viewmodels.report import Report
from dashboard.viewmodels.spreadsheets import workbook_cell

HEAD, TITLE = Font(bold=True), Font(bold=True, size=14)
WIDTHS = {"A": 44, **dict.fromkeys("BCDEFGHIJ", 22)}


def workbook(report: Report) -> bytes:
    reader = language(report.language)
    book = openpyxl.Workbook(write_only=True)
    describe(book, report)
    write_figures(new_page(book, reader.text("Figures")), report)
    peers = new_page(book, reader.text("Peers"))
    write_table(peers, report.peers, digits=0)
    write_lines(peers, report.exclusions)
    write_table(new_page(book, reader.text("Definitions")), definitions(report, reader), digits=0)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def describe(book: openpyxl.Workbook, report: Report) -> None:
    """What a file says of itself: never who made it, nor the client where names are hidden."""
    about = book.properties
    about.title, about.subject = f"{report.title} – {report.company}", report.period
    about.language, about.creator = language(report.language).tag, ""
    about.created = about.modified = datetime.datetime.combine(report.made, datetime.time())


def new_page(book: openpyxl.Workbook, title: str) -> WriteOnlyWorksheet:
    page = book.create_sheet(title)
    for letter, width in WIDTHS.items():
        page.column_dimensions[letter].width = width
    return page


def write_figures(page: WriteOnlyWorksheet, report: Report) -> None:
    page.append([text_cell(page, report.title, TITLE)])
    write_lines(page, report.company, report.period, report.source, report.code)
    for answer in report.answers:
        write_answer(page, answer)


def write_answer(page: WriteOnlyWorksheet, answer: Answer) -> None:
    """An empty row, the title, what is compared, and the table."""
    unit = f" ({answer.unit})" if answer.unit else ""
    page.append([])
    page.append([text_cell(page, answer.title + unit, TITLE)])
    write_lines(page, answer.subtitle, answer.notice)
    write_table(page, answer.table, digits=answer.digits)


def write_lines(page: WriteOnlyWorksheet, *lines: str) -> None:
    for line in lines:
        if line:
            page.append([text_cell(page, line)])


def definitions(report: Report, reader: Language) -> Table:
    headings = (reader.text("Figure"), reader.text("Definition"), reader.text("Formula"))
    known = report.definitions.values()
    return Table(headings, tuple((Cell(one.label), Cell(one.words), Cell(one.formula)) for one in known))


def write_table(page: WriteOnlyWorksheet, table: Table, *, digits: int) -> None:
    page.append([text_cell(page, heading, HEAD) for heading in table.headings])
    for row in table.rows:
        page.append([drawn(page, cell, digits=digits) for cell in row])


def drawn(page: WriteOnlyWorksheet, cell: Cell, *, digits: int) -> object:
    """A number with its format; anything else is text, also where a formula would begin so."""
    if cell.number is None:
        return text_cell(page, cell.words)
    made = WriteOnlyCell(page, value=cell.number)
    made.number_format = number_format(digits)
    return made


def text_cell(page: WriteOnlyWorksheet, words: str, font: Font | None = None) -> object:
    made = workbook_cell(page, words)
    if font is None or made is None:
        return made
    cell = WriteOnlyCell(page, value=made) if isinstance(made, str) else made
    cell.font = font
    return cell
