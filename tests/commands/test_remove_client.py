"""A removed client leaves the list only, and comes back as it was."""

import datetime

import pytest

from dashboard.commands.remove_client import remove_clients, restore_clients
from dashboard.data.trail import Event
from dashboard.errors import NotAllowed, NotFound
from tests.cast import BETA_EDITOR, EDITOR, NOON, READER, a_cast

ANNE = "Dupuis, Anne"


def events(workspace):
    with workspace.reading() as firm:
        return [record.event for record in firm.trail.latest()]


def test_a_removed_client_comes_back_with_its_reference(cast):
    workspace, client = cast.workspace(EDITOR), cast.client(EDITOR, ANNE)
    with workspace.changing() as firm:
        firm.clients.describe(client.id, reference="4711", note="calls on Monday", tag_names=("vip",))
    remove_clients(workspace, [client.id])
    with workspace.reading() as firm, pytest.raises(NotFound):
        firm.clients.one(client.id)
    restore_clients(workspace, [client.id])
    back = cast.client(EDITOR, ANNE)
    assert (back.reference, back.note, back.tags) == ("4711", "calls on Monday", ("vip",))


def test_removing_and_restoring_are_in_the_trail_once_each(cast):
    workspace, client = cast.workspace(EDITOR), cast.client(EDITOR, ANNE)
    for order in (remove_clients, remove_clients, restore_clients, restore_clients):
        order(workspace, [client.id])
    assert events(workspace)[:2] == [Event.CLIENT_RESTORED, Event.CLIENT_REMOVED]
    assert events(workspace).count(Event.CLIENT_REMOVED) == 1
    assert events(workspace).count(Event.CLIENT_RESTORED) == 1


def test_a_reader_can_neither_remove_nor_restore(cast):
    client = cast.client(EDITOR, ANNE)
    for order in (remove_clients, restore_clients):
        with pytest.raises(NotAllowed):
            order(cast.workspace(READER), [client.id])


def test_another_firm_finds_nothing_to_remove_or_restore(cast):
    client = cast.client(EDITOR, ANNE)
    with pytest.raises(NotFound):
        remove_clients(cast.workspace(BETA_EDITOR), [client.id])
    remove_clients(cast.workspace(EDITOR), [client.id])
    with pytest.raises(NotFound):
        restore_clients(cast.workspace(BETA_EDITOR), [client.id])


@pytest.mark.parametrize("client_id", ["", "nobody", "' OR 1=1"])
def test_an_id_of_nobody_is_not_found(cast, client_id):
    with pytest.raises(NotFound):
        remove_clients(cast.workspace(EDITOR), [client_id])


def test_after_thirty_days_a_client_does_not_come_back(tmp_path):
    clock = [NOON]
    cast = a_cast(tmp_path, clock=lambda: clock[0])
    workspace, client = cast.workspace(EDITOR), cast.client(EDITOR, ANNE)
    remove_clients(workspace, [client.id])
    clock[0] = NOON + datetime.timedelta(days=30, seconds=1)
    with pytest.raises(NotFound):
        restore_clients(workspace, [client.id])
