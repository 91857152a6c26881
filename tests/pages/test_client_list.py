"""The page around the rows: what an editor finds there, and what a reader does not."""

import json

import pytest

from dashboard.pages import client_list, describe_client, palette
from dashboard.pages.address import Address
from dashboard.viewmodels.client_file import client_file
from tests.cast import EDITOR, MANAGER, READER

BAKERY = "Boulangerie Noël SRL"


def drawn(component):
    return json.dumps(getattr(component, "to_plotly_json", lambda: component)(), default=as_json)


def as_json(component):
    return component.to_plotly_json()


def page(cast, email):
    return drawn(client_list.layout(cast.workspace(email), Address("/clients", {}, {})).body)


def test_an_editor_can_add_and_import(cast):
    assert "Add a client" in page(cast, EDITOR)
    assert "Import several clients" in page(cast, EDITOR)


def test_a_reader_can_search_and_neither_add_nor_import(cast):
    shown = page(cast, READER)
    assert "Search for a client" in shown
    assert "Add a client" not in shown
    assert "Import several clients" not in shown


def test_recent_clients_stand_above_the_list(cast):
    assert "Recent" not in page(cast, EDITOR)
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.clients.opened(cast.client(EDITOR, BAKERY).id)
    assert "Recent" in page(cast, EDITOR)


@pytest.mark.parametrize(("email", "may"), [(READER, False), (EDITOR, False), (MANAGER, True)])
def test_the_palette_lists_what_the_person_may_open(cast, email, may):
    shown = drawn(palette.palette(cast.workspace(email)))
    assert ("/team" in shown) is may
    assert ('"data-action": "add"' in shown) is (email != READER)


def test_the_firms_own_words_are_shown_to_a_reader_and_changed_by_an_editor(cast):
    client = cast.client(EDITOR, BAKERY)
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.clients.describe(client.id, reference="4711", note="Call in March", tag_names=("bakery",))
    for email, may in ((READER, False), (EDITOR, True)):
        workspace = cast.workspace(email)
        shown = drawn(describe_client.own_words(workspace, client_file(workspace, client.id, tab="contact")))
        assert all(word in shown for word in ("Reference: 4711", "Call in March", "bakery"))
        assert ('describe-client-save"' in shown) is may
