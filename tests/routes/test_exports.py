"""Files of a client's figures by their address: of the own clients, under a safe name, and in the trail."""

import dataclasses

import pytest
from sqlalchemy import update

from dashboard.app import create_app
from dashboard.data.database import writing
from dashboard.data.releases.tables import releases
from dashboard.data.schema import audit, clients
from dashboard.data.trail import Event
from dashboard.demo.sign_ins import SIGN_INS
from dashboard.domain.exports import Names, Order, format_of
from dashboard.exports.worker import carry_out_next
from dashboard.viewmodels.company_figures import State

FORM = {"format": "xlsx", "language": "fr", "names": "hidden", "period": "", "compare": "sector"}
STRANGER = next(one.email for one in SIGN_INS if one.firm != SIGN_INS[0].firm)


@pytest.fixture
def world(figures_world, tmp_path):
    copied = figures_world.copy(tmp_path)
    yield copied
    copied.store.engine.dispose()


@pytest.fixture
def client(world):
    return world.in_state(State.FIGURES)[0]


@pytest.fixture
def signed_in(world):
    app = create_app(world.settings, store=world.store)

    def open_as(email):
        browser = app.server.test_client()
        browser.environ_base["HTTP_ORIGIN"] = "http://localhost"
        browser.post("/sign-in", data={"email": email, "password": world.story.password})
        return browser

    return open_as


@pytest.fixture
def person(world, signed_in):
    return signed_in(world.story.email)


def address(client):
    return f"/clients/{client.id}/figures/export"


@pytest.mark.parametrize("kind", ["pptx", "xlsx", "csv", "csv-international"])
def test_a_quick_file_is_saved_at_once_under_a_neutral_name(person, client, kind):
    answer = person.post(address(client), data=FORM | {"format": kind})
    assert answer.status_code == 200
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment")
    assert "entreprise" in named
    assert client.entry.name not in named
    assert client.entry.name.encode() not in answer.data


def test_a_name_that_is_shown_is_in_the_files_name(person, client):
    answer = person.post(address(client), data=FORM | {"names": "shown"})
    assert client.entry.name.split()[0] in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("wrong", [{"format": "exe"}, {"language": "xx"}, {"format": ""}])
def test_what_no_menu_offers_is_refused(person, client, wrong):
    assert person.post(address(client), data=FORM | wrong).status_code == 400


def test_another_firms_client_is_not_exported(signed_in, client):
    stranger = signed_in(STRANGER)
    assert stranger.post(address(client), data=FORM).status_code == 404
    assert stranger.post(f"/clients/{client.id}/figures/snapshot", data=FORM).status_code == 404


def test_what_left_is_in_the_trail(world, person, client):
    person.post(address(client), data=FORM)
    with world.store.engine.connect() as connection:
        rows = connection.execute(audit.select().where(audit.c.action == Event.FIGURES_EXPORTED)).all()
    assert [(row.entry_id, row.detail) for row in rows] == [(client.entry.id, "xlsx: hidden")]


def test_a_snapshot_keeps_its_numbers_when_the_release_is_gone(world, person, client):
    taken = person.post(f"/clients/{client.id}/figures/snapshot", data=FORM)
    assert taken.status_code == 303
    code = taken.headers["Location"].rpartition("/")[2]
    before = person.post(address(client), data=FORM | {"code": code, "format": "csv"}).data
    with world.workspace().reading() as firm:
        newest = firm.releases.quarters()[0]
    with writing(world.store.engine) as connection:
        connection.execute(update(releases).where(releases.c.quarter == str(newest)).values(active=False))
    now = person.post(address(client), data=FORM | {"format": "csv"}).data
    after = person.post(address(client), data=FORM | {"code": code, "format": "csv"}).data
    assert after == before
    assert now != after


def ordered(world, client, kind="xlsx"):
    with world.workspace().changing() as firm:
        return firm.exports.ask(Order(client.id, format_of(kind), "en", Names.HIDDEN))


def test_an_order_is_fetched_when_it_is_done(world, person, client):
    export = ordered(world, client)
    there = f"/exports/{export.id}/file"
    assert person.get(there).status_code == 404
    assert carry_out_next(world.store, world.settings)
    assert person.get(there).data.startswith(b"PK")
    assert not carry_out_next(world.store, world.settings)


def test_only_who_ordered_it_fetches_it(world, signed_in, client):
    export = ordered(world, client)
    carry_out_next(world.store, world.settings)
    assert signed_in(STRANGER).get(f"/exports/{export.id}/file").status_code == 404


def test_a_client_that_left_the_list_is_handed_out_no_more(world, person, client):
    export = ordered(world, client)
    carry_out_next(world.store, world.settings)
    with writing(world.store.engine) as connection:
        gone = update(clients).where(clients.c.public_id == client.id).values(removed_at=world.store.clock())
        connection.execute(gone)
    assert person.get(f"/exports/{export.id}/file").status_code == 404


def test_an_order_of_a_client_that_is_gone_says_why_it_failed(world, client):
    export = ordered(world, client)
    missing = dataclasses.replace(export.order, code="AAAA-AAAA")
    with world.workspace().changing() as firm:
        lost = firm.exports.ask(missing)
    carry_out_next(world.store, world.settings)
    carry_out_next(world.store, world.settings)
    with world.workspace().reading() as firm:
        found = firm.exports.one(lost.id)
    assert found.state == "failed"
    assert "not in your list" in found.reason
