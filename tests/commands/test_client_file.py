"""Opening and taking: only with a mandate, only one's own firm's clients, and each time with a record."""

import datetime

import pytest

from dashboard.commands import client_file
from dashboard.commands.client_file import open_application, open_client, take_contact, take_documents
from dashboard.data.database import writing
from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from dashboard.errors import BadRequest, NoMandate, NotFound
from tests.cast import BETA_EDITOR, EDITOR, NOON, PENDING, READER, a_cast, number_of
from tests.papers import BAKERY, COMPANY, GARAGE, PERSON, file_paper, know_person, paper_ids, person_id


def events(cast, email=EDITOR):
    with cast.store.reading(cast.actor(email)) as firm:
        return [record.event for record in firm.trail.latest() if record.client]


def end_mandate(cast, firm, owner, service):
    with writing(cast.store.engine) as connection:
        cast.administration(connection).end(cast.firms[firm], number_of(owner), service)


def test_an_application_opens_with_a_signed_token(cast):
    address = open_application(cast.workspace(EDITOR), cast.client(EDITOR, BAKERY).id, key="payroll")
    assert address.startswith("/stand-in/payroll?token=ey")
    assert events(cast)[0] is Event.APPLICATION_OPENED


def test_an_application_that_asks_for_the_enterprise_number_gets_it(cast):
    address = open_application(cast.workspace(READER), cast.client(EDITOR, BAKERY).id, key="business_counter")
    assert address == f"/stand-in/business_counter?number={number_of(BAKERY).digits}"


def test_no_application_opens_a_register_number(cast):
    client_id = cast.client(EDITOR, PERSON).id
    address = open_application(cast.workspace(EDITOR), client_id, key="contributions")
    assert number_of(PERSON).digits not in address
    with pytest.raises(NotFound):
        open_application(cast.workspace(EDITOR), client_id, key="business_counter")


@pytest.mark.parametrize(
    ("email", "owner", "key"),
    [(PENDING, GARAGE, "payroll"), (PENDING, GARAGE, "invoices"), (EDITOR, COMPANY, "payroll")],
)
def test_no_application_opens_without_its_mandate(cast, email, owner, key):
    with pytest.raises(NoMandate):
        open_application(cast.workspace(email), cast.client(email, owner).id, key=key)
    assert Event.APPLICATION_OPENED not in events(cast, email)


def test_another_firms_client_is_not_there(cast):
    file_paper(cast)
    know_person(cast)
    client_id, stranger = cast.client(EDITOR, BAKERY).id, cast.workspace(BETA_EDITOR)
    for order in (
        lambda: open_client(stranger, client_id),
        lambda: open_application(stranger, client_id, key="payroll"),
        lambda: take_documents(stranger, client_id, document_ids=paper_ids(cast, EDITOR)),
        lambda: take_contact(stranger, client_id, contact_id=person_id(cast, EDITOR)),
    ):
        with pytest.raises(NotFound):
            order()


def test_documents_of_another_client_do_not_come_along(cast):
    file_paper(cast)
    own = cast.client(EDITOR, COMPANY).id
    with pytest.raises(NotFound):
        take_documents(cast.workspace(EDITOR), own, document_ids=paper_ids(cast, EDITOR))


def test_a_taken_document_is_read_by_this_person_alone_and_recorded(cast):
    file_paper(cast)
    client = cast.client(EDITOR, BAKERY)
    taken = take_documents(cast.workspace(EDITOR), client.id, document_ids=paper_ids(cast, EDITOR) * 2)
    assert len(taken) == 1
    for email, unread in ((EDITOR, False), (READER, True)):
        with cast.store.reading(cast.actor(email)) as firm:
            assert firm.documents.of(client)[0].unread is unread
    assert events(cast).count(Event.DOCUMENT_DOWNLOADED) == 1


def test_one_document_that_is_not_there_keeps_all_back(cast):
    file_paper(cast)
    client_id = cast.client(EDITOR, BAKERY).id
    with pytest.raises(NotFound):
        take_documents(cast.workspace(EDITOR), client_id, document_ids=[*paper_ids(cast, EDITOR), "nowhere"])
    assert Event.DOCUMENT_DOWNLOADED not in events(cast)


def test_an_ended_mandate_closes_the_documents_at_once(cast):
    file_paper(cast)
    ids, client_id = paper_ids(cast, EDITOR), cast.client(EDITOR, BAKERY).id
    end_mandate(cast, "Alpha", BAKERY, Service.SECRETARIAT)
    with pytest.raises(NotFound):
        take_documents(cast.workspace(EDITOR), client_id, document_ids=ids)
    end_mandate(cast, "Alpha", BAKERY, Service.FUND)
    with pytest.raises(NoMandate):
        take_documents(cast.workspace(EDITOR), client_id, document_ids=ids)


@pytest.mark.parametrize("limit", ["MOST_AT_ONCE", "LARGEST_AT_ONCE"])
def test_a_selection_has_a_limit(cast, monkeypatch, limit):
    file_paper(cast)
    monkeypatch.setattr(client_file, limit, 0)
    with pytest.raises(BadRequest):
        take_documents(
            cast.workspace(EDITOR), cast.client(EDITOR, BAKERY).id, document_ids=paper_ids(cast, EDITOR)
        )


def test_nothing_selected_says_so(cast):
    with pytest.raises(BadRequest):
        take_documents(cast.workspace(EDITOR), cast.client(EDITOR, BAKERY).id, document_ids=[])


def test_a_taken_contact_is_recorded(cast):
    know_person(cast)
    _, contact = take_contact(
        cast.workspace(READER), cast.client(EDITOR, BAKERY).id, contact_id=person_id(cast, EDITOR)
    )
    assert contact.name == "Janssens, Tom"
    assert events(cast)[0] is Event.CONTACT_DOWNLOADED


def test_going_from_tab_to_tab_is_one_opening(tmp_path):
    times = [NOON]
    cast = a_cast(tmp_path, clock=lambda: times[-1])
    workspace = cast.workspace(EDITOR)
    bakery, company = cast.client(EDITOR, BAKERY).id, cast.client(EDITOR, COMPANY).id
    for minutes, client_id in ((0, bakery), (9, bakery), (10, bakery), (11, company), (12, bakery)):
        times.append(NOON + datetime.timedelta(minutes=minutes))
        open_client(workspace, client_id)
    assert events(cast).count(Event.CLIENT_OPENED) == 4
    with workspace.reading() as firm:
        assert [client.id for client in firm.clients.recent()] == [bakery, company]


def test_a_pending_clients_opening_is_recorded_too(cast):
    open_client(cast.workspace(PENDING), cast.client(PENDING, GARAGE).id)
    assert events(cast, PENDING) == [Event.CLIENT_OPENED]
