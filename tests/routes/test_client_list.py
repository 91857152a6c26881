"""The rows come as JSON to who may see them, and nothing but our own words is accepted."""

import datetime

import pytest

from dashboard.commands.keep_filter import save_filter, share_filter
from dashboard.data.trail import Event
from dashboard.domain.identifiers import RegisterNumber
from tests.cast import BETA_EDITOR, EDITOR, READER, number_of

BAKERY = "Boulangerie Noël SRL"


def test_rows_come_as_json(browser):
    answer = browser(EDITOR).get("/api/clients?q=noel&sort=fte&order=down").get_json()
    assert [row["title"] for row in answer["rows"]] == [BAKERY]
    assert answer["rows"][0]["name"][1] == ["Noël", True]
    assert answer["count"] == "1 of 3 clients"


def test_a_number_travels_in_the_body(browser):
    asked = {"q": number_of("Dupuis, Anne").digits}
    answer = browser(READER).post("/api/clients", json=asked).get_json()
    assert [row["title"] for row in answer["rows"]] == ["Dupuis, Anne"]


def test_a_register_number_in_an_address_is_refused(browser):
    number = number_of("Dupuis, Anne")
    for typed in (number.digits, number.printed):
        assert browser(READER).get("/api/clients", query_string={"q": typed}).status_code == 400


def search(person, number):
    return person.post("/api/clients", json={"q": number.digits})


def test_register_numbers_cannot_be_guessed_in_the_own_list(browser):
    person = browser(READER)
    for day in range(20):
        assert search(person, nobodys(day)).get_json()["matching"] == 0
    refused = search(person, number_of("Dupuis, Anne"))
    assert refused.status_code == 429
    assert b"Dupuis" not in refused.data
    assert person.post("/api/clients", json={"q": number_of(BAKERY).digits}).get_json()["matching"] == 1


def test_a_search_by_register_number_is_in_the_trail_and_one_that_finds_counts_for_no_limit(cast, browser):
    person = browser(READER)
    for _ in range(25):
        assert search(person, number_of("Dupuis, Anne")).get_json()["matching"] == 1
    search(person, nobodys(1))
    with cast.store.reading(cast.actor(READER)) as firm:
        last, before = firm.trail.latest()[:2]
    assert (last.event, last.client, last.detail) == (Event.LOOKED_UP, "", "register number: unknown")
    assert (before.client, before.detail) == ("Dupuis, Anne", "register number: already in the list")


def nobodys(day):
    return RegisterNumber.invent(datetime.date(1991, 5, 1) + datetime.timedelta(days=day), 993)


@pytest.mark.parametrize(
    "query",
    [
        "kind=office",
        "service=x",
        "mandate=maybe",
        "sort=search_active",
        "order=sideways",
        "offset=-1",
        "offset=99999999999",
        "limit=x",
        "favourites=true",
        "firm=2",
    ],
)
def test_a_word_that_no_screen_sends_is_refused(browser, query):
    answer = browser(EDITOR).get(f"/api/clients?{query}")
    assert answer.status_code == 400
    assert b"could not be read" in answer.data


@pytest.mark.parametrize("body", [None, [], {"q": 3}, {"q": None}])
def test_a_body_of_another_shape_is_refused(browser, body):
    assert browser(EDITOR).post("/api/clients", json=body).status_code == 400


def test_a_query_full_of_signs_is_a_query(browser):
    answer = browser(EDITOR).get("/api/clients", query_string={"q": "%_\\'\"<b>\0" * 40, "tag": "\0"})
    assert answer.status_code == 200
    assert answer.get_json()["matching"] == 0


def test_the_slice_is_a_hundred_at_most(browser):
    assert browser(EDITOR).get("/api/clients?limit=5000").status_code == 400
    assert len(browser(EDITOR).get("/api/clients?limit=2").get_json()["rows"]) == 2


@pytest.mark.parametrize("path", ["/api/clients", "/api/clients/recent"])
def test_a_signed_out_person_gets_no_rows(browser, path):
    assert browser(None).get(path).status_code == 401


def test_a_star_is_the_persons_own(cast, browser):
    client = cast.client(EDITOR, BAKERY)
    answer = browser(READER).post(f"/api/clients/{client.id}/favourite", json={"favourite": True})
    assert answer.get_json() == {"favourite": True}
    assert cast.client(READER, BAKERY).favourite
    assert not cast.client(EDITOR, BAKERY).favourite
    browser(READER).post(f"/api/clients/{client.id}/favourite", json={"favourite": False})
    assert not cast.client(READER, BAKERY).favourite


@pytest.mark.parametrize("body", [None, {}, {"favourite": "yes"}, [True]])
def test_a_star_is_on_or_off(cast, browser, body):
    client = cast.client(EDITOR, BAKERY)
    assert browser(EDITOR).post(f"/api/clients/{client.id}/favourite", json=body).status_code == 400


def test_another_firms_client_cannot_be_starred(cast, browser):
    client = cast.client(EDITOR, BAKERY)
    theirs = browser(BETA_EDITOR).post(f"/api/clients/{client.id}/favourite", json={"favourite": True})
    nobodys = browser(BETA_EDITOR).post("/api/clients/nobody/favourite", json={"favourite": True})
    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.data == nobodys.data


def test_recent_clients_come_as_rows(cast, browser):
    with cast.store.changing(cast.actor(EDITOR)) as firm:
        firm.clients.opened(cast.client(EDITOR, BAKERY).id)
    answer = browser(EDITOR).get("/api/clients/recent").get_json()
    assert [row["title"] for row in answer["rows"]] == [BAKERY]


def test_saved_filters_come_to_whoever_may_apply_them(cast, browser):
    save_filter(cast.workspace(READER), name="Mine", address="?q=noel")
    shared = save_filter(cast.workspace(EDITOR), name="Ours", address="?kind=employer")
    share_filter(cast.workspace(EDITOR), shared.id, on=True)

    def names(email):
        return [one["name"] for one in browser(email).get("/api/saved-filters").get_json()["filters"]]

    assert (names(READER), names(EDITOR), names(BETA_EDITOR)) == (["Mine", "Ours"], ["Ours"], [])


def ids_of(browser, email, **asked):
    return browser(email).get("/api/clients/ids", query_string=asked).get_json()["ids"]


def test_all_that_are_found_can_be_selected(cast, browser):
    assert ids_of(browser, READER, q="noel") == [cast.client(EDITOR, BAKERY).id]
    assert len(ids_of(browser, EDITOR)) == 3
    assert cast.client(EDITOR, BAKERY).id not in ids_of(browser, BETA_EDITOR)


def test_selecting_by_register_number_counts_as_a_search(browser):
    person = browser(READER)
    for day in range(20):
        search(person, nobodys(day))
    refused = person.post("/api/clients/ids", json={"q": number_of("Dupuis, Anne").digits})
    assert refused.status_code == 429


@pytest.mark.parametrize(("kind", "start"), [("csv", "\ufeffClient;".encode()), ("xlsx", b"PK")])
def test_a_selection_is_saved_as_a_file(cast, browser, kind, start):
    form = {"clients": cast.client(EDITOR, BAKERY).id, "format": kind}
    answer = browser(READER).post("/clients/export", data=form)
    assert answer.status_code == 200
    assert answer.data.startswith(start)
    assert f".{kind}" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("change", "status"), [({"clients": ""}, 400), ({"format": "exe"}, 400), ({"clients": "nobody"}, 404)]
)
def test_a_file_of_nothing_is_refused(cast, browser, change, status):
    form = {"clients": cast.client(EDITOR, BAKERY).id, "format": "csv"} | change
    assert browser(EDITOR).post("/clients/export", data=form).status_code == status


def test_another_firms_clients_are_in_no_file(cast, browser):
    form = {"clients": cast.client(EDITOR, BAKERY).id, "format": "csv"}
    answer = browser(BETA_EDITOR).post("/clients/export", data=form)
    assert answer.status_code == 404
    assert b"Noel" not in answer.data
