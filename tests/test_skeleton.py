"""A signed-in person gets in, a signed-out one does not, and nobody gets a page that is not there."""

import pytest

from dashboard.callbacks.frame import draw_page
from tests.cast import DISABLED, EDITOR


def test_a_signed_out_person_is_sent_to_sign_in(browser):
    answer = browser(None).get("/clients")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in?next=/clients"


@pytest.mark.parametrize("path", ["/_dash-layout", "/_dash-dependencies", "/api/anything"])
def test_a_signed_out_person_gets_nothing_else(browser, path):
    assert browser(None).get(path).status_code == 401


def test_a_disabled_person_cannot_sign_in(browser):
    assert browser(DISABLED).get("/clients").status_code == 302


def test_a_signed_in_person_gets_the_page_with_its_language(browser):
    answer = browser(EDITOR).get("/clients")
    assert answer.status_code == 200
    assert b'<html lang="en-GB">' in answer.data


def test_an_unknown_path_is_not_there(browser):
    answer = browser(EDITOR).get("/nowhere")
    assert answer.status_code == 404
    assert "<h1>Not found</h1>" in answer.text


def test_a_page_for_managers_says_that_it_is_not_allowed(cast):
    screen = draw_page(cast.workspace(EDITOR), path="/team", search="")
    assert screen["title"] == "Not allowed"


def test_signing_out_ends_the_session_on_the_server(browser):
    person = browser(EDITOR)
    cookie = person.get_cookie("portefeuille_session").value
    person.post("/sign-out")
    person.set_cookie("portefeuille_session", cookie)
    assert person.get("/clients").status_code == 302


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"output": "nothing.children"}', '{"output": 3}'])
def test_a_malformed_callback_body_is_refused_with_a_sentence(browser, body):
    answer = browser(EDITOR).post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert b"could not be read" in answer.data


def test_another_site_cannot_post(browser):
    person = browser(EDITOR)
    answer = person.post("/sign-out", headers={"Origin": "http://elsewhere.example"})
    assert answer.status_code == 403


def test_every_answer_carries_the_protecting_headers(browser):
    answer = browser(EDITOR).get("/clients")
    assert (
        "'unsafe-inline'"
        not in answer.headers["Content-Security-Policy"].split("script-src")[1].split(";")[0]
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_names_of_callbacks_are_sent_once_and_only_to_the_signed_in(browser):
    person, asked = browser(EDITOR), "/_dash-dependencies"
    first = person.get(asked)
    again = person.get(asked, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    stranger = browser(None).get(asked, headers={"If-None-Match": first.headers["ETag"]})
    assert stranger.status_code == 401


def test_the_drawn_page_around_all_pages_is_never_kept(browser):
    answer = browser(EDITOR).get("/_dash-layout")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
