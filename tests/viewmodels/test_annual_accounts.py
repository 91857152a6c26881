"""Figures from annual accounts: by year, with their filing, and only where a mandate opens the file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from dashboard.data.accounts import save
from dashboard.data.database import writing
from dashboard.data.imports.accounts import read
from dashboard.domain.accounts import FigureName, Missing, figures
from dashboard.i18n import language
from dashboard.viewmodels.annual_accounts import annual_accounts, table_of, words
from tests.cast import EDITOR, PENDING, number_of

SAMPLES = Path(__file__).parents[1] / "samples"
FULL, SMALL = read(SAMPLES / "filing_full_model.csv"), read(SAMPLES / "filing_small_staff.csv")
ENGLISH = language("en")


def shown(cast, email, name):
    filing = dataclasses.replace(FULL, company=number_of(name))
    with writing(cast.store.engine) as connection:
        save(connection, filing)
    return annual_accounts(cast.workspace(email), cast.client(email, name).id)


def test_a_client_s_filing_is_shown_with_its_reference(cast):
    view = shown(cast, EDITOR, "Boulangerie Noël SRL")
    assert view.years == ("31 December 2024",)
    assert FULL.reference in view.source
    assert dict(view.rows)["Average staff in FTE"] == ("40.0",)


def test_a_client_that_waits_for_a_mandate_shows_no_accounts(cast):
    assert shown(cast, PENDING, "Garage Peeters BV") is None


def test_without_a_filing_there_is_no_section(cast):
    client = cast.client(EDITOR, "Boulangerie Noël SRL")
    assert annual_accounts(cast.workspace(EDITOR), client.id) is None


def test_few_staff_come_with_a_warning():
    assert table_of((SMALL,), ENGLISH).note.startswith("Under 10 FTE")
    assert table_of((FULL,), ENGLISH).note == ""


def test_each_row_has_a_cell_for_each_year():
    view = table_of((FULL, dataclasses.replace(FULL, ends=FULL.starts)), ENGLISH)
    assert {len(cells) for _label, cells in view.rows} == {2}


def test_a_missing_figure_is_a_dash():
    [without] = [one for one in figures(dataclasses.replace(FULL, values={})) if one.name is FigureName.FTE]
    assert isinstance(without.value, Missing)
    assert words(without, ENGLISH) == "–"
