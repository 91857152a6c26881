"""Signing in, and how long it lasts."""

import dataclasses
import datetime
import re

import pytest
from sqlalchemy import func, select, update

from dashboard.app import create_app
from dashboard.auth import is_own_path
from dashboard.commands.import_clients import check_list
from dashboard.config import Profile
from dashboard.data import team
from dashboard.data.database import reading, writing
from dashboard.data.schema import attempts, pasted_lists, sessions, users
from dashboard.data.trail import Event
from dashboard.domain.number_list import GivenLine
from tests.cast import DISABLED, EDITOR, MANAGER, NOON, PASSWORD, READER

COOKIE = "portefeuille_session"


@pytest.fixture
def clock(cast):
    """Moves the time of the whole product: `clock(minutes=5)`."""

    def move(**passed):
        cast.store.clock = lambda: NOON + datetime.timedelta(**passed)

    return move


def is_in(browser):
    return browser.get("/clients").status_code == 200


def sign_in(client, email=EDITOR, password=PASSWORD, **more):
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client.post("/sign-in", data={"email": email, "password": password}, **more)


def test_a_session_ends_after_half_an_hour_without_use(browser, clock):
    person = browser(EDITOR)
    clock(minutes=30)
    assert is_in(person)
    clock(minutes=60, seconds=1)
    assert not is_in(person)


def test_a_session_ends_after_twelve_hours_of_use(browser, clock):
    person = browser(EDITOR)
    for half in range(1, 25):
        clock(minutes=30 * half)
        assert is_in(person)
    clock(hours=12, seconds=1)
    assert not is_in(person)


def test_disabling_somebody_ends_their_sessions_at_once(browser, cast):
    person = browser(EDITOR)
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        firm.team.disable(cast.actor(EDITOR).user_id)
    assert not is_in(person)


def test_enabling_somebody_again_does_not_bring_the_session_back(browser, cast):
    person, actor = browser(EDITOR), cast.actor(EDITOR)
    for change in ("disable", "enable"):
        with cast.store.changing(cast.actor(MANAGER)) as firm:
            getattr(firm.team, change)(actor.user_id)
    assert not is_in(person)


def test_a_new_role_counts_from_the_next_request(browser, cast):
    person = browser(MANAGER)
    assert b"Audit trail" in person.get("/_dash-layout").data
    with writing(cast.store.engine) as connection:
        connection.execute(update(users).where(users.c.email == MANAGER).values(role="reader"))
    assert b"Audit trail" not in person.get("/_dash-layout").data


def test_every_sign_in_makes_a_new_session(browser):
    person = browser(EDITOR)
    first = person.get_cookie(COOKIE).value
    sign_in(person)
    assert person.get_cookie(COOKIE).value != first


def test_a_session_that_the_browser_made_up_is_none(browser):
    person = browser(None)
    for made_up in ("a" * 43, "", "ü", "x" * 3000):
        person.set_cookie(COOKIE, made_up)
        assert not is_in(person)


def test_scripts_and_other_sites_do_not_get_the_cookie(browser):
    answer = sign_in(browser(None))
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie


def test_in_production_the_cookie_is_for_this_host_and_encrypted_connections_only(cast):
    app = create_app(dataclasses.replace(cast.settings, profile=Profile.PRODUCTION), store=cast.store)
    client = app.server.test_client()
    answer = sign_in(client, headers={"Origin": "http://localhost"})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-portefeuille_session=")
    assert "Secure" in cookie
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_after_ten_wrong_passwords_the_right_one_waits_five_minutes(browser, clock):
    person = browser(None)
    for _ in range(10):
        assert sign_in(person, password="wrong").status_code == 401
    assert sign_in(person).status_code == 429
    clock(minutes=5, seconds=1)
    assert sign_in(person).status_code == 302


def test_a_made_up_address_of_a_proxy_gives_no_further_attempts(browser):
    person = browser(None)
    for attempt in range(10):
        forged = {"X-Forwarded-For": f"10.0.0.{attempt}", "Forwarded": f"for=10.0.0.{attempt}"}
        sign_in(person, email=f"nobody{attempt}@alpha.example", password="wrong", headers=forged)
    forged = {"X-Forwarded-For": "10.9.9.9", "X-Real-IP": "10.9.9.9"}
    assert sign_in(person, email="new@alpha.example", password="wrong", headers=forged).status_code == 429


def test_signing_in_well_counts_for_no_limit(browser):
    person = browser(None)
    assert [sign_in(person).status_code for _ in range(12)] == [302] * 12


@pytest.mark.parametrize(
    "email", [EDITOR, DISABLED, "unknown@alpha.example", "", "\x00", "\ud800", "x" * 10_000]
)
def test_a_wrong_name_is_told_like_a_wrong_password(browser, email):
    answer = sign_in(browser(None), email=email.encode(errors="surrogatepass"), password="wrong")
    assert answer.status_code == 401
    assert b"do not go together" in answer.data


@pytest.mark.parametrize("email", [EDITOR, DISABLED, "unknown@alpha.example", "\x00"])
def test_a_wrong_name_costs_one_slow_comparison_like_a_wrong_password(cast, monkeypatch, email):
    compared = []

    class Counting:
        def verify(self, hashed, password):
            compared.append(hashed)
            return hasher.verify(hashed, password)

    hasher = team.HASHER
    monkeypatch.setattr(team, "HASHER", Counting())
    with cast.store.reading(cast.actor(READER)) as firm:
        assert firm.accounts.check(email, "wrong") is None
    assert len(compared) == 1


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\t\\evil.example",
        "http://evil.example",
        "/a\nb",
        "",
        "javascript:alert(1)",
    ],
)
def test_after_signing_in_nobody_is_sent_elsewhere(browser, path):
    person = browser(None)
    answer = person.post("/sign-in", data={"email": EDITOR, "password": PASSWORD, "next": path})
    assert answer.headers["Location"] == "/clients"


@pytest.mark.parametrize("path", ["/", "/clients", "/clients?q=no%C3%ABl&sort=name", "/clients/abc/figures"])
def test_own_paths_are_own(path):
    assert is_own_path(path)


def events(cast):
    with cast.store.reading(cast.actor(MANAGER)) as firm:
        return [(record.person, record.event) for record in firm.trail.latest()]


def test_an_invitation_works_once_and_is_on_record(browser, cast):
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        token = firm.team.invite(name="Zoé", email="zoe@alpha.example", role="reader", language="fr")
    person, link = browser(None), f"/invitation/{token}"
    assert "Zoé" in person.get(link).get_data(as_text=True)
    assert person.post(link, data={"password": "short"}).status_code == 400
    assert person.post(link, data={"password": "a long enough one"}).status_code == 302
    assert is_in(person)
    assert events(cast)[:2] == [("Zoé", Event.SIGNED_IN), ("Zoé", Event.PASSWORD_CHANGED)]
    assert browser(None).post(link, data={"password": "another long one"}).status_code == 404


def test_an_invitation_ends_after_a_week(browser, cast, clock):
    with cast.store.changing(cast.actor(MANAGER)) as firm:
        token = firm.team.link(cast.actor(EDITOR).user_id)
    clock(days=7)
    assert browser(None).get(f"/invitation/{token}").status_code == 404


def kept(cast, table):
    with reading(cast.store.engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_signing_in_forgets_the_sessions_that_have_ended_and_no_other(browser, cast, clock):
    browser(READER)
    clock(minutes=20)
    person = browser(EDITOR)
    clock(minutes=31)
    browser(MANAGER)
    assert kept(cast, sessions) == 2
    assert is_in(person)


def test_signing_in_forgets_attempts_of_more_than_a_day(browser, cast, clock):
    sign_in(browser(None), password="wrong")
    clock(hours=23)
    sign_in(browser(None), password="wrong")
    browser(EDITOR)
    assert kept(cast, attempts) == 4
    clock(hours=24)
    browser(EDITOR)
    assert kept(cast, attempts) == 2


def test_signing_in_forgets_the_pasted_lists_of_yesterday_whoever_they_belong_to(browser, cast, clock):
    check_list(cast.workspace(EDITOR), (GivenLine(1, "0403.019.262", ""),))
    clock(hours=23)
    browser(MANAGER)
    assert kept(cast, pasted_lists) == 1
    clock(hours=24)
    browser(MANAGER)
    assert kept(cast, pasted_lists) == 0


@pytest.mark.parametrize("email", [None, EDITOR])
def test_a_page_has_an_icon_and_so_has_any_other_answer(browser, email):
    person = browser(email)
    page = person.get("/clients", follow_redirects=True).text
    address = re.search(r'<link rel="icon" href="(/static/favicon[^"]+)">', page)[1]
    assert person.get("/favicon.ico").headers["Location"] == address
    icon = person.get(address)
    assert (icon.status_code, icon.mimetype) == (200, "image/svg+xml")
