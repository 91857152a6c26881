"""Managing colleagues and one's own password: it works, a reader, another firm, broken input."""

import pytest

from dashboard.commands.change_password import change_password
from dashboard.commands.manage_team import (
    change_role,
    disable_colleague,
    enable_colleague,
    invite_colleague,
    renew_link,
)
from dashboard.data.limits import SIGN_IN
from dashboard.data.trail import Event
from dashboard.domain.access import Role
from dashboard.errors import (
    NotAllowed,
    NotFound,
    TooMany,
    UnfitAddress,
    UnfitName,
    UnfitPassword,
    WrongPassword,
)
from tests.cast import BETA_EDITOR, DISABLED, EDITOR, MANAGER, PASSWORD, READER


def events(cast):
    with cast.store.reading(cast.actor(MANAGER)) as firm:
        return [(record.event, record.detail) for record in firm.trail.latest()]


def test_a_manager_invites_and_the_trail_says_so(cast):
    token = invite_colleague(
        cast.workspace(MANAGER), name=" Zoé ", email="Zoe@alpha.example", role=Role.READER, language="fr"
    )
    with cast.store.reading(cast.actor(MANAGER)) as firm:
        assert firm.accounts.invited(token).name == "Zoé"
    assert events(cast)[0] == (Event.COLLEAGUE_INVITED, "Zoé")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "two\nlines", "nul\x00"])
def test_a_name_is_one_line(cast, name):
    with pytest.raises(UnfitName):
        invite_colleague(
            cast.workspace(MANAGER), name=name, email="zoe@alpha.example", role=Role.READER, language="fr"
        )


@pytest.mark.parametrize(
    "email", ["", "zoe", "zoe@alpha", "zoe @alpha.example", "z\x00@alpha.example", "x" * 320 + "@a.be"]
)
def test_an_address_is_an_address(cast, email):
    with pytest.raises(UnfitAddress):
        invite_colleague(cast.workspace(MANAGER), name="Zoé", email=email, role=Role.READER, language="fr")


def test_a_manager_disables_and_enables(cast):
    editor = cast.actor(EDITOR).user_id
    disable_colleague(cast.workspace(MANAGER), editor)
    enable_colleague(cast.workspace(MANAGER), editor)
    assert [event for event, _name in events(cast)[:2]] == [Event.COLLEAGUE_ENABLED, Event.COLLEAGUE_DISABLED]
    assert cast.actor(EDITOR).user_id == editor


def test_a_manager_changes_a_role_and_the_trail_says_so(cast):
    editor = cast.actor(EDITOR).user_id
    for _ in range(2):
        change_role(cast.workspace(MANAGER), editor, Role.READER)
    assert cast.actor(EDITOR).role is Role.READER
    assert [event for event in events(cast) if event[0] is Event.ROLE_CHANGED] == [
        (Event.ROLE_CHANGED, "Editor: reader")
    ]


def test_nobody_changes_their_own_role(cast):
    # With a second manager, so that only this rule stands in the way.
    change_role(cast.workspace(MANAGER), cast.actor(EDITOR).user_id, Role.MANAGER)
    with pytest.raises(NotAllowed, match="your own role"):
        change_role(cast.workspace(MANAGER), cast.actor(MANAGER).user_id, Role.READER)
    assert cast.actor(MANAGER).role is Role.MANAGER


@pytest.mark.parametrize("act", [disable_colleague, lambda *who: change_role(*who, Role.READER)])
def test_two_managers_acting_on_each_other_at_once_leave_one(cast, act):
    editor, manager = cast.actor(EDITOR).user_id, cast.actor(MANAGER).user_id
    change_role(cast.workspace(MANAGER), editor, Role.MANAGER)
    first, second = cast.workspace(MANAGER), cast.workspace(EDITOR)
    act(first, editor)
    with pytest.raises(NotAllowed, match="at least one manager"):
        act(second, manager)
    assert cast.actor(MANAGER).role is Role.MANAGER


def test_an_invited_manager_without_a_password_is_no_manager_yet(cast):
    invite_colleague(
        cast.workspace(MANAGER), name="Zoé", email="zoe@alpha.example", role=Role.MANAGER, language="fr"
    )
    editor, manager = cast.actor(EDITOR).user_id, cast.actor(MANAGER).user_id
    change_role(cast.workspace(MANAGER), editor, Role.MANAGER)
    stale = cast.workspace(EDITOR)
    change_role(cast.workspace(MANAGER), editor, Role.EDITOR)
    with pytest.raises(NotAllowed):
        change_role(stale, manager, Role.EDITOR)


def test_a_role_of_another_firm_or_by_another_role_is_not_changed(cast):
    with pytest.raises(NotFound):
        change_role(cast.workspace(MANAGER), cast.actor(BETA_EDITOR).user_id, Role.READER)
    with pytest.raises(NotAllowed):
        change_role(cast.workspace(EDITOR), cast.actor(READER).user_id, Role.MANAGER)


def test_nobody_disables_themselves(cast):
    change_role(cast.workspace(MANAGER), cast.actor(EDITOR).user_id, Role.MANAGER)
    with pytest.raises(NotAllowed, match="your own account"):
        disable_colleague(cast.workspace(MANAGER), cast.actor(MANAGER).user_id)
    assert cast.actor(MANAGER)


@pytest.mark.parametrize("command", [disable_colleague, enable_colleague, renew_link])
def test_another_firms_person_is_not_there(cast, command):
    before = events(cast)
    with pytest.raises(NotFound):
        command(cast.workspace(MANAGER), cast.actor(BETA_EDITOR).user_id)
    assert events(cast) == before


@pytest.mark.parametrize("command", [disable_colleague, enable_colleague, renew_link])
@pytest.mark.parametrize("email", [READER, EDITOR])
def test_others_than_managers_may_not(cast, command, email):
    with pytest.raises(NotAllowed):
        command(cast.workspace(email), cast.actor(READER).user_id)


def test_a_person_changes_their_password(cast):
    change_password(cast.workspace(READER), current=PASSWORD, new="another long password")
    with cast.store.reading(cast.actor(READER)) as firm:
        assert firm.accounts.check(READER, "another long password")
        assert firm.accounts.check(READER, PASSWORD) is None
    assert events(cast)[0] == (Event.PASSWORD_CHANGED, "")


@pytest.mark.parametrize(
    ("current", "new", "refusal"),
    [("wrong", "another long password", WrongPassword), (PASSWORD, "short", UnfitPassword)],
)
def test_a_refused_change_changes_nothing(cast, current, new, refusal):
    with pytest.raises(refusal):
        change_password(cast.workspace(READER), current=current, new=new)
    with cast.store.reading(cast.actor(READER)) as firm:
        assert firm.accounts.check(READER, PASSWORD)


def test_guessing_the_current_password_ends_soon(cast):
    for _ in range(SIGN_IN.count):
        with pytest.raises(WrongPassword):
            change_password(cast.workspace(READER), current="wrong", new="another long password")
    with pytest.raises(TooMany):
        change_password(cast.workspace(READER), current=PASSWORD, new="another long password")


def test_a_disabled_person_can_get_no_link_that_works(cast):
    with cast.store.reading(cast.actor(MANAGER)) as firm:
        disabled = next(one.id for one in firm.team.all() if one.email == DISABLED)
    token = renew_link(cast.workspace(MANAGER), disabled)
    with cast.store.reading(cast.actor(MANAGER)) as firm, pytest.raises(NotFound):
        firm.accounts.invited(token)
