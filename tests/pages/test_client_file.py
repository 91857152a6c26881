"""The three tabs draw what they should, and a drawn file is an opened file."""

import json

import pytest
from dash import html

from dashboard.callbacks.frame import draw_page
from dashboard.data.database import writing
from dashboard.data.schema import entries
from dashboard.data.trail import Event
from dashboard.pages import find
from dashboard.pages.address import Address
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER
from tests.papers import BAKERY, GARAGE, file_paper, know_person

TABS = ("applications", "documents", "contact")


def drawn(cast, email, tab, *, owner=BAKERY, of=EDITOR):
    path = f"/clients/{cast.client(of, owner).id}/{tab}"
    page, values = find(path)
    screen = page.layout(cast.workspace(email), Address(path, values, {}))
    return json.dumps(screen.body, default=lambda part: part.to_plotly_json(), ensure_ascii=False)


def fill(cast, owner=BAKERY):
    file_paper(cast, owner, title="Payslips of March")
    know_person(cast, owner)


def test_a_reader_sees_every_tab(cast):
    fill(cast)
    assert "Hours and wages" in drawn(cast, READER, "applications")
    assert "Payslips of March" in drawn(cast, READER, "documents")
    assert "tel:+3281000002" in drawn(cast, READER, "contact")


def test_a_tab_with_nothing_yet_says_so(cast):
    assert "No documents yet. New ones appear here by themselves." in drawn(cast, EDITOR, "documents")
    assert "Nobody is on record here yet." in drawn(cast, EDITOR, "contact")
    assert "To report an error, call the institution." in drawn(cast, EDITOR, "contact")


def test_a_missing_mandate_leaves_the_card_with_its_reason(cast):
    shown = drawn(cast, BETA_EDITOR, "applications", owner=GARAGE, of=BETA_EDITOR)
    assert "You have no mandate for this service. Ask for access." in shown
    assert "Social contributions" in shown


def call_by_its_trade_name(cast, owner, name):
    with writing(cast.store.engine) as connection:
        known = entries.c.id == cast.entries[owner]
        connection.execute(entries.update().where(known).values(trade_name=name))


def test_the_trade_name_stands_in_the_head_of_the_file(cast):
    call_by_its_trade_name(cast, BAKERY, "Chez Noël")
    assert "Chez Noël" in drawn(cast, READER, "contact")


def test_the_trade_name_of_a_pending_client_is_not_shown(cast):
    call_by_its_trade_name(cast, GARAGE, "Autohuis Zuid")
    assert "Autohuis Zuid" not in drawn(cast, PENDING, "contact", owner=GARAGE, of=PENDING)


@pytest.mark.parametrize("tab", TABS)
def test_a_pending_clients_tabs_only_explain(cast, tab):
    fill(cast, GARAGE)
    shown = drawn(cast, PENDING, tab, owner=GARAGE, of=PENDING)
    assert "Waiting for a mandate. This tab opens as soon as the mandate is on record." in shown
    assert "A manager of your firm can declare the mandate." in shown
    for hidden in ("Payslips of March", "Janssens", "/open", "0100."):
        assert hidden not in shown


def test_a_drawn_tab_is_recorded_as_an_opening(cast):
    workspace = cast.workspace(READER)
    client_id = cast.client(EDITOR, BAKERY).id
    for tab in TABS:
        draw_page(workspace, path=f"/clients/{client_id}/{tab}", search="")
    with workspace.reading() as firm:
        events = [record.event for record in firm.trail.latest()]
        assert events.count(Event.CLIENT_OPENED) == 1
        assert [client.id for client in firm.clients.recent()] == [client_id]


def test_a_file_of_another_firm_is_not_opened(cast):
    workspace = cast.workspace(BETA_EDITOR)
    screen = draw_page(workspace, path=f"/clients/{cast.client(EDITOR, BAKERY).id}/contact", search="")
    assert isinstance(screen["body"], html.Div)
    assert screen["title"] == "Not found"
    with workspace.reading() as firm:
        assert firm.clients.recent() == ()
