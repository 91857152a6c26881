"""The add dialog's steps, called as the browser calls them."""

import datetime
import json
import re

import pytest

from dashboard.callbacks import add_client as dialog
from dashboard.commands.remove_client import remove_clients
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.errors import BadRequest, Incomplete, InvalidIdentifier
from tests.cast import EDITOR, number_of

KEY = "k" * 24
KEYS = re.compile(r'"data-key": "[^"]+"')
UNKNOWN_PERSON = RegisterNumber.invent(datetime.date(1990, 1, 1), 991)


def check(workspace, number, choice=None):
    return dialog.draw_found(workspace, clicks=1, enters=None, number=number, choice=choice)


def words(parts):
    """All that a step says, as JSON."""
    return json.dumps([part.to_plotly_json() if part else None for part in parts], default=jsonable)


def jsonable(part):
    return part.to_plotly_json()


@pytest.fixture
def editor(cast):
    return cast.workspace(EDITOR)


def test_a_known_person_is_shown_with_the_number_masked(editor):
    found = words(check(editor, number_of("Simon, Marc").printed)["found"])
    assert "Client found" in found
    assert "Simon, Marc" in found
    assert number_of("Simon, Marc").printed not in found


def test_an_enterprise_needs_a_choice_before_it_is_looked_up(editor):
    answer = check(editor, number_of("Only Known SRL").printed)
    assert "Select whether" in words(answer["choice_error"])
    assert (answer["found"], answer["error"]) == ([], [])


@pytest.mark.parametrize(("choice", "said"), [("secretariat", False), ("fund", True)])
def test_the_affiliation_that_does_not_hold_is_said(editor, choice, said):
    found = words(check(editor, number_of("Only Known SRL").printed, choice)["found"])
    assert "Only Known SRL" in found
    assert ("not affiliated with the social insurance fund as a company" in found) is said


def test_an_unknown_person_is_offered_both_and_an_enterprise_the_secretariat(editor):
    person = words(check(editor, UNKNOWN_PERSON.printed)["found"])
    enterprise = words(check(editor, CompanyNumber.from_stem(1999999).printed, "fund")["found"])
    assert "Affiliate this client" in person
    assert "Transfer this client" in person
    assert "Affiliate this client" in enterprise
    assert "Transfer this client" not in enterprise


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("", "Enter a national register number"),
        (None, "Enter a national register number"),
        ("0123.456.788", "The check digits do not match"),
        ("2.147.812.701", "establishment unit"),
        ("x" * 5000, "holds only digits"),
        (number_of("Dupuis, Anne").printed, "Dupuis, Anne is already in your list"),
    ],
)
def test_a_wrong_or_listed_number_is_said_at_the_field(editor, number, sentence):
    answer = check(editor, number)
    assert sentence in words(answer["error"])
    assert answer["found"] == []


def masked(cast, name, *, choice=None):
    """The whole answer for a number, without what names this client and this step."""
    number = number_of(name)
    shown = number.printed if isinstance(number, CompanyNumber) else number.masked
    found = words(check(cast.workspace(EDITOR), number.printed, choice)["found"])
    return KEYS.sub("", found.replace(name, "").replace(json.dumps(shown)[1:-1], ""))


def test_the_answer_is_the_same_for_nobodys_another_firms_and_a_removed_client(cast):
    remove_clients(cast.workspace(EDITOR), [cast.client(EDITOR, "Dupuis, Anne").id])
    assert masked(cast, "Dupuis, Anne") == masked(cast, "Simon, Marc")
    nobodys = masked(cast, "Only Known SRL", choice="secretariat")
    assert nobodys == masked(cast, "Garage Peeters BV", choice="secretariat")


def test_the_client_is_added_once_and_named(editor):
    number = number_of("Only Known SRL").printed
    first = dialog.show_added(editor, clicks=1, number=number, key=KEY)
    again = dialog.show_added(editor, clicks=2, number=number, key=KEY)
    assert first["added"] == again["added"]
    assert "Only Known SRL was added to your list" in words(again["status"])
    late = dialog.show_added(editor, clicks=1, number=number, key=KEY[1:])
    assert "already in your list" in words(late["error"])


def test_a_request_goes_from_form_to_summary_to_reference(editor):
    number = UNKNOWN_PERSON.printed
    form = words(dialog.draw_request_form(editor, clicks=1, number=number, action="transfer"))
    assert "01/01/2028" in form
    fields = {"number": number, "action": "transfer", "name": "", "effective": "1/1/2028", "contact": "ann"}
    assert "Enter the client" in words(dialog.draw_summary(editor, clicks=1, fields=fields)["name"])
    fields["name"] = "Lambert, Julie"
    assert "1 January 2028" in words(dialog.draw_summary(editor, clicks=1, fields=fields)["summary"])
    sent = dialog.show_sent(editor, clicks=1, key=KEY, fields=fields)["sent"]
    assert dialog.show_sent(editor, clicks=2, key=KEY, fields=fields)["sent"][1].children == sent[1].children


@pytest.mark.parametrize("day", ["", "tomorrow", "31/2/2027", "2027", "0/0/0000"])
def test_a_day_that_is_none_is_refused(day):
    with pytest.raises(Incomplete):
        dialog.parse_day(day)


@pytest.mark.parametrize("forged", [7, ["x"], {"a": 1}])
def test_what_no_browser_of_ours_sends_is_refused(editor, forged):
    with pytest.raises(BadRequest):
        dialog.parse_text(forged)
    with pytest.raises(BadRequest):
        dialog.parse_action(str(forged))
    with pytest.raises(Incomplete):
        dialog.parse_choice(str(forged))
    with pytest.raises(InvalidIdentifier):
        dialog.parse_number(editor, "")
