"""A reader too has tags of their own; they follow the rules of tags and stand in no trail."""

import pytest

from dashboard.commands.describe_client import MOST_TAGS
from dashboard.commands.own_tags import add_own_tags, drop_own_tags, write_own_tags
from dashboard.errors import BadRequest, Incomplete, NotFound
from tests.cast import BETA_EDITOR, EDITOR, READER, number_of

BAKERY, PERSON = "Boulangerie Noël SRL", "Dupuis, Anne"


def ids(cast):
    return [cast.client(EDITOR, name).id for name in (BAKERY, PERSON)]


def trail(workspace):
    with workspace.reading() as firm:
        return firm.trail.latest()


def own(cast, name=BAKERY, email=READER):
    return cast.client(email, name).own_tags


def test_own_tags_come_go_and_leave_no_trail(cast):
    reader = cast.workspace(READER)
    before = trail(reader)
    add_own_tags(reader, ids(cast), tags="later, difficult")
    drop_own_tags(reader, ids(cast)[:1], tags="later")
    assert (own(cast), own(cast, PERSON)) == (("difficult",), ("difficult", "later"))
    assert write_own_tags(reader, ids(cast)[0], tags="one, two").own_tags == ("one", "two")
    assert write_own_tags(reader, ids(cast)[0], tags=" ").own_tags == ()
    assert trail(reader) == before


def test_a_register_number_is_no_tag(cast):
    with pytest.raises(Incomplete, match="national register numbers"):
        add_own_tags(cast.workspace(READER), ids(cast), tags=number_of(PERSON).printed)
    with pytest.raises(Incomplete, match="national register numbers"):
        write_own_tags(cast.workspace(READER), ids(cast)[0], tags=number_of(PERSON).digits)
    assert own(cast) == ()


def test_one_client_with_too_many_tags_keeps_all_as_they_were(cast):
    reader = cast.workspace(READER)
    add_own_tags(reader, ids(cast)[:1], tags=", ".join(str(place) for place in range(MOST_TAGS)))
    with pytest.raises(BadRequest, match="more than"):
        add_own_tags(reader, ids(cast), tags="one more")
    assert own(cast, PERSON) == ()


def test_another_firms_clients_are_not_there(cast):
    other = cast.workspace(BETA_EDITOR)
    for act in (
        lambda: add_own_tags(other, ids(cast), tags="x"),
        lambda: drop_own_tags(other, ids(cast), tags="x"),
        lambda: write_own_tags(other, ids(cast)[0], tags="x"),
    ):
        with pytest.raises(NotFound):
            act()
