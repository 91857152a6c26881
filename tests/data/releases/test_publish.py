"""What readers see of a quarter changes once a year at most, and never in another order (R5, R7)."""

import dataclasses
import datetime

import pytest
from sqlalchemy import insert, select

from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import State, all_releases, named, write
from dashboard.data.releases.publish import continued, publish
from dashboard.data.releases.reader import Releases
from dashboard.data.releases.tables import withheld
from dashboard.data.schema import entries, mandates
from dashboard.domain.clients import Kind, Service
from dashboard.domain.workforce import Quarter
from dashboard.errors import ReleaseRefused
from tests.peer_world import ALPHA, NOW, RULES, Crowd, a_source, an_employer, an_empty_store

OF_2024 = Quarter(2024, 4)
FIRST, SECOND = Quarter(2025, 1), Quarter(2025, 2)
LATER = datetime.timedelta(days=1)


@pytest.fixture(scope="module")
def drafts():
    """A draft of each quarter; what is in it does not matter here."""
    quarters = [OF_2024, FIRST, SECOND, Quarter(2025, 3)]
    source = a_source(Crowd(12), quarters=quarters)
    return {quarter: drafted(source, quarter, rules=RULES) for quarter in quarters}


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        yield connection


@pytest.fixture
def life(connection, drafts):
    """Builds and publishes, a day further each time."""

    class Life:
        now = NOW

        def build(self, quarter):
            base = continued(connection, quarter)
            return write(connection, drafts[quarter], now=self.now, follows=base.id if base else None)

        def publish(self, release):
            self.now += LATER
            publish(connection, named(connection, release.name), rules=RULES, now=self.now)

        def published(self, quarter):
            release = self.build(quarter)
            self.publish(release)
            return named(connection, release.name)

        def states(self):
            return {one.name: one.state.value for one in all_releases(connection)}

    return Life()


def test_a_release_is_a_draft_then_active_then_retired(life, connection):
    draft = life.build(OF_2024)
    assert (draft.state, draft.published_at) == (State.DRAFT, None)
    life.publish(draft)
    life.published(FIRST)
    life.published(OF_2024)

    assert life.states() == {"2025Q1-1": "active", "2024Q4-2": "active", "2024Q4-1": "retired"}
    assert Releases(connection).quarters() == (FIRST, OF_2024)


def test_a_release_says_since_when_readers_have_seen_it(life, connection):
    first = life.published(OF_2024)
    life.published(FIRST)
    life.published(OF_2024)
    life.publish(first)

    assert named(connection, first.name).published_at == first.published_at == NOW + LATER


def test_nobody_publishes_before_three_months_have_passed(life, connection):
    draft = life.build(OF_2024)
    early = datetime.datetime(2025, 3, 31, 12)  # noqa: DTZ001 - the store keeps UTC without zone

    with pytest.raises(ReleaseRefused, match=r"may be released from 2025-04-01"):
        publish(connection, draft, rules=RULES, now=early)


@pytest.mark.parametrize("published", [[FIRST], [FIRST, SECOND]])
def test_a_correction_waits_for_the_panel_of_another_year(life, published):
    for quarter in published:
        life.published(quarter)
    correction = life.build(FIRST)

    with pytest.raises(ReleaseRefused, match=r"2025Q1 is published: .* the first release of 2026\."):
        life.publish(correction)


def test_a_quarter_is_corrected_while_the_first_release_of_a_new_panel_is_the_newest(life):
    life.published(OF_2024)
    life.published(FIRST)
    life.publish(life.build(OF_2024))

    assert life.states()["2024Q4-2"] == "active"


def test_a_correction_is_refused_once_the_new_panel_has_a_second_quarter(life):
    life.published(OF_2024)
    life.published(FIRST)
    life.published(SECOND)

    with pytest.raises(ReleaseRefused, match=r"after the first release of 2026"):
        life.publish(life.build(OF_2024))


def test_a_quarter_is_corrected_once_in_a_rebase_also_after_going_back(life):
    first = life.published(OF_2024)
    life.published(FIRST)
    life.published(OF_2024)
    life.publish(first)

    with pytest.raises(ReleaseRefused, match=r"after the first release of 2026"):
        life.publish(life.build(OF_2024))


def test_going_back_to_what_was_shown_is_allowed_at_any_time(life):
    first = life.published(OF_2024)
    life.published(FIRST)
    second = life.published(OF_2024)
    life.published(SECOND)
    life.publish(first)
    assert life.states()["2024Q4-1"] == "active"
    life.publish(second)
    assert life.states()["2024Q4-2"] == "active"


def test_a_quarter_cannot_be_released_after_a_later_one(life):
    skipped = life.build(FIRST)
    life.published(SECOND)

    for refused in (lambda: life.build(FIRST), lambda: life.build(OF_2024), lambda: life.publish(skipped)):
        with pytest.raises(ReleaseRefused, match=r"2025Q2 is published"):
            refused()


def test_a_draft_is_refused_when_another_one_has_come_before_it(life):
    waiting = life.build(SECOND)
    life.published(FIRST)

    with pytest.raises(ReleaseRefused, match=r"2025Q2-1 does not continue 2025Q1-1, .* Build 2025Q2 again\."):
        life.publish(waiting)


def test_a_correction_continues_what_it_corrects(life, connection):
    life.published(OF_2024)
    first = life.published(FIRST)

    assert continued(connection, FIRST) == first
    assert continued(connection, SECOND) == first


def test_what_a_firm_came_to_know_since_the_build_is_closed_to_it(life, connection):
    draft = life.build(OF_2024)
    rows = [
        {"id": place + 1, "kind": Kind.EMPLOYER, "name": "Peer", "enterprise_number": an_employer(place)}
        for place in range(8)
    ]
    connection.execute(insert(entries), rows)
    known = {"firm_id": ALPHA, "service": Service.SECRETARIAT, "since": NOW.date(), "source": "test"}
    connection.execute(insert(mandates), [known | {"entry_id": row["id"]} for row in rows])
    life.publish(draft)

    assert set(connection.execute(select(withheld.c.firm_id)).scalars()) == {ALPHA}


def test_an_unknown_release_is_named(connection):
    with pytest.raises(ReleaseRefused, match=r"There is no release 2025Q1-7\."):
        named(connection, "2025Q1-7")


def test_the_published_one_is_found_among_drafts_of_its_quarter(life, connection):
    active = life.published(FIRST)
    life.build(FIRST)

    assert continued(connection, FIRST) == dataclasses.replace(active, active=True)
