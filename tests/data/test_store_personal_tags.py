"""A person's own tags on both databases: seen, searched, filtered and counted by that person alone."""

import pytest

from dashboard.domain.list_question import ListQuestion
from tests.cast import BETA_EDITOR, EDITOR, READER

BAKERY, PERSON, GARAGE = "Boulangerie Noël SRL", "Dupuis, Anne", "Garage Peeters BV"


@pytest.fixture
def tagged(world):
    with world.store.changing(world.actor(READER)) as firm:
        chosen = firm.selections.of([world.client(EDITOR, name).id for name in (BAKERY, PERSON)])
        firm.personal_tags.add(chosen, ["à suivre"])
        firm.personal_tags.add(chosen[:1], ["à suivre", "difficile"])
    return world


def found(world, email, **question):
    with world.store.reading(world.actor(email)) as firm:
        return [line.name for line in firm.client_list.listed(ListQuestion(**question)).lines]


def names(world, email):
    with world.store.reading(world.actor(email)) as firm:
        return firm.personal_tags.names()


def test_their_person_sees_them_on_the_list_and_in_the_file(tagged):
    with tagged.store.reading(tagged.actor(READER)) as firm:
        lines = {line.name: line for line in firm.client_list.listed(ListQuestion()).lines}
    assert (lines[BAKERY].own_tags, lines[BAKERY].tags) == (("difficile", "à suivre"), ())
    assert tagged.client(READER, BAKERY).own_tags == ("difficile", "à suivre")
    assert names(tagged, READER) == ("difficile", "à suivre")


@pytest.mark.parametrize("email", [EDITOR, BETA_EDITOR])
def test_nobody_else_sees_them(tagged, email):
    with tagged.store.reading(tagged.actor(email)) as firm:
        lines = firm.client_list.listed(ListQuestion()).lines
        assert {line.own_tags for line in lines} == {()}
        assert {tag for line in lines for tag in line.tags} == set()
        assert firm.clients.tag_names() == ()
    assert names(tagged, email) == ()


def test_a_colleague_sees_none_in_the_file(tagged):
    assert (tagged.client(EDITOR, BAKERY).own_tags, tagged.client(EDITOR, BAKERY).tags) == ((), ())


def test_their_person_finds_and_filters_by_them(tagged):
    assert found(tagged, READER, query="a suiv") == [BAKERY, PERSON]
    assert found(tagged, READER, query="DIFFICILE boul") == [BAKERY]
    assert found(tagged, READER, own_tag="à suivre") == [BAKERY, PERSON]
    assert found(tagged, READER, tag="à suivre") == []
    with tagged.store.reading(tagged.actor(READER)) as firm:
        assert len(firm.client_list.ids(ListQuestion(own_tag="difficile"))) == 1


@pytest.mark.parametrize("email", [EDITOR, BETA_EDITOR])
@pytest.mark.parametrize("question", [{"query": "suivre"}, {"own_tag": "à suivre"}, {"tag": "à suivre"}])
def test_nobody_else_finds_or_filters_by_them(tagged, email, question):
    assert found(tagged, email, **question) == []


def test_two_people_have_the_same_word_for_different_clients(tagged):
    with tagged.store.changing(tagged.actor(EDITOR)) as firm:
        firm.personal_tags.add(firm.selections.of([tagged.client(EDITOR, PERSON).id]), ["difficile"])
        firm.personal_tags.drop(firm.selections.of([tagged.client(EDITOR, BAKERY).id]), ["difficile"])
    assert found(tagged, READER, own_tag="difficile") == [BAKERY]
    assert found(tagged, EDITOR, own_tag="difficile") == [PERSON]


def test_they_are_replaced_and_taken_off_for_their_person_only(tagged):
    client = tagged.client(READER, BAKERY)
    with tagged.store.changing(tagged.actor(EDITOR)) as firm:
        firm.personal_tags.replace(firm.selections.of([client.id]), ["mine"])
    with tagged.store.changing(tagged.actor(READER)) as firm:
        firm.personal_tags.replace(firm.selections.of([client.id]), ["new"])
    assert tagged.client(READER, BAKERY).own_tags == ("new",)
    assert tagged.client(EDITOR, BAKERY).own_tags == ("mine",)


def test_they_come_back_with_a_removed_client_and_are_not_offered_meanwhile(tagged):
    client = tagged.client(READER, BAKERY)
    with tagged.store.changing(tagged.actor(EDITOR)) as firm:
        firm.selections.remove([client.id])
    assert names(tagged, READER) == ("à suivre",)
    with tagged.store.changing(tagged.actor(EDITOR)) as firm:
        firm.selections.restore([client.id])
    assert names(tagged, READER) == ("difficile", "à suivre")
