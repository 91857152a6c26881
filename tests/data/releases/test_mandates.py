"""R3 with its reserve: what firms come to know after a release closes groups to them, and to them alone."""

import datetime

import pytest
from sqlalchemy import insert, select

from dashboard.data.mandates import Mandates
from dashboard.data.releases.history import activate
from dashboard.data.releases.mandates import known_by, withhold
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import withheld
from dashboard.data.schema import entries
from dashboard.domain.clients import Kind, Service
from dashboard.domain.peers import LEVELS, Comparison
from tests.peer_world import (
    ALPHA,
    BETA,
    NOW,
    RULES,
    YEAR,
    Crowd,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
    with_measures,
)

TODAY = NOW.date()
EVERYBODY = 20


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        rows = [
            {"id": place + 1, "kind": Kind.EMPLOYER, "name": "Peer", "enterprise_number": an_employer(place)}
            for place in range(EVERYBODY)
        ]
        connection.execute(insert(entries), rows)
        yield connection


@pytest.fixture
def release(connection):
    """A group of twenty that nobody knows, published."""
    release = build_now(connection, a_source(Crowd(EVERYBODY)))
    activate(connection, release)
    return release


def mandates_of(connection, firm_id, *, today=TODAY):
    return Mandates(connection, firm_id=firm_id, today=today, rules=RULES)


def grant(connection, firm_id, *, count, service=Service.SECRETARIAT):
    for entry_id in range(1, count + 1):
        mandates_of(connection, firm_id).grant(entry_id, service, source="test")


def withheld_from(connection):
    return set(connection.execute(select(withheld.c.firm_id)).scalars())


def test_a_firm_knows_the_employers_of_its_running_payroll_mandates(connection):
    grant(connection, ALPHA, count=2)
    grant(connection, BETA, count=1)

    assert known_by(connection, TODAY) == {an_employer(0): {ALPHA, BETA}, an_employer(1): {ALPHA}}


def test_a_mandate_for_another_service_tells_nothing_of_payroll(connection):
    grant(connection, ALPHA, count=2, service=Service.FUND)

    assert known_by(connection, TODAY) == {}


def test_a_mandate_that_has_ended_or_not_begun_does_not_count(connection):
    grant(connection, ALPHA, count=2)
    mandates_of(connection, ALPHA).end(1, Service.SECRETARIAT)
    mandates_of(connection, BETA, today=TODAY + datetime.timedelta(days=1)).grant(
        2, Service.SECRETARIAT, source="test"
    )

    assert known_by(connection, TODAY) == {an_employer(1): {ALPHA}}


def test_a_known_employer_without_enterprise_number_is_no_peer(connection):
    connection.execute(insert(entries).values(id=99, kind=Kind.SELF_EMPLOYED, name="Nobody's peer"))
    mandates_of(connection, ALPHA).grant(99, Service.SECRETARIAT, source="test")

    assert known_by(connection, TODAY) == {}


@pytest.mark.usefixtures("release")
@pytest.mark.parametrize(("count", "closed"), [(15, set()), (16, {ALPHA})])
def test_r3_fewer_than_five_outside_a_firm_close_its_groups(connection, count, closed):
    grant(connection, ALPHA, count=count)
    grant(connection, BETA, count=15)

    withhold(connection, rules=RULES, today=TODAY)

    assert withheld_from(connection) == closed


@pytest.mark.usefixtures("release")
def test_r3_a_closed_group_is_gone_from_the_cards_of_that_firm_at_once(connection):
    def sector(firm_id):
        return Releases(connection).cards(an_employer(0), YEAR, firm_id=firm_id)[Comparison.SECTOR]

    before = sector(ALPHA)
    grant(connection, ALPHA, count=16)

    assert withhold(connection, rules=RULES, today=TODAY) == len(LEVELS)
    assert (sector(ALPHA).group, sector(ALPHA).figures) == (None, {})
    assert sector(BETA) == before


@pytest.mark.usefixtures("release")
def test_a_group_opens_again_when_mandates_end(connection):
    grant(connection, ALPHA, count=16)
    withhold(connection, rules=RULES, today=TODAY)

    mandates_of(connection, ALPHA).end(1, Service.SECRETARIAT)

    assert withhold(connection, rules=RULES, today=TODAY) == 0
    assert withheld_from(connection) == set()


def test_groups_of_every_active_release_are_closed(connection, release):
    grant(connection, ALPHA, count=16)
    again = build_now(connection, a_source(Crowd(EVERYBODY)))

    withhold(connection, rules=RULES, today=TODAY)
    assert set(connection.execute(select(withheld.c.release_id)).scalars()) == {release.id}

    activate(connection, again)
    withhold(connection, rules=RULES, today=TODAY)
    assert set(connection.execute(select(withheld.c.release_id)).scalars()) == {again.id}


def test_only_groups_that_were_released_are_listed(connection):
    """A row for a hidden group would tell that it exists."""
    activate(connection, build_now(connection, a_source(Crowd(9))))
    grant(connection, ALPHA, count=9)

    assert withhold(connection, rules=RULES, today=TODAY) == 0


def test_an_employer_that_is_no_peer_does_not_stand_outside_a_firm(connection):
    source = a_source(Crowd(EVERYBODY))
    activate(connection, build_now(connection, with_measures(source, an_employer(19), months=2)))
    grant(connection, ALPHA, count=15)

    assert withhold(connection, rules=RULES, today=TODAY) == len(LEVELS)
