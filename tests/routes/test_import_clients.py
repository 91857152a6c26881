"""The download of the rest and the declared mandate, over HTTP."""

import pytest

from dashboard.commands.add_client import add_client
from dashboard.commands.import_clients import check_file, check_list
from dashboard.domain.number_list import lines_of_text
from dashboard.errors import Incomplete
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, READER, number_of

REST, TEMPLATE = "/clients/import/rest", "/clients/import/template"


def test_the_rest_is_a_csv_file_for_the_person_who_pasted_it(cast, browser):
    check_list(cast.workspace(EDITOR), lines_of_text("0123.456.788;=1+1"))
    answer = browser(EDITOR).get(REST)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "0123.456.788;'=1+1;" in answer.get_data(as_text=True)
    for person, status in ((BETA_EDITOR, 404), (MANAGER, 404), (READER, 403)):
        assert browser(person).get(REST).status_code == status
    assert browser(None).get(REST).status_code == 302


@pytest.mark.parametrize(("code", "headings"), [("en", "Number;Reference"), ("fr", "Numéro;Référence")])
def test_the_template_has_headings_in_the_readers_language(browser, code, headings):
    editor = browser(EDITOR)
    editor.post("/language", data={"language": code})
    answer = editor.get(TEMPLATE)
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert answer.get_data().decode("utf-8-sig") == f"{headings}\r\n"
    assert browser(READER).get(TEMPLATE).status_code == 403


def test_a_template_without_lines_asks_for_one(cast, browser):
    content = browser(EDITOR).get(TEMPLATE).get_data()
    with pytest.raises(Incomplete):
        check_file(cast.workspace(EDITOR), content)


@pytest.mark.parametrize(("person", "status"), [(MANAGER, 303), (EDITOR, 403), (READER, 403)])
def test_a_mandate_is_declared_by_a_manager_only(cast, browser, person, status):
    client = add_client(cast.workspace(EDITOR), number_of("Only Known SRL"), key="k" * 24)
    assert browser(person).post(f"/clients/{client.id}/mandate").status_code == status
    assert cast.client(EDITOR, "Only Known SRL").is_active is (person == MANAGER)
