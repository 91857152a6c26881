"""A launch token says which client for one minute, and nobody else can write one."""

import dataclasses
import datetime

import jwt
import pytest

from dashboard.data.launches import LaunchKey, verify
from dashboard.errors import LaunchRefused
from tests.cast import EDITOR, NOON, number_of
from tests.papers import BAKERY, PERSON

SECOND = datetime.timedelta(seconds=1)
KEY = LaunchKey("a secret of this installation, long enough")


def opened(token, *, application="payroll", now=NOON, key=KEY):
    return verify(token, key_set=key.key_set, application=application, now=now)


@pytest.fixture
def bakery(cast):
    return cast.client(EDITOR, BAKERY)


def test_a_token_names_its_client(bakery):
    launch = opened(KEY.sign(bakery, application="payroll", now=NOON), now=NOON + 59 * SECOND)
    assert (launch.client_id, launch.name) == (bakery.id, BAKERY)
    assert launch.number == number_of(BAKERY).digits


def test_a_token_never_holds_a_register_number(cast):
    token = KEY.sign(cast.client(EDITOR, PERSON), application="contributions", now=NOON)
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["number"] == ""
    assert number_of(PERSON).digits not in str(claims)


@pytest.mark.parametrize("now", [NOON + 60 * SECOND, NOON - SECOND])
def test_a_token_lives_one_minute(bakery, now):
    token = KEY.sign(bakery, application="payroll", now=NOON)
    with pytest.raises(LaunchRefused):
        opened(token, now=now)


def test_a_token_opens_one_application_only(bakery):
    with pytest.raises(LaunchRefused):
        opened(KEY.sign(bakery, application="payroll", now=NOON), application="absences")


def test_a_token_of_another_key_is_refused(bakery):
    other = LaunchKey("another secret, of somebody else, just as long")
    with pytest.raises(LaunchRefused):
        opened(other.sign(bakery, application="payroll", now=NOON))


def test_a_changed_token_is_refused(bakery, cast):
    token = KEY.sign(bakery, application="payroll", now=NOON)
    other = KEY.sign(cast.client(EDITOR, PERSON), application="payroll", now=NOON)
    head, _, signature = token.split(".")
    with pytest.raises(LaunchRefused):
        opened(f"{head}.{other.split('.')[1]}.{signature}")


@pytest.mark.parametrize("text", ["", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])
def test_what_is_no_token_is_refused(text):
    with pytest.raises(LaunchRefused):
        opened(text)


def test_a_token_that_claims_to_need_no_signature_is_refused(bakery):
    claims = jwt.decode(
        KEY.sign(bakery, application="payroll", now=NOON), options={"verify_signature": False}
    )
    with pytest.raises(LaunchRefused):
        opened(jwt.encode(claims, None, algorithm="none", headers={"kid": KEY.name}))


def test_the_published_set_holds_no_private_half(cast):
    settings = dataclasses.replace(cast.settings, secret_key="a secret of this installation, long enough")
    (key,) = LaunchKey(settings.secret_key).key_set["keys"]
    assert set(key) == {"kty", "crv", "x", "kid", "alg", "use"}
    assert key["kid"] == KEY.name
