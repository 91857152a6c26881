"""What is done to several clients is done to all or to none, once, by who may, and stands in the trail."""

import pytest

from dashboard.commands.describe_client import MOST_TAGS
from dashboard.commands.export_clients import export_clients
from dashboard.commands.remove_client import remove_clients, restore_clients
from dashboard.commands.tag_clients import tag_clients, untag_clients
from dashboard.data.trail import Event
from dashboard.errors import BadRequest, Incomplete, NotAllowed, NotFound
from tests.cast import BETA_EDITOR, EDITOR, READER, number_of

BAKERY, PERSON = "Boulangerie Noël SRL", "Dupuis, Anne"


def ids(cast):
    return [cast.client(EDITOR, name).id for name in (BAKERY, PERSON)]


def trail(cast):
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        return [(record.event, record.client, record.detail) for record in firm.trail.latest()]


def test_a_removal_of_two_is_one_act_with_two_lines_in_the_trail(cast):
    workspace, both = cast.workspace(EDITOR), ids(cast)
    for _ in range(2):
        assert [one.name for one in remove_clients(workspace, both)] == [BAKERY, PERSON]
    removed = [line for line in trail(cast) if line[0] is Event.CLIENT_REMOVED]
    assert sorted(line[1] for line in removed) == [BAKERY, PERSON]
    restore_clients(workspace, both)
    assert [cast.client(EDITOR, name).id for name in (BAKERY, PERSON)] == both


def test_what_is_missing_keeps_the_others_where_they_are(cast):
    with pytest.raises(NotFound):
        remove_clients(cast.workspace(EDITOR), [*ids(cast), "nobody"])
    assert len(ids(cast)) == 2


@pytest.mark.parametrize(
    "act", [lambda *given: tag_clients(*given, tags="x"), lambda *given: untag_clients(*given, tags="x")]
)
def test_tags_are_the_editors_own(cast, act):
    with pytest.raises(NotAllowed):
        act(cast.workspace(READER), ids(cast))
    with pytest.raises(NotFound):
        act(cast.workspace(BETA_EDITOR), ids(cast))
    act(cast.workspace(EDITOR), ids(cast))
    assert [line[0] for line in trail(cast)[:2]] == [Event.CLIENT_DESCRIBED] * 2


@pytest.mark.parametrize(
    ("tags", "sentence"),
    [
        (" , ", "Enter a tag"),
        ("x" * 41, "40 characters at most"),
        (number_of(PERSON).printed, "national register numbers"),
    ],
)
def test_an_unfit_tag_is_told_and_nothing_changes(cast, tags, sentence):
    with pytest.raises(Incomplete, match=sentence):
        tag_clients(cast.workspace(EDITOR), ids(cast), tags=tags)
    assert cast.client(EDITOR, BAKERY).tags == ()


def test_one_client_with_too_many_tags_keeps_all_as_they_were(cast):
    workspace, both = cast.workspace(EDITOR), ids(cast)
    tag_clients(workspace, both[:1], tags=", ".join(str(place) for place in range(MOST_TAGS)))
    with pytest.raises(BadRequest, match=f"{BAKERY} would have more than {MOST_TAGS} tags"):
        tag_clients(workspace, both, tags="one more")
    assert cast.client(EDITOR, PERSON).tags == ()


def test_a_reader_takes_clients_along_and_the_trail_says_how_many(cast):
    lines = export_clients(cast.workspace(READER), ids(cast))
    assert [line.name for line in lines] == [BAKERY, PERSON]
    assert trail(cast)[0] == (Event.CLIENTS_EXPORTED, "", "2")


def test_another_firms_clients_cannot_be_taken_along(cast):
    with pytest.raises(NotFound):
        export_clients(cast.workspace(BETA_EDITOR), ids(cast))
