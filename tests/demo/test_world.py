"""The invented world on record: who is in it, in which states, and the same again for the same seed."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from dashboard import demo
from dashboard.config import Settings
from dashboard.data.database import reading
from dashboard.data.schema import clients, entries, firms, mandates
from dashboard.data.store import Store
from dashboard.data.team import Accounts
from dashboard.demo.pdf import pdf_of
from dashboard.demo.sign_ins import PASSWORD, SIGN_INS
from dashboard.domain.clients import Kind, Service
from dashboard.domain.identifiers import CompanyNumber, RegisterNumber, recognise
from dashboard.domain.list_question import ListQuestion
from dashboard.domain.requests import RequestState
from dashboard.errors import Misconfigured
from dashboard.workspace import workspace_of

DAY = "2026-11-24"
EMPLOYERS = 300
QUARTERS = 4


class World:
    """A world that was built, and how to sign in to it."""

    def __init__(self, folder):
        self.settings = Settings.demo(folder, today=DAY)
        self.story = demo.build(self.settings, employers=EMPLOYERS, seed=3, quarters=QUARTERS)
        self.store = Store.open(self.settings)

    def workspace(self, email):
        with reading(self.store.engine) as connection:
            actor = Accounts(connection, now=self.store.clock()).check(email, PASSWORD)
        assert actor is not None
        return workspace_of(actor, store=self.store, settings=self.settings)

    def first(self):
        return self.workspace(self.story.email)

    def rows(self, question):
        with reading(self.store.engine) as connection:
            return connection.execute(question).all()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    built = World(tmp_path_factory.mktemp("world"))
    yield built
    built.store.engine.dispose()


def listed(workspace, **question):
    with workspace.reading() as firm:
        return firm.client_list.listed(ListQuestion(limit=10_000, **question))


def test_there_are_at_least_twelve_firms_and_each_has_clients(world):
    counted = world.rows(select(clients.c.firm_id).distinct())
    assert len(world.rows(select(firms))) == len(counted) >= 12


@pytest.mark.parametrize("person", SIGN_INS, ids=lambda person: person.email)
def test_everybody_on_the_sign_in_list_can_sign_in(world, person):
    actor = world.workspace(person.email).actor
    assert (actor.name, actor.role) == (person.name, person.role)


@pytest.mark.parametrize("kind", Kind)
def test_the_first_firm_has_clients_of_each_kind(world, kind):
    assert listed(world.first(), kind=kind).matching >= 10


def test_some_clients_wait_for_a_mandate_and_most_do_not(world):
    pending, total = listed(world.first(), pending=True).matching, listed(world.first()).total
    assert 0 < pending < total / 10


def test_the_people_of_a_firm_have_favourites_recent_clients_and_tags(world):
    assert listed(world.first(), favourites=True).matching > 0
    with world.first().reading() as firm:
        assert firm.clients.recent()
        assert firm.clients.tag_names()


def test_there_are_people_and_companies_of_three_languages(world):
    assert {row.language for row in world.rows(select(entries.c.language))} == {"fr", "nl", "de"}


def test_some_clients_are_found_by_a_trade_name(world):
    named = [line for line in listed(world.first()).lines if line.trade_name]
    assert len(named) >= 3
    for line in named:
        found = listed(world.first(), query=line.trade_name).lines
        assert (line.id in [one.id for one in found]) == line.active


def test_nobody_has_the_name_of_another(world):
    names = [row.name for row in world.rows(select(entries.c.name))]
    assert len(set(names)) == len(names)


def test_every_enterprise_number_is_right_and_in_a_range_that_was_never_handed_out(world):
    found = [row[0] for row in world.rows(select(entries.c.enterprise_number)) if row[0]]
    assert all(CompanyNumber.parse(number).digits == number for number in found)
    assert max(found) < "0200000000"


def test_every_register_number_is_right_and_has_a_counter_that_is_hardly_handed_out(world):
    rows = world.rows(select(entries).where(entries.c.register_index.is_not(None)))
    digits = [
        world.store.cipher.decrypt(
            row.register_cipher, place="entries.register_cipher", index=row.register_index
        )
        for row in rows
    ]
    numbers = [recognise(one, world.store.clock().date()) for one in digits]
    assert len(set(digits)) == len(rows) > 0
    assert all(isinstance(number, RegisterNumber) and number.counter >= 990 for number in numbers)


def test_the_story_names_a_client_with_documents_and_contacts_of_both_sides(world):
    with world.first().reading() as firm:
        client = firm.clients.one(world.story.client_id)
        papers, people = firm.documents.of(client), firm.contacts.of(client)
    assert client.entry.name == world.story.client
    assert client.mandates == frozenset(Service)
    assert {paper.service for paper in papers} == set(Service)
    assert {paper.unread for paper in papers} == {True, False}
    assert {person.side for person in people} == {"client", *Service}


def test_a_document_is_kept_with_its_size_and_is_what_its_ending_says(world):
    with world.first().reading() as firm:
        papers = firm.documents.of(firm.clients.one(world.story.client_id))
    contents = {paper.file_name: world.store.files.get(paper.storage_key) for paper in papers}
    assert [len(contents[paper.file_name]) for paper in papers] == [paper.size for paper in papers]
    assert all(content.startswith(b"%PDF-") for name, content in contents.items() if name.endswith(".pdf"))


def test_a_client_of_the_first_firm_has_about_eight_documents(world):
    workspace = world.first()
    active = listed(workspace, pending=False).lines
    with workspace.reading() as firm:
        counts = [len(firm.documents.of(firm.clients.one(line.id))) for line in active]
    assert 5 <= sum(counts) / len(counts) <= 11


def test_requests_stand_in_several_states(world):
    with world.first().reading() as firm:
        states = {request.state for request in firm.requests.all()}
    assert {RequestState.SUBMITTED, RequestState.IN_TREATMENT} <= states


@pytest.mark.parametrize("which", ["known_person", "known_employer", "known_company"])
def test_a_known_number_is_in_the_register_but_not_in_the_list(world, which):
    to_try = getattr(world.story, which)
    with world.first().reading() as firm:
        entry = firm.register.by_number(recognise(to_try.number, world.store.clock().date()))
        assert entry is not None
        assert entry.name == to_try.name
        assert firm.clients.of_entry(entry.id) is None


@pytest.mark.parametrize("which", ["unknown_person", "unknown_employer"])
def test_an_unknown_number_is_right_and_in_no_register(world, which):
    number = recognise(getattr(world.story, which).number, world.store.clock().date())
    with world.first().reading() as firm:
        assert firm.register.by_number(number) is None


@pytest.mark.parametrize("which", ["listed_person", "listed_employer"])
def test_a_listed_number_is_in_the_list(world, which):
    number = recognise(getattr(world.story, which).number, world.store.clock().date())
    with world.first().reading() as firm:
        client = firm.clients.of_entry(firm.register.by_number(number).id)
    assert client.entry.name == getattr(world.story, which).name


def test_what_can_be_imported_becomes_active_at_once(world):
    with world.first().reading() as firm:
        for line in world.story.importable:
            entry = firm.register.by_number(recognise(line.number, world.store.clock().date()))
            assert firm.clients.of_entry(entry.id) is None
            assert firm.mandates.active(entry.id)


def test_no_firm_has_a_mandate_before_its_client_was_affiliated(world):
    assert all(row.since <= world.store.clock().date() for row in world.rows(select(mandates)))


def test_the_same_seed_invents_the_same_world(world, tmp_path):
    again = World(tmp_path / "again")
    columns = (clients.c.public_id, clients.c.sort_name, clients.c.reference)
    assert again.story == world.story
    assert again.rows(select(*columns)) == world.rows(select(*columns))
    again.store.engine.dispose()


def test_the_story_is_told_again_from_the_folder(world):
    assert demo.story(world.settings) == world.story


def test_a_second_world_is_not_built_over_the_first(world):
    with pytest.raises(Misconfigured, match="already"):
        demo.build(world.settings, employers=EMPLOYERS)


def test_a_world_can_be_thrown_away_and_built_again(tmp_path):
    settings = Settings.demo(tmp_path, today=DAY)
    first = demo.build(settings, employers=100, quarters=2, seed=1)
    second = demo.rebuild(settings, employers=100, quarters=2, seed=2)
    assert demo.story(settings) == second != first


def test_a_world_that_is_too_small_is_refused(tmp_path):
    with pytest.raises(Misconfigured, match="100"):
        demo.build(Settings.demo(tmp_path), employers=99)


def test_a_folder_without_a_world_has_no_story(tmp_path):
    assert not demo.is_built(Settings.demo(tmp_path))
    with pytest.raises(Misconfigured):
        demo.story(Settings.demo(tmp_path))


def test_progress_is_told_until_it_is_done(tmp_path):
    told = []
    demo.build(
        Settings.demo(tmp_path, today=DAY),
        employers=100,
        quarters=2,
        progress=lambda *step: told.append(step),
    )
    assert told[-1][0] == told[-1][1]


def test_a_pdf_finds_each_of_its_objects_where_its_table_says():
    content = pdf_of(["A (small) test", "Société à Liège"])
    start = int(content.split(b"startxref\n")[1].split(b"\n")[0])
    table = content[start:].split(b"\n")[3:8]
    places = [int(line[:10]) for line in table]
    assert [content[place:].split(b"\n")[0] for place in places] == [b"%d 0 obj" % n for n in range(1, 6)]
