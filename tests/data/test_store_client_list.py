"""The list's question on both databases: search, order, filters, slices."""

import pytest
from sqlalchemy import select

from dashboard.data.client_list import LINES
from dashboard.data.schema import clients
from dashboard.domain.clients import Kind, Service
from dashboard.domain.list_question import ListQuestion
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER, number_of

BAKERY, ROADS, PERSON = "Boulangerie Noël SRL", "Straßenbau Weiß GmbH", "Dupuis, Anne"


def names(world, email=EDITOR, **question):
    with world.store.reading(world.actor(email)) as firm:
        return [line.name for line in firm.client_list.listed(ListQuestion(**question)).lines]


@pytest.mark.parametrize(
    "query", ["noel", "NOËL", "srl boul", "0100.000", "BE 0100 000", "namur noel", "gourmand"]
)
def test_every_typed_word_is_found_in_any_order_without_accents_or_punctuation(world, query):
    known = world.client(EDITOR, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.describe(known.id, reference="GOURMAND", note="", tag_names=())
    assert BAKERY in names(world, query=query)


@pytest.mark.parametrize("query", ["noel zzz", "%", "_", "peeters", "\\", "' or 1=1"])
def test_what_does_not_stand_there_is_not_found(world, query):
    assert names(world, query=query) == []


def test_umlauts_and_sharp_s_are_found_as_typed_without(world):
    assert names(world, query="strassenbau weiss") == [ROADS]


def test_each_firm_finds_its_own(world):
    assert names(world, BETA_EDITOR) == ["Garage Peeters BV"]
    assert names(world) == [BAKERY, PERSON, ROADS]


@pytest.mark.parametrize(
    "column", ["name", "number", "municipality", "affiliations", "fte", "no such column; --"]
)
@pytest.mark.parametrize("descending", [False, True])
def test_any_order_shows_every_line_once(world, column, descending):
    assert sorted(names(world, sort=column, descending=descending)) == [BAKERY, PERSON, ROADS]


def test_the_order_can_be_turned_round(world):
    assert names(world, descending=True) == [ROADS, PERSON, BAKERY]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"kind": Kind.EMPLOYER}, [BAKERY]),
        ({"kind": Kind.SELF_EMPLOYED}, [PERSON]),
        ({"service": Service.SECRETARIAT}, [BAKERY]),
        ({"service": Service.FUND}, [BAKERY, PERSON, ROADS]),
        ({"pending": True}, []),
        ({"pending": False}, [BAKERY, PERSON, ROADS]),
        ({"tag": "seasonal"}, [ROADS]),
        ({"favourites": True}, [PERSON]),
    ],
)
def test_filters_keep_what_fits(world, filters, found):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.describe(world.client(EDITOR, ROADS).id, reference="", note="", tag_names=("seasonal",))
        firm.clients.star(world.client(EDITOR, PERSON).id, on=True)
    assert names(world, **filters) == found


def test_a_favourite_of_a_colleague_is_not_mine(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.star(world.client(EDITOR, PERSON).id, on=True)
    assert names(world, READER, favourites=True) == []


def test_a_slice_knows_how_many_there_are(world):
    with world.store.reading(world.actor(EDITOR)) as firm:
        answer = firm.client_list.listed(ListQuestion(query="a", offset=1, limit=1))
    assert (len(answer.lines), answer.matching, answer.total) == (1, 3, 3)


@pytest.mark.parametrize("query", ["namur", "0100000", number_of("Garage Peeters BV").digits])
def test_a_pending_client_is_found_by_its_name_only(world, query):
    assert names(world, PENDING, query="garage") == ["Garage Peeters BV"]
    assert names(world, PENDING, query=query) == []


def test_a_pending_line_holds_its_name_and_nothing_else(world):
    with world.store.reading(world.actor(PENDING)) as firm:
        (line,) = firm.client_list.listed(ListQuestion()).lines
    assert (line.name, line.active) == ("Garage Peeters BV", False)
    assert (line.enterprise_number, line.municipality, line.trade_name, line.fte) == ("", "", "", None)
    assert [line.secretariat, line.fund, line.is_person] == [False] * 3


def test_no_filter_tells_what_a_pending_client_is(world):
    hidden = ({"kind": kind} for kind in Kind), ({"service": service} for service in Service)
    assert [names(world, PENDING, **one) for filters in hidden for one in filters] == [[]] * 5


@pytest.mark.parametrize("column", ["number", "municipality", "affiliations", "fte"])
@pytest.mark.parametrize("descending", [False, True])
def test_no_order_tells_what_pending_clients_are(world, column, descending):
    with world.store.changing(world.actor(PENDING)) as firm:
        firm.clients.add(world.entries[BAKERY])
    assert names(world, PENDING, sort=column, descending=descending) == [BAKERY, "Garage Peeters BV"]


def test_the_lines_of_another_firm_or_of_removed_clients_are_not_read(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        for name in (BAKERY, PERSON):
            firm.clients.opened(world.client(EDITOR, name).id)
        firm.selections.remove([world.client(EDITOR, PERSON).id])
        every_key = firm.connection.execute(select(clients.c.id)).scalars().all()
        asking = {"firm_id": firm.actor.firm_id, "user_id": firm.actor.user_id, "today": firm.now.date()}
        lines = firm.connection.execute(LINES, asking | {"keys": every_key}).all()
        assert sorted(line.name for line in lines) == [BAKERY, ROADS]
        assert [line.name for line in firm.client_list.recent()] == [BAKERY]
