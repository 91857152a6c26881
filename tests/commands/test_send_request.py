"""A request is sent once, from a legal date, and can be taken back while nobody treats it."""

import dataclasses
import datetime

import pytest

from dashboard.commands.send_request import send_request, withdraw_request
from dashboard.data.database import writing
from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber
from dashboard.domain.requests import RequestAction, RequestState, Wish
from dashboard.errors import BadRequest, Incomplete, NotAllowed, NotFound
from tests.cast import BETA_EDITOR, EDITOR, READER, TODAY

KEY = "k" * 24
COMPANY = Wish(
    number=CompanyNumber.from_stem(1999999),
    action=RequestAction.AFFILIATE,
    name="New Employer SRL",
    effective=TODAY + datetime.timedelta(days=1),
    contact="editor@alpha.example",
)
PERSON = dataclasses.replace(
    COMPANY,
    number=RegisterNumber.invent(datetime.date(1990, 1, 1), 991),
    action=RequestAction.TRANSFER,
    effective=datetime.date(2028, 1, 1),
)


def test_an_unknown_enterprise_asks_for_the_secretariat_and_a_person_for_the_fund(cast):
    workspace = cast.workspace(EDITOR)
    assert send_request(workspace, COMPANY, key=KEY).service is Service.SECRETARIAT
    assert send_request(workspace, PERSON, key=KEY[::-1] + "2").service is Service.FUND


def test_a_request_is_sent_once_per_key_and_recorded(cast):
    workspace = cast.workspace(EDITOR)
    first = send_request(workspace, COMPANY, key=KEY)
    assert send_request(workspace, COMPANY, key=KEY) == first
    with workspace.reading() as firm:
        assert firm.requests.all() == (first,)
        assert [record.event for record in firm.trail.latest()].count(Event.REQUEST_SENT) == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"contact": ""}, "contact"),
        ({"effective": TODAY}, "effective"),
        ({"effective": datetime.date(1, 1, 1)}, "effective"),
    ],
)
def test_an_incomplete_request_names_its_field(cast, change, field):
    with pytest.raises(Incomplete) as refused:
        send_request(cast.workspace(EDITOR), dataclasses.replace(COMPANY, **change), key=KEY)
    assert refused.value.values["field"] == field


@pytest.mark.parametrize("day", [datetime.date(2027, 1, 1), datetime.date(2028, 2, 1)])
def test_a_person_changes_funds_on_a_legal_first_of_january_only(cast, day):
    with pytest.raises(Incomplete):
        send_request(cast.workspace(EDITOR), dataclasses.replace(PERSON, effective=day), key=KEY)


def test_an_enterprise_cannot_be_transferred(cast):
    with pytest.raises(BadRequest):
        send_request(
            cast.workspace(EDITOR), dataclasses.replace(COMPANY, action=RequestAction.TRANSFER), key=KEY
        )


def test_a_submitted_request_is_withdrawn_once(cast):
    workspace = cast.workspace(EDITOR)
    reference = send_request(workspace, COMPANY, key=KEY).reference
    assert withdraw_request(workspace, reference).state is RequestState.WITHDRAWN
    with pytest.raises(BadRequest):
        withdraw_request(workspace, reference)


def test_a_request_in_treatment_is_not_withdrawn(cast):
    workspace = cast.workspace(EDITOR)
    reference = send_request(workspace, COMPANY, key=KEY).reference
    with writing(cast.store.engine) as connection:
        cast.administration(connection).decide(reference, to=RequestState.IN_TREATMENT)
    with pytest.raises(BadRequest):
        withdraw_request(workspace, reference)


def test_a_reader_and_another_firm_change_nothing(cast):
    reference = send_request(cast.workspace(EDITOR), COMPANY, key=KEY).reference
    with pytest.raises(NotAllowed):
        send_request(cast.workspace(READER), COMPANY, key=KEY)
    with pytest.raises(NotAllowed):
        withdraw_request(cast.workspace(READER), reference)
    with pytest.raises(NotFound):
        withdraw_request(cast.workspace(BETA_EDITOR), reference)
