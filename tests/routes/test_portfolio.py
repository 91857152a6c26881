"""The portfolio comes as JSON and as a file, to whoever may see it and to nobody else."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from dashboard.data.trail import Event
from tests.cast import BETA_EDITOR, EDITOR, READER

BAKERY, GARAGE = "Boulangerie Noël SRL", "Garage Peeters BV"


def test_rows_come_as_json(browser):
    answer = browser(READER).get("/api/portfolio?sort=name").get_json()
    assert answer["rows"][0]["name"] == BAKERY
    assert answer["count"] == "3 clients"
    assert [column["sort"] for column in answer["columns"]][:3] == ["name", "size", "value"]


def test_a_firm_finds_nobody_elses_clients(browser):
    answer = browser(BETA_EDITOR).get("/api/portfolio").get_json()
    assert [row["name"] for row in answer["rows"]] == [GARAGE]


@pytest.mark.parametrize("query", ["view=pie", "firm=1", "offset=-1", "sort=score"])
def test_a_word_that_no_screen_sends_is_refused(browser, query):
    answer = browser(EDITOR).get(f"/api/portfolio?{query}")
    assert answer.status_code == 400
    assert b"could not be read" in answer.data


def test_a_signed_out_person_gets_nothing(browser):
    assert browser(None).get("/api/portfolio").status_code == 401
    assert browser(None).post("/portfolio/export", data={"format": "csv"}).status_code in {302, 401}


def exported(browser, kind, *, email=READER, question="sort=name"):
    return browser(email).post("/portfolio/export", data={"question": question, "format": kind})


def test_a_file_holds_what_the_question_finds_in_its_order(browser):
    answer = exported(browser, "csv", question="sort=name&order=down")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == ["Client", "Straßenbau Weiß GmbH", "Dupuis, Anne", BAKERY]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Portfolio%202026-11-24.csv" in answer.headers["Content-Disposition"].replace(" ", "%20")


def test_a_workbook_has_no_formula(browser):
    book = openpyxl.load_workbook(io.BytesIO(exported(browser, "xlsx").data))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert book.active["A2"].value == BAKERY
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []


def test_what_leaves_is_in_the_trail(cast, browser):
    exported(browser, "csv")
    with cast.store.reading(cast.actor(READER)) as firm:
        last = firm.trail.latest()[0]
    assert (last.event, last.detail) == (Event.CLIENTS_EXPORTED, "3")


@pytest.mark.parametrize(("kind", "question"), [("exe", ""), ("csv", "view=pie"), ("", "")])
def test_what_no_screen_asks_for_is_refused_and_leaves_no_trace(cast, browser, kind, question):
    assert exported(browser, kind, question=question).status_code == 400
    with cast.store.reading(cast.actor(READER)) as firm:
        assert firm.trail.latest()[0].event is Event.SIGNED_IN
