"""A spreadsheet of clients holds what the list shows, and nothing that a program would run."""

import csv
import dataclasses
import io

import openpyxl
import pytest

from dashboard.commands.export_clients import export_clients
from dashboard.data.database import writing
from dashboard.i18n import language
from dashboard.viewmodels.spreadsheets import as_csv, as_workbook, harmless, sheet_of
from tests.cast import EDITOR, PENDING, number_of

BAKERY, PERSON, GARAGE = "Boulangerie Noël SRL", "Dupuis, Anne", "Garage Peeters BV"
EVIL = '=HYPERLINK("http://evil.example";"x")'


def sheet(cast, *names, email=EDITOR, code="en"):
    lines = export_clients(cast.workspace(email), [cast.client(email, name).id for name in names])
    return sheet_of(language(code), lines)


def read(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def describe(cast, **words):
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.clients.describe(
            cast.client(EDITOR, BAKERY).id, **{"reference": "", "note": "", "tag_names": ()} | words
        )


def with_staff(cast):
    with writing(cast.store.engine) as connection:
        connection.exec_driver_sql("UPDATE entries SET fte = 1234.5")


def test_a_line_holds_what_the_list_shows(cast):
    with_staff(cast)
    describe(cast, reference="4711", tag_names=("vip", "bread"))
    rows = read(as_csv(sheet(cast, BAKERY, PERSON, code="fr"), point=","))
    assert rows[0][:4] == ["Client", "Nom commercial", "Numéro", "Référence"]
    printed = number_of(BAKERY).printed
    services = "Secrétariat social, Caisse d’assurances sociales"
    assert rows[1] == [BAKERY, "", printed, "4711", "Namur", services, "1234,5", "bread, vip", ""]
    assert rows[2][2] == "indépendant"


def test_a_register_number_is_never_in_a_file(cast):
    number = number_of(PERSON)
    held = sheet(cast, PERSON)
    assert number.digits not in as_csv(held, point=".")
    assert number.printed not in str(held)


def test_of_a_pending_client_the_name_alone_leaves(cast):
    with_staff(cast)
    (row,) = sheet(cast, GARAGE, email=PENDING).rows
    assert row == (GARAGE, "", "", "", "", "Waiting for a mandate", None, "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r+", " =", "\x00@", "＝", "\n-"])
def test_no_cell_starts_like_a_formula(start):
    assert harmless(f"{start}1").startswith("'")


@pytest.mark.parametrize("text", ["Dupuis, Anne", "4711", "a=b", "", "Straßenbau"])
def test_a_plain_word_stays_as_it_is(text):
    assert harmless(text) == text


def test_neither_file_runs_what_somebody_wrote(cast):
    describe(cast, reference=EVIL, tag_names=("+32",))
    held = sheet(cast, BAKERY)
    (_headings, row) = read(as_csv(held, point="."))
    assert (row[3], row[7]) == (f"'{EVIL}", "'+32")
    page = openpyxl.load_workbook(io.BytesIO(as_workbook(held))).active
    assert (page["D2"].value, page["D2"].data_type, page["D2"].quotePrefix) == (EVIL, "s", True)
    assert {cell.data_type for line in page for cell in line} <= {"s", "n"}


def test_a_workbook_keeps_numbers_as_numbers_and_drops_what_it_cannot_hold(cast):
    with_staff(cast)
    held = sheet(cast, BAKERY)
    broken = dataclasses.replace(held, rows=(("a\x01b", *held.rows[0][1:]),))
    page = openpyxl.load_workbook(io.BytesIO(as_workbook(broken))).active
    assert (page["A2"].value, page["G2"].value) == ("a b", 1234.5)
    assert page.freeze_panes == "A2"
