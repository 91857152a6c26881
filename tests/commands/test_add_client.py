"""A client is added once, however often it is asked, and adding opens nothing."""

import concurrent.futures

import pytest

from dashboard.commands.add_client import add_client
from dashboard.commands.remove_client import remove_clients
from dashboard.data.limits import LOOK_UP
from dashboard.data.trail import Event
from dashboard.domain.identifiers import CompanyNumber
from dashboard.errors import AlreadyClient, NotAllowed, NotFound
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, READER, number_of

KEY = "k" * 24
ONLY_KNOWN = number_of("Only Known SRL")


def events(workspace, event):
    with workspace.reading() as firm:
        return [record for record in firm.trail.latest() if record.event is event]


def test_an_added_client_waits_for_a_mandate(cast):
    assert not add_client(cast.workspace(EDITOR), ONLY_KNOWN, key=KEY).is_active


def test_an_added_client_is_active_where_the_firm_has_its_mandate(cast):
    workspace = cast.workspace(EDITOR)
    remove_clients(workspace, [cast.client(EDITOR, "Dupuis, Anne").id])
    assert add_client(workspace, number_of("Dupuis, Anne"), key=KEY).is_active


def test_another_firms_mandate_opens_nothing(cast):
    assert not add_client(cast.workspace(EDITOR), number_of("Garage Peeters BV"), key=KEY).is_active


def test_adding_is_in_the_trail(cast):
    workspace = cast.workspace(EDITOR)
    add_client(workspace, ONLY_KNOWN, key=KEY)
    assert [record.client for record in events(workspace, Event.CLIENT_ADDED)] == ["Only Known SRL"]


def test_a_second_click_adds_once(cast):
    workspace = cast.workspace(EDITOR)
    first = add_client(workspace, ONLY_KNOWN, key=KEY)
    assert add_client(workspace, ONLY_KNOWN, key=KEY) == first
    assert len(events(workspace, Event.CLIENT_ADDED)) == 1


def test_eight_clicks_at_once_add_once(cast):
    workspace = cast.workspace(EDITOR)
    with concurrent.futures.ThreadPoolExecutor(8) as clicks:
        added = list(clicks.map(lambda _: add_client(workspace, ONLY_KNOWN, key=KEY).id, range(8)))
    assert len(set(added)) == 1
    assert len(events(workspace, Event.CLIENT_ADDED)) == 1


def test_two_tabs_and_two_colleagues_at_once_add_once(cast):
    people = [cast.workspace(EDITOR), cast.workspace(MANAGER)] * 3

    def click(position):
        try:
            return add_client(people[position], ONLY_KNOWN, key=f"{position}" * 24).id
        except AlreadyClient:
            return None

    with concurrent.futures.ThreadPoolExecutor(6) as clicks:
        added = [found for found in clicks.map(click, range(6)) if found]
    assert len(added) == 1


def test_a_client_in_the_list_is_named_in_the_refusal(cast):
    with pytest.raises(AlreadyClient) as refused:
        add_client(cast.workspace(EDITOR), number_of("Dupuis, Anne"), key=KEY)
    assert refused.value.values["name"] == "Dupuis, Anne"


def test_guessing_by_adding_counts_like_guessing_by_looking_up(cast):
    workspace = cast.workspace(EDITOR)
    with pytest.raises(NotFound):
        add_client(workspace, CompanyNumber.from_stem(1999999), key=KEY)
    with workspace.reading() as firm:
        assert firm.limits.left(LOOK_UP, str(workspace.actor.user_id)) == LOOK_UP.count - 1


def test_a_reader_cannot_add(cast):
    with pytest.raises(NotAllowed):
        add_client(cast.workspace(READER), ONLY_KNOWN, key=KEY)


def test_the_same_key_of_another_firm_means_nothing(cast):
    add_client(cast.workspace(EDITOR), ONLY_KNOWN, key=KEY)
    other = add_client(cast.workspace(BETA_EDITOR), number_of("Simon, Marc"), key=KEY)
    assert other.entry.name == "Simon, Marc"
