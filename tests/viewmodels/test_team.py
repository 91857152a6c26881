"""Account, team and audit trail as people read them."""

import dataclasses

import pytest

from dashboard.data.trail import Event
from dashboard.domain.access import Role
from dashboard.errors import NotAllowed, NotFound
from dashboard.i18n import LANGUAGES, PSEUDO, language
from dashboard.viewmodels import account, audit_trail, team
from tests.cast import BETA_EDITOR, DISABLED, EDITOR, MANAGER, READER


def reading_in(workspace, code):
    return dataclasses.replace(workspace, language=language(code))


def test_the_team_says_how_each_account_stands(cast):
    workspace = cast.workspace(MANAGER)
    with workspace.changing() as firm:
        firm.team.invite(name="Zoé", email="zoe@alpha.example", role=Role.READER, language="fr")
    states = {line.email: (line.role, line.state, line.is_oneself) for line in team.team(workspace)}
    assert states == {
        MANAGER: ("Manager", "Active", True),
        EDITOR: ("Editor", "Active", False),
        READER: ("Reader", "Active", False),
        DISABLED: ("Editor", "Disabled", False),
        "zoe@alpha.example": ("Reader", "Invited, no password yet", False),
    }


def test_another_firms_person_is_not_in_the_team(cast):
    with pytest.raises(NotFound):
        team.colleague(cast.workspace(MANAGER), cast.actor(BETA_EDITOR).user_id)


def test_an_account_says_who_one_is_and_marks_the_language(cast):
    view = account.account(reading_in(cast.workspace(READER), "nl"))
    assert dict(view.facts)["E-mailadres"] == READER
    assert [speech.code for speech in view.languages if speech.current] == ["nl"]


def test_every_event_has_words_in_every_language(cast):
    workspace = cast.workspace(MANAGER)
    with workspace.changing() as firm:
        for event in Event:
            firm.trail.record(event)
    for code in LANGUAGES:
        view = audit_trail.audit_trail(reading_in(workspace, code))
        assert len({line.what for line in view.lines}) == len(Event)


def test_the_trail_names_the_client_and_translates_codes(cast):
    workspace = reading_in(cast.workspace(MANAGER), "fr")
    with workspace.changing() as firm:
        entry_id = cast.entries["Boulangerie Noël SRL"]
        firm.trail.record(Event.MANDATE_GRANTED, entry_id=entry_id, detail="secretariat")
        firm.trail.record(Event.REQUEST_DECIDED, detail="261124-ABCDEF: accepted")
    decided, granted = audit_trail.audit_trail(workspace).lines[:2]
    assert (granted.client, granted.detail) == ("Boulangerie Noël SRL", "Secrétariat social")
    assert decided.detail == "261124-ABCDEF: acceptée"
    assert granted.when == "24/11/2026 13:00"


def test_an_act_of_the_institution_says_so(cast):
    lines = audit_trail.audit_trail(cast.workspace(MANAGER)).lines
    assert {line.who for line in lines} == {"The institution"}


def test_the_trail_goes_on_where_it_stopped_whatever_happened_since(cast):
    workspace = cast.workspace(MANAGER)
    with workspace.changing() as firm:
        for number in range(audit_trail.AT_A_TIME + 5):
            firm.trail.record(Event.CLIENT_OPENED, detail=str(number))
    first = audit_trail.audit_trail(workspace)
    with workspace.changing() as firm:
        firm.trail.record(Event.SIGNED_OUT)
    second = audit_trail.audit_trail(workspace, before=int(first.older))
    details = [line.detail for line in (*first.lines, *second.lines)]
    assert details[: audit_trail.AT_A_TIME + 5] == [str(n) for n in range(audit_trail.AT_A_TIME + 4, -1, -1)]
    assert second.older == ""


@pytest.mark.parametrize("email", [READER, EDITOR])
def test_only_managers_read_the_trail(cast, email):
    with pytest.raises(NotAllowed):
        audit_trail.audit_trail(cast.workspace(email))


def test_nothing_escapes_translation(cast):
    workspace = reading_in(cast.workspace(MANAGER), PSEUDO)
    shown = [line.state for line in team.team(workspace)] + [line.role for line in team.team(workspace)]
    shown += [line.what for line in audit_trail.audit_trail(workspace).lines]
    shown += [name for name, _value in account.account(workspace).facts]
    assert all(text.startswith("⟦") for text in shown)
