"""Removing, undoing and restoring, called as the browser calls them."""

import pytest

from dashboard.callbacks import remove_client as dialog
from dashboard.callbacks import requests
from dashboard.commands.send_request import send_request
from dashboard.errors import BadRequest, NotFound
from dashboard.pages.add_client_dialog import dialogs, open_button
from dashboard.pages.remove_client_dialog import bin_button, declare_form
from dashboard.pages.remove_client_dialog import dialogs as removal_dialogs
from tests.callbacks.test_add_client import words
from tests.cast import BETA_EDITOR, EDITOR, MANAGER, PENDING, READER
from tests.commands.test_send_request import COMPANY, KEY

ANNE = "Dupuis, Anne"


def test_a_removed_client_is_named_with_its_undo_and_comes_back(cast):
    workspace, client = cast.workspace(EDITOR), cast.client(EDITOR, ANNE)
    shown = dialog.show_removed(workspace, clicks=1, client_id=client.id)
    assert "Dupuis, Anne was removed from your list" in words(shown["banner"])
    assert "Undo removal" in words(shown["banner"])
    assert shown["removed"].endswith(f":{client.id}")
    back = dialog.show_restored(workspace, clicks=1, client_ids=client.id)
    assert "Dupuis, Anne is back in your list" in words(back["banner"])
    dialog.show_removed(workspace, clicks=1, client_id=client.id)
    restored = dialog.draw_restored(workspace, clicks=1, button={"type": "x", "client": client.id})
    assert restored == "Dupuis, Anne is back in your list"


def test_another_firms_client_is_not_named(cast):
    client = cast.client(EDITOR, ANNE)
    other = cast.workspace(BETA_EDITOR)
    shown = dialog.show_removed(other, clicks=1, client_id=client.id)
    assert ANNE not in str(shown["error"])
    with pytest.raises(NotFound):
        dialog.show_restored(other, clicks=1, client_ids=client.id)
    with pytest.raises(BadRequest):
        dialog.draw_restored(other, clicks=1, button={})


def test_a_reader_gets_no_button_and_no_dialog(cast):
    reader, client = cast.workspace(READER), cast.client(EDITOR, ANNE)
    assert open_button(reader) is None
    assert bin_button(reader, client) is None
    assert dialogs(reader) == removal_dialogs(reader) == []


def test_only_a_manager_is_offered_to_declare_a_mandate_and_only_while_none_is_on_record(cast):
    pending, active = cast.client(PENDING, "Garage Peeters BV"), cast.client(EDITOR, ANNE)
    assert declare_form(cast.workspace(MANAGER), pending) is not None
    assert declare_form(cast.workspace(MANAGER), active) is None
    assert declare_form(cast.workspace(EDITOR), pending) is None


def test_a_withdrawn_request_is_said_and_shown_in_the_table(cast):
    workspace = cast.workspace(EDITOR)
    reference = send_request(workspace, COMPANY, key=KEY).reference
    shown = requests.draw_withdrawn(workspace, clicks=1, reference=reference)
    assert f"The request {reference} is withdrawn." in words([shown["status"]])
    assert "withdrawn" in words([shown["table"]])
    with pytest.raises(BadRequest):
        requests.draw_withdrawn(workspace, clicks=1, reference=None)
