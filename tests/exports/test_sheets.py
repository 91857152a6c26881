"""A workbook and lines of text: numbers as numbers, and nothing that a spreadsheet would run."""

import dataclasses
import io

import openpyxl
import pytest

from dashboard.exports.csv_files import BELGIAN, INTERNATIONAL, lines
from dashboard.exports.sheets import workbook
from dashboard.i18n import LANGUAGES
from dashboard.viewmodels.answers import Cell, Table
from tests.exports.reports import USUAL, report

PAYLOADS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    " =1+1",
    "\t=1+1",
    "＝1+1",
    "=HYPERLINK(1)",
    "\r=1",
    "=cmd|' '!A1",
)


def opened(made):
    return openpyxl.load_workbook(io.BytesIO(made))


def cells(book):
    return [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]


def hostile():
    rows = tuple((Cell(payload), Cell(payload)) for payload in PAYLOADS)
    table = Table((PAYLOADS[0], PAYLOADS[1]), rows)
    answer = dataclasses.replace(
        USUAL, title=PAYLOADS[0], subtitle=PAYLOADS[3], unit=PAYLOADS[1], table=table, notice=PAYLOADS[2]
    )
    return report(answers=(answer,), peers=table, company=PAYLOADS[0], title=PAYLOADS[3])


def test_figures_peers_and_definitions_have_a_sheet_each():
    book = opened(workbook(report()))
    assert book.sheetnames == ["Figures", "Peers", "Definitions"]
    assert [cell.value for cell in book["Peers"][2]] == ["Sector", "NACE 43", "100+"]
    assert book["Definitions"]["C2"].value == "cost ÷ fte"


def test_a_number_is_a_number_with_its_decimals():
    found = [cell for cell in cells(opened(workbook(report()))) if cell.value == 58.4]
    assert found
    assert {(cell.data_type, cell.number_format) for cell in found} == {("n", "#,##0.0")}


def test_no_cell_is_a_formula():
    written = cells(opened(workbook(hostile())))
    assert {cell.data_type for cell in written} == {"s"}
    risky = [cell for cell in written if str(cell.value).lstrip().startswith("=")]
    assert risky
    assert all(cell.quotePrefix for cell in risky)


def test_no_line_of_text_begins_a_formula():
    for dialect in (BELGIAN, INTERNATIONAL):
        written = lines(hostile(), dialect).decode("utf-8-sig").split("\r\n")[1:]
        parts = [part.strip('"') for line in written for part in line.split(dialect.delimiter)]
        assert not [part for part in parts if part.lstrip().startswith(("=", "+", "-", "@", "＝"))]


@pytest.mark.parametrize(("dialect", "line"), [(BELGIAN, "Median;-1,2;"), (INTERNATIONAL, "Median,-1.2,")])
def test_numbers_are_written_as_the_spreadsheets_of_a_place_read_them(dialect, line):
    made = lines(report(), dialect)
    assert made.startswith(b"\xef\xbb\xbf")
    assert line in made.decode()


@pytest.mark.parametrize("code", LANGUAGES)
def test_sheets_are_named_in_the_language_of_their_reader(code):
    names = opened(workbook(report(language=code))).sheetnames
    assert len(set(names)) == 3
    assert (names[0] == "Figures") == (code == "en")


def test_the_workbook_does_not_say_who_made_it():
    about = opened(workbook(report())).properties
    assert not about.creator
    assert about.language == "en-GB"
