"""Saved filters on both databases: one's own, shared, and never another firm's."""

import pytest

from dashboard.domain.clients import Kind
from dashboard.domain.list_question import ListQuestion
from dashboard.errors import NotFound
from tests.cast import BETA_EDITOR, EDITOR, READER

QUESTION = ListQuestion(query="noël", kind=Kind.EMPLOYER, sort="fte", descending=True)


def saved(world, email, *, name="Bakeries", shared=False):
    with world.store.changing(world.actor(email)) as firm:
        made = firm.saved_filters.save(name, QUESTION)
        firm.saved_filters.share(made.id, on=shared)
    return made


def seen(world, email):
    with world.store.reading(world.actor(email)) as firm:
        return [one.name for one in firm.saved_filters.all()]


def test_a_filter_keeps_its_question(world):
    made = saved(world, EDITOR)
    with world.store.reading(world.actor(EDITOR)) as firm:
        assert firm.saved_filters.one(made.id).question == QUESTION


def test_a_filter_is_one_persons_until_it_is_shared(world):
    made = saved(world, EDITOR)
    assert (seen(world, EDITOR), seen(world, READER)) == (["Bakeries"], [])
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.saved_filters.share(made.id, on=True)
    assert seen(world, READER) == ["Bakeries"]


def test_another_firms_filter_looks_like_one_that_does_not_exist(world):
    foreign = saved(world, EDITOR, shared=True).id
    assert seen(world, BETA_EDITOR) == []
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        for act in (
            lambda: firm.saved_filters.one(foreign),
            lambda: firm.saved_filters.rename(foreign, "Mine"),
            lambda: firm.saved_filters.share(foreign, on=False),
            lambda: firm.saved_filters.delete(foreign),
        ):
            with pytest.raises(NotFound, match="no longer there"):
                act()
    assert seen(world, READER) == ["Bakeries"]


def test_a_colleagues_own_filter_cannot_be_reached(world):
    own = saved(world, EDITOR).id
    with world.store.changing(world.actor(READER)) as firm, pytest.raises(NotFound):
        firm.saved_filters.delete(own)
    assert seen(world, EDITOR) == ["Bakeries"]


def test_a_filter_is_renamed_and_deleted_alone(world):
    made = saved(world, EDITOR)
    saved(world, EDITOR, name="To review")
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.saved_filters.rename(made.id, "Bread")
    assert seen(world, EDITOR) == ["Bread", "To review"]
    with world.store.changing(world.actor(EDITOR)) as firm:
        firm.saved_filters.delete(made.id)
    assert seen(world, EDITOR) == ["To review"]
