"""Sentences and dates of the add dialog."""

import datetime

import pytest

from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.requests import RequestAction
from dashboard.errors import TooMany
from dashboard.i18n import language
from dashboard.viewmodels.add_client import offer, request_form, said
from tests.cast import EDITOR

PERSON = RegisterNumber.invent(datetime.date(1990, 1, 1), 991)
COMPANY = CompanyNumber.from_stem(1999999)


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        (datetime.datetime(2026, 11, 24, 12, 30), "24/11/2026, 13:30"),  # noqa: DTZ001 - kept in UTC without zone
        (datetime.datetime(2026, 7, 1, 23, 0), "02/07/2026, 01:00"),  # noqa: DTZ001 - kept in UTC without zone
    ],
)
def test_the_end_of_a_limit_is_told_in_belgian_time(until, shown):
    assert shown in said(language("fr"), TooMany(until=until))


@pytest.mark.parametrize(
    ("number", "actions"),
    [
        (PERSON, [RequestAction.AFFILIATE, RequestAction.TRANSFER]),
        (COMPANY, [RequestAction.AFFILIATE]),
    ],
)
def test_a_person_may_be_transferred_and_an_enterprise_affiliated(number, actions):
    assert [action for action, _label in offer(language("en"), number).choices] == actions


def test_the_form_starts_with_the_earliest_day_and_explains_it(cast):
    workspace = cast.workspace(EDITOR)
    company = request_form(workspace, COMPANY, action=RequestAction.AFFILIATE)
    assert (company.effective, company.contact) == ("25/11/2026", EDITOR)
    assert "on the day after the request at the earliest: 25 November 2026" in company.explained
    person = request_form(workspace, PERSON, action=RequestAction.TRANSFER)
    assert (person.effective, person.number) == ("01/01/2028", PERSON.masked)
    assert "1 January 2028" in person.explained
