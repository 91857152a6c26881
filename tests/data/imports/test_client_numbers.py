"""Lists of numbers from CSV and Excel files."""

import io
import zipfile

import openpyxl
import pytest

from dashboard.data.imports.client_numbers import read_client_numbers
from dashboard.domain.number_list import GivenLine
from dashboard.errors import Incomplete

NUMBER = "0403.019.261"


def workbook(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        f"{NUMBER};4711\n".encode(),
        f"number;reference\r\n{NUMBER};4711\r\n".encode("utf-8-sig"),
        f"numéro\tréférence\n{NUMBER}\t4711".encode("cp1252"),
        f'"{NUMBER}","4711"'.encode(),
    ],
)
def test_a_csv_file_of_any_usual_kind_is_read(content):
    lines = read_client_numbers(content)
    assert [(line.typed, line.reference) for line in lines] == [(NUMBER, "4711")]


def test_an_excel_file_is_read_with_its_numbers_as_numbers():
    lines = read_client_numbers(workbook(["number", "reference"], [403019261, 4711.0], [None, "x"], [NUMBER]))
    assert lines == (GivenLine(2, "403019261", "4711"), GivenLine(4, NUMBER))


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\0\1\2\3", b"x" * 1_000_001])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(content):
    with pytest.raises(Incomplete):
        read_client_numbers(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_001)
    with pytest.raises(Incomplete):
        read_client_numbers(file.getvalue())


def test_an_empty_file_has_no_lines():
    assert read_client_numbers(b"") == ()


def test_a_file_is_read_one_line_past_the_limit_and_no_further():
    assert len(read_client_numbers(f"{NUMBER}\n".encode() * 5000)) == 2001
