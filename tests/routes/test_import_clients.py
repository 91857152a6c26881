"""The download of the rest and the declared mandate, over HTTP."""

import pytest

from dashboard.commands.add_client import add_client
from dashboard.commands.import_clients import check_list, sealed
from dashboard.domain.number_list import lines_of_text
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, READER, number_of

REST = "/clients/import/rest"


def test_the_rest_is_a_csv_file_for_the_person_who_pasted_it(cast, browser):
    workspace = cast.workspace(EDITOR)
    token = sealed(workspace, check_list(workspace, lines_of_text("0123.456.788;=1+1")).lines)
    answer = browser(EDITOR).post(REST, data={"lines": token})
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "0123.456.788;'=1+1;" in answer.get_data(as_text=True)
    assert browser(BETA_EDITOR).post(REST, data={"lines": token}).status_code == 400
    assert browser(READER).post(REST, data={"lines": token}).status_code == 403
    assert browser(None).post(REST, data={"lines": token}).status_code == 401
    assert browser(EDITOR).post(REST).status_code == 400


@pytest.mark.parametrize(("person", "status"), [(MANAGER, 303), (EDITOR, 403), (READER, 403)])
def test_a_mandate_is_declared_by_a_manager_only(cast, browser, person, status):
    client = add_client(cast.workspace(EDITOR), number_of("Only Known SRL"), key="k" * 24)
    assert browser(person).post(f"/clients/{client.id}/mandate").status_code == status
    assert cast.client(EDITOR, "Only Known SRL").is_active is (person == MANAGER)
