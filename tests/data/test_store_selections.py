"""Several clients at once on both databases: all of them or none, and never another firm's."""

import pytest

from dashboard.domain.list_question import ListQuestion
from dashboard.errors import NotFound
from tests.cast import BETA_EDITOR, EDITOR

BAKERY, BUILDER, PERSON, GARAGE = (
    "Boulangerie Noël SRL",
    "Straßenbau Weiß GmbH",
    "Dupuis, Anne",
    "Garage Peeters BV",
)


def ids(world, *names):
    return [world.client(EDITOR, name).id for name in names]


def found(world, **question):
    with world.store.reading(world.actor(EDITOR)) as firm:
        return [line.name for line in firm.client_list.listed(ListQuestion(**question)).lines]


def test_all_are_removed_and_all_come_back(world):
    both = ids(world, BAKERY, PERSON)
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert [one.name for one in firm.selections.remove(both)] == [BAKERY, PERSON]
        assert firm.selections.remove(both) == ()
    assert found(world) == [BUILDER]
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert [one.name for one in firm.selections.restore(both)] == [BAKERY, PERSON]
    assert found(world) == [BAKERY, PERSON, BUILDER]


def test_one_foreign_client_refuses_them_all(world):
    mixed = [*ids(world, BAKERY), world.client(BETA_EDITOR, GARAGE).id]
    for act in ("remove", "restore", "listed", "of"):
        with world.store.changing(world.actor(EDITOR)) as firm, pytest.raises(NotFound):
            getattr(firm.selections, act)(mixed)
    for act in ("tag", "untag"):
        with world.store.changing(world.actor(EDITOR)) as firm, pytest.raises(NotFound):
            getattr(firm.selections, act)(mixed, ["mine"])
    assert found(world) == [BAKERY, PERSON, BUILDER]
    with world.store.reading(world.actor(BETA_EDITOR)) as firm:
        assert firm.clients.tag_names() == ()


def test_tags_are_added_once_and_found(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        counts = firm.selections.tag(ids(world, BAKERY), ["à revoir"])
        assert list(counts.values()) == [1]
        firm.selections.tag(ids(world, BAKERY, PERSON), ["à revoir", "2025"])
    assert found(world, query="a revoir 2025") == [BAKERY, PERSON]
    assert found(world, tag="à revoir") == [BAKERY, PERSON]
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.selections.untag(ids(world, BAKERY, BUILDER), ["à revoir", "unknown"])
    assert found(world, query="a revoir") == [PERSON]
    assert found(world, query="2025") == [BAKERY, PERSON]


def test_what_search_reads_is_the_same_however_a_tag_came(world):
    (bakery,) = ids(world, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.describe(bakery, reference="4711", note="", tag_names=("b", "à revoir"))
    described = texts(world)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.selections.untag([bakery], ["b"])
        firm.selections.tag([bakery], ["b"])
    assert texts(world) == described


def texts(world):
    with world.store.engine.connect() as connection:
        question = "SELECT search_pending, search_active, sort_name FROM clients ORDER BY id"
        return connection.exec_driver_sql(question).all()


def test_a_removed_client_can_be_neither_tagged_nor_exported(world):
    both = ids(world, BAKERY, PERSON)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.selections.remove(both[:1])
    with world.store.changing(world.actor(EDITOR)) as firm:
        with pytest.raises(NotFound, match="no longer in your list"):
            firm.selections.listed(both)
        with pytest.raises(NotFound, match="no longer in your list"):
            firm.selections.tag(both, ["x"])


def test_every_client_that_a_question_finds_can_be_selected(world):
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert set(firm.client_list.ids(ListQuestion(limit=1))) == set(ids(world, BAKERY, BUILDER, PERSON))
        assert list(firm.client_list.ids(ListQuestion(query="noel"))) == ids(world, BAKERY)
        assert world.client(BETA_EDITOR, GARAGE).id not in firm.client_list.ids(ListQuestion())
