"""The tab shows the applications for this kind of client, and says where a mandate is missing."""

import dataclasses

import pytest

from dashboard.errors import NotFound
from dashboard.i18n import language
from dashboard.viewmodels.applications import applications_tab
from tests.cast import BETA_EDITOR, EDITOR, PENDING, READER
from tests.papers import BAKERY, COMPANY, GARAGE, PERSON


def cards(cast, email, owner):
    view = applications_tab(cast.workspace(email), cast.client(EDITOR, owner).id)
    return {card.key: card for group in view.groups for card in group.cards}


def test_an_employer_with_both_mandates_opens_every_application(cast):
    shown = cards(cast, READER, BAKERY)
    assert {"payroll", "contributions", "business_counter"} <= set(shown)
    assert all(card.is_open for card in shown.values())


def test_a_self_employed_person_has_no_application_for_companies(cast):
    shown = cards(cast, EDITOR, PERSON)
    assert "life_events" in shown
    assert not {"payroll", "business_counter", "company_contribution"} & set(shown)


def test_a_group_may_be_empty(cast):
    view = applications_tab(cast.workspace(EDITOR), cast.client(EDITOR, COMPANY).id)
    assert [group.title for group in view.groups] == ["Social status", "Organisation", "Employees"]
    assert view.groups[2].cards == ()


def test_an_application_without_its_mandate_stays_without_an_address(cast):
    client_id = cast.client(BETA_EDITOR, GARAGE).id
    view = applications_tab(cast.workspace(BETA_EDITOR), client_id)
    shown = {card.key: card for group in view.groups for card in group.cards}
    assert shown["payroll"].is_open
    assert not shown["contributions"].is_open


def test_a_pending_client_has_no_application(cast):
    view = applications_tab(cast.workspace(PENDING), cast.client(PENDING, GARAGE).id)
    assert view.groups == ()


def test_another_firms_client_is_not_there(cast):
    with pytest.raises(NotFound):
        applications_tab(cast.workspace(BETA_EDITOR), cast.client(EDITOR, BAKERY).id)


def test_names_are_in_the_readers_language(cast):
    workspace = dataclasses.replace(cast.workspace(EDITOR), language=language("de"))
    view = applications_tab(workspace, cast.client(EDITOR, BAKERY).id)
    assert view.groups[2].cards[0].name == "Leistungen und Löhne"
