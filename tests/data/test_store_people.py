"""Team, sessions, trail, keys and limits on both databases."""

import datetime

import pytest

from dashboard.data.database import reading, writing
from dashboard.data.limits import LOOK_UP, SIGN_IN, Limits
from dashboard.data.team import Accounts, token_hash
from dashboard.data.trail import Event
from dashboard.domain.access import Role
from dashboard.errors import NotFound, SignedOut, TooMany, UnfitAddress, UnfitPassword
from tests.cast import BETA_EDITOR, DISABLED, EDITOR, MANAGER, NOON, PASSWORD, READER


def accounts(connection, **passed):
    return Accounts(connection, now=NOON + datetime.timedelta(**passed))


def test_a_manager_sees_the_own_firms_people_only(world):
    with world.store.reading(world.actor(MANAGER)) as firm:
        people = {one.email: (one.role, one.disabled) for one in firm.team.all()}
    assert people == {
        MANAGER: (Role.MANAGER, False),
        EDITOR: (Role.EDITOR, False),
        READER: (Role.READER, False),
        DISABLED: (Role.EDITOR, True),
    }


@pytest.mark.parametrize("act", ["disable", "enable", "link", "one"])
@pytest.mark.parametrize("number", ["foreign", 0, -1, 999_999, 10**30])
def test_another_firms_person_looks_like_one_that_does_not_exist(world, act, number):
    user_id = world.actor(BETA_EDITOR).user_id if number == "foreign" else number
    with world.store.changing(world.actor(MANAGER)) as firm, pytest.raises(NotFound):
        getattr(firm.team, act)(user_id)


@pytest.mark.parametrize("email", [BETA_EDITOR, EDITOR, f" {EDITOR.upper()} "])
def test_an_address_in_use_anywhere_cannot_be_invited(world, email):
    with world.store.changing(world.actor(MANAGER)) as firm, pytest.raises(UnfitAddress):
        firm.team.invite(name="Zoé", email=email, role=Role.READER, language="fr")


def test_an_invited_person_signs_in_after_choosing_a_password(world):
    with world.store.changing(world.actor(MANAGER)) as firm:
        token = firm.team.invite(name="Zoé", email="Zoe@alpha.example", role=Role.READER, language="fr")
    with writing(world.store.engine) as connection:
        assert accounts(connection).check("zoe@alpha.example", "") is None
        accounts(connection).accept(token, "twelve signs")
        assert accounts(connection).check("zoe@alpha.example", "twelve signs").name == "Zoé"


@pytest.mark.parametrize("password", ["eleven sign", "x" * 257, ""])
def test_a_password_has_twelve_to_256_characters(world, password):
    with writing(world.store.engine) as connection, pytest.raises(UnfitPassword):
        accounts(connection).set_password(1, password)


def test_a_longer_password_with_the_right_beginning_is_wrong(world):
    with writing(world.store.engine) as connection:
        accounts(connection).set_password(world.actor(EDITOR).user_id, "é" * 256)
        assert accounts(connection).check(EDITOR, "é" * 257) is None
        assert accounts(connection).check(EDITOR, "é" * 256)


def test_a_new_link_ends_the_earlier_ones(world):
    editor = world.actor(EDITOR).user_id
    with world.store.changing(world.actor(MANAGER)) as firm:
        first, second = firm.team.link(editor), firm.team.link(editor)
        with pytest.raises(NotFound):
            firm.accounts.invited(first)
        assert firm.accounts.invited(second).email == EDITOR


def test_disabling_somebody_ends_their_links_for_good(world):
    editor = world.actor(EDITOR).user_id
    with world.store.changing(world.actor(MANAGER)) as firm:
        token = firm.team.link(editor)
        firm.team.disable(editor)
        firm.team.enable(editor)
        with pytest.raises(NotFound):
            firm.accounts.invited(token)


def test_a_new_password_ends_all_other_sessions(world):
    editor = world.actor(EDITOR)
    with writing(world.store.engine) as connection:
        people = accounts(connection)
        here, elsewhere = people.start(editor), people.start(editor)
        people.set_password(editor.user_id, "another long one", keep=token_hash(here))
        assert people.behind(here)[0] == editor
        with pytest.raises(SignedOut):
            people.behind(elsewhere)


def test_sessions_keep_no_token_in_clear(world):
    with writing(world.store.engine) as connection:
        token = accounts(connection).start(world.actor(EDITOR))
        rows = connection.exec_driver_sql("SELECT token_hash FROM sessions").all()
    assert rows
    assert token not in str(rows)


def test_the_trail_shows_one_firm_newest_first_and_goes_on_below(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        for number in range(3):
            firm.trail.record(Event.CLIENT_OPENED, entry_id=1, detail=str(number))
    with world.store.changing(world.actor(BETA_EDITOR)) as firm:
        firm.trail.record(Event.CLIENT_OPENED, detail="beta")
    with world.store.reading(world.actor(MANAGER)) as firm:
        newest = firm.trail.latest(limit=2)
        older = firm.trail.latest(before=newest[-1].id, limit=1)
        assert [record.detail for record in (*newest, *older)] == ["2", "1", "0"]
        assert all(record.detail != "beta" for record in firm.trail.latest())
        assert firm.trail.latest(before=10**30)[0] == newest[0]
    assert (newest[0].person, newest[0].client, newest[0].at) == ("Editor", "Boulangerie Noël SRL", NOON)


def test_what_was_done_under_a_key_is_remembered_for_the_firm_alone(world):
    with world.store.changing(world.actor(EDITOR)) as firm:
        assert firm.once.result("key") is None
        firm.once.keep("key", "done")
    with world.store.reading(world.actor(READER)) as firm:
        assert firm.once.result("key") == "done"
    with world.store.reading(world.actor(BETA_EDITOR)) as firm:
        assert firm.once.result("key") is None


def test_the_attempt_too_many_is_refused_and_says_until_when(world):
    with writing(world.store.engine) as connection:
        for minute in range(LOOK_UP.count):
            Limits(connection, now=NOON + datetime.timedelta(minutes=minute)).attempt(LOOK_UP, "somebody")
    now = NOON + datetime.timedelta(minutes=30)
    with reading(world.store.engine) as connection:
        with pytest.raises(TooMany) as refused:
            Limits(connection, now=now).require(LOOK_UP, "somebody")
        assert refused.value.until == NOON + LOOK_UP.window
        assert Limits(connection, now=now).left(LOOK_UP, "somebody else") == LOOK_UP.count
        assert Limits(connection, now=now).left(SIGN_IN, "somebody") == SIGN_IN.count
        assert Limits(connection, now=NOON + LOOK_UP.window).left(LOOK_UP, "somebody") == 1


def test_a_forgiven_attempt_does_not_count(world):
    with writing(world.store.engine) as connection:
        limits = Limits(connection, now=NOON)
        limits.forgive(limits.attempt(SIGN_IN, "somebody"))
        assert limits.left(SIGN_IN, "somebody") == SIGN_IN.count


def test_the_right_password_opens_and_a_wrong_one_does_not(world):
    with reading(world.store.engine) as connection:
        assert accounts(connection).check(f" {EDITOR.upper()} ", PASSWORD) == world.actor(EDITOR)
        assert accounts(connection).check(EDITOR, "wrong") is None
        assert accounts(connection).check(DISABLED, PASSWORD) is None
