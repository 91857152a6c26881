"""A manager declares a mandate only where the installation lets managers do so."""

import dataclasses

import pytest

from dashboard.commands.add_client import add_client
from dashboard.commands.declare_mandate import declare_mandate
from dashboard.config import MandateRule
from dashboard.data.trail import Event
from dashboard.domain.clients import Service
from dashboard.errors import NotAllowed, NotFound
from tests.cast import EDITOR, MANAGER, PENDING, number_of


@pytest.fixture
def pending(cast):
    return add_client(cast.workspace(MANAGER), number_of("Only Known SRL"), key="k" * 24)


def test_a_declared_mandate_opens_the_file_and_is_in_the_trail(cast, pending):
    workspace = cast.workspace(MANAGER)
    assert declare_mandate(workspace, pending.id).mandates == {Service.SECRETARIAT}
    declare_mandate(workspace, pending.id)
    with workspace.reading() as firm:
        records = [record for record in firm.trail.latest() if record.event is Event.MANDATE_GRANTED]
    assert records[0].detail == "declared: secretariat"
    assert sum("declared" in record.detail for record in records) == 1


def test_an_editor_cannot_declare(cast, pending):
    with pytest.raises(NotAllowed):
        declare_mandate(cast.workspace(EDITOR), pending.id)


def test_nobody_declares_where_the_institution_keeps_the_record(cast, pending):
    strict = dataclasses.replace(cast.settings, mandates=MandateRule.RECORD)
    workspace = dataclasses.replace(cast.workspace(MANAGER), settings=strict)
    with pytest.raises(NotAllowed):
        declare_mandate(workspace, pending.id)


def test_another_firms_client_is_not_found(cast):
    with pytest.raises(NotFound):
        declare_mandate(cast.workspace(MANAGER), cast.client(PENDING, "Garage Peeters BV").id)
