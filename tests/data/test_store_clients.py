"""A firm's list on both databases: add, remove, restore, describe, star, recent."""

import dataclasses
import datetime

import pytest

from dashboard.errors import AlreadyClient, NotFound
from tests.cast import BETA_EDITOR, EDITOR, NOON, PENDING, READER

BAKERY, GARAGE, UNLISTED = "Boulangerie Noël SRL", "Garage Peeters BV", "Only Known SRL"


def later(world, **passed):
    """The same store when time has passed."""
    world.store.clock = lambda: NOON + datetime.timedelta(**passed)


def test_an_added_client_is_in_the_list_of_the_whole_firm(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        added = firm.clients.add(world.entries[UNLISTED])
    with world.store.reading(world.actor(READER)) as firm:
        assert firm.clients.one(added.id).entry.name == UNLISTED


def test_adding_gives_no_mandate(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert not firm.clients.add(world.entries[UNLISTED]).is_active


def test_a_client_is_added_once(world):
    with world.store.changing(world.actor(EDITOR)) as firm, pytest.raises(AlreadyClient, match=BAKERY):
        firm.clients.add(world.entries[BAKERY])


def test_another_firms_client_looks_like_one_that_does_not_exist(world):
    foreign = world.client(BETA_EDITOR, GARAGE).id
    with world.store.changing(world.actor(EDITOR)) as firm:
        for act in (
            lambda: firm.clients.one(foreign),
            lambda: firm.selections.remove([foreign]),
            lambda: firm.selections.restore([foreign]),
            lambda: firm.clients.star(foreign, on=True),
            lambda: firm.clients.opened(foreign),
            lambda: firm.clients.describe(foreign, reference="", note="", tag_names=()),
        ):
            with pytest.raises(NotFound) as refused:
                act()
            assert refused.value.sentence == NotFound.sentence


def test_a_removed_client_is_gone_and_can_be_restored_with_everything_it_had(world):
    known = world.client(EDITOR, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        before = firm.clients.describe(
            known.id, reference="4711", note="calls on Mondays", tag_names=("a", "b")
        )
        firm.selections.remove([known.id])
        assert firm.clients.of_entry(world.entries[BAKERY]) is None
        assert [client.id for client in firm.clients.removed()] == [known.id]
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert [one.id for one in firm.selections.restore([known.id])] == [known.id]
        assert firm.selections.restore([known.id]) == ()
        assert firm.clients.one(known.id) == before


def test_after_thirty_days_a_removal_cannot_be_undone(world):
    known = world.client(EDITOR, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.selections.remove([known.id])
    later(world, days=30, seconds=1)
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert firm.clients.removed() == ()
        with pytest.raises(NotFound):
            firm.selections.restore([known.id])


def test_adding_a_removed_client_again_brings_the_same_one_back(world):
    known = world.client(EDITOR, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.selections.remove([known.id])
        assert firm.clients.add(known.entry.id) == known


def test_tags_are_the_firms_own(world):
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        garage = firm.clients.of_entry(world.entries[GARAGE])
        firm.clients.describe(garage.id, reference="", note="", tag_names=("beta-only", "beta-only"))
        assert firm.clients.tag_names() == ("beta-only",)
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert firm.clients.tag_names() == ()


def test_a_favourite_is_one_persons(world):
    known = world.client(EDITOR, BAKERY)
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.star(known.id, on=True)
        firm.clients.star(known.id, on=True)
    assert world.client(EDITOR, BAKERY).favourite
    assert not world.client(READER, BAKERY).favourite
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.star(known.id, on=False)
    assert world.client(EDITOR, BAKERY) == dataclasses.replace(known, favourite=False)


def test_the_last_opened_come_first_and_are_one_persons(world):
    first, second = world.client(EDITOR, BAKERY), world.client(EDITOR, "Dupuis, Anne")
    for hour, opened in enumerate((first, second, first)):
        later(world, hours=hour)
        with world.store.changing(world.actor(EDITOR)) as firm:
            firm.clients.opened(opened.id)
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert [client.id for client in firm.clients.recent()] == [first.id, second.id]
    with world.store.reading(world.actor(READER)) as firm:
        assert firm.clients.recent() == ()


def add_both(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.clients.add(world.entries[UNLISTED])
        firm.clients.add(world.entries[BAKERY])


def test_what_fails_halfway_leaves_nothing_behind(world):
    with pytest.raises(AlreadyClient):
        add_both(world)
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert firm.clients.of_entry(world.entries[UNLISTED]) is None


def test_the_filings_of_a_pending_client_stay_closed(world):
    pending = world.client(PENDING, GARAGE)
    with world.store.reading(world.actor(PENDING)) as firm:
        assert firm.filings(pending) == ()
