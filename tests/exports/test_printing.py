"""The PDF: tagged, in its language, with every number of every table and the code on every page."""

import io
import shutil

import pypdf
import pytest

from dashboard.errors import NotPrinted
from dashboard.exports.printing import printed
from dashboard.exports.report_page import page
from dashboard.figures import DRAWN
from tests.exports.reports import CHARTS, SUPPRESSED, USUAL, report

CODE = "ABCD-2345"


def squeezed(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def pdf():
    made = printed(page(report(language="fr", answers=(USUAL, SUPPRESSED), code=CODE)))
    return pypdf.PdfReader(io.BytesIO(made))


@pytest.mark.browser
def test_the_pdf_is_tagged_titled_and_in_its_language(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "fr-BE"
    assert pdf.metadata.title == "My company in figures – The company"


@pytest.mark.browser
def test_pages_lie_on_their_long_side(pdf):
    sizes = {(round(one.mediabox.width), round(one.mediabox.height)) for one in pdf.pages}
    assert sizes == {(842, 595)}


@pytest.mark.browser
def test_every_cell_of_every_table_is_in_the_text(pdf):
    text = squeezed("".join(one.extract_text() for one in pdf.pages))
    words = {cell.words for answer in (USUAL, SUPPRESSED) for row in answer.table.rows for cell in row}
    assert not [one for one in words if squeezed(one) not in text]


@pytest.mark.browser
def test_the_code_of_a_snapshot_is_on_every_page(pdf):
    assert [number for number, one in enumerate(pdf.pages) if CODE not in one.extract_text()] == []


@pytest.mark.browser
def test_a_chart_is_drawn_and_named(pdf):
    names = [
        str(node.get_object().get("/Alt", "")) for node in nodes(pdf.trailer["/Root"]["/StructTreeRoot"])
    ]
    assert USUAL.name in names


def nodes(node):
    """Every element of the structure of a PDF."""
    children = node.get_object().get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object()
        if isinstance(found, dict):
            yield found
            yield from nodes(found)


@pytest.mark.browser
def test_every_kind_of_chart_is_printed():
    assert {type(chart) for chart in CHARTS.values()} == set(DRAWN)
    made = pypdf.PdfReader(io.BytesIO(printed(page(report()))))
    text = squeezed("".join(one.extract_text() for one in made.pages))
    labels = ("Growth", "Overtime", "50 or older", "Company car", "At the median")
    assert [label for label in labels if squeezed(label) not in text] == []


def test_what_is_in_a_report_cannot_become_part_of_the_page():
    hostile = page(report(answers=(), company="<script>alert(1)</script>"))
    assert "<script>alert(1)" not in hostile
    assert "&lt;script&gt;alert(1)" in hostile


def test_without_chromium_a_sentence_says_what_is_missing(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NotPrinted, match="PDF needs Chromium"):
        printed("<p>here</p>")


def test_a_printer_that_fails_is_told(monkeypatch, tmp_path):
    program = tmp_path / "chromium"
    shutil.copy("/bin/false", program)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotPrinted, match="could not be printed"):
        printed("<p>here</p>")
