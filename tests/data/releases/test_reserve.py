"""R3's reserve at once: a mandate closes groups in the transaction that grants it."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import delete, event, insert, select

from dashboard.data.imports.mandates import import_mandates
from dashboard.data.mandates import Mandates
from dashboard.data.releases.history import activate
from dashboard.data.releases.mandates import withhold
from dashboard.data.releases.reserve import fewest, in_group
from dashboard.data.releases.tables import placements, withheld
from dashboard.data.schema import entries
from dashboard.domain.clients import Kind, Service
from dashboard.domain.peers import LEVELS, Placement, Sizes, size_class
from tests.cast import number_of
from tests.peer_world import (
    ALPHA,
    BAKERY,
    NOW,
    RULES,
    Crowd,
    a_source,
    an_employer,
    an_empty_store,
    build_now,
)

TODAY = NOW.date()
BRUSSELS = Placement("47111", "G", "21000", "", "04000", 9.5)


@pytest.fixture
def connection():
    with an_empty_store().begin() as connection:
        rows = [
            {"id": place + 1, "kind": Kind.EMPLOYER, "name": "Peer", "enterprise_number": an_employer(place)}
            for place in range(700)
        ]
        connection.execute(insert(entries), rows)
        yield connection


def grant(connection, count, *, firm_id=ALPHA, service=Service.SECRETARIAT):
    firm = Mandates(connection, firm_id=firm_id, today=TODAY, rules=RULES)
    for entry_id in range(1, count + 1):
        firm.grant(entry_id, service, source="test")


def closed(connection):
    found = connection.execute(select(withheld.c.release_id, withheld.c.group_key, withheld.c.firm_id))
    return {tuple(row) for row in found}


@pytest.mark.parametrize(("count", "groups"), [(15, 0), (16, len(LEVELS))])
def test_the_mandate_that_leaves_four_outside_closes_the_groups_itself(connection, count, groups):
    activate(connection, build_now(connection, a_source(Crowd(20))))
    grant(connection, count)
    assert len(closed(connection)) == groups


def test_a_mandate_for_another_service_closes_nothing(connection):
    activate(connection, build_now(connection, a_source(Crowd(20))))
    grant(connection, 16, service=Service.FUND)
    assert closed(connection) == set()


def test_what_each_mandate_closes_is_what_the_full_count_finds(connection):
    grocers = dataclasses.replace(BRUSSELS, headcount=30)
    source = a_source(Crowd(20), Crowd(18, like=grocers), Crowd(30, like=BRUSSELS))
    activate(connection, build_now(connection, source))
    grant(connection, len(source.employers) - 6)
    at_once = closed(connection)
    withhold(connection, rules=RULES, today=TODAY)
    assert at_once == closed(connection) != set()


def test_a_mandate_costs_few_questions_in_a_group_that_is_far_from_closing(connection):
    activate(connection, build_now(connection, a_source(Crowd(120))))
    asked = []
    event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
    grant(connection, 1)
    assert len(asked) <= 5


def test_members_in_sql_are_members_by_placement(connection):
    places = [
        dataclasses.replace(place, headcount=size)
        for place in (BAKERY, BRUSSELS)
        for size in (0.4, 3, 4.5, 9.5, 19.5, 49.5, 99.5, 199.5, 4.51)
    ]
    release = build_now(connection, a_source(Crowd(1)))
    connection.execute(delete(placements))
    for number, place in enumerate(places):
        row = {"release_id": release.id, "employer": an_employer(number), "counts": True}
        row |= dataclasses.asdict(place)
        connection.execute(insert(placements).values(row))
    for group in {place.group(level) for place in places for level in LEVELS}:
        found = connection.execute(select(placements.c.employer).where(in_group(group))).scalars()
        expected = {an_employer(n) for n, one in enumerate(places) if one.group(group.level) == group}
        assert set(found) == expected, group


@pytest.mark.parametrize("people", [5, 10, 20, 50, 100, 200])
def test_the_smallest_headcount_of_a_size_is_of_that_size_and_no_smaller_one_is(people):
    found = fewest(people)
    below = found - 1e-9
    assert size_class(found, Sizes.FINE) == size_class(below, Sizes.FINE) + 1


def test_an_imported_list_of_mandates_closes_groups_too(cast, tmp_path):
    bakery = number_of("Boulangerie Noël SRL")
    listed = tmp_path / "mandates.csv"
    source = a_source(Crowd(16))
    numbers = [bakery.digits, *map(an_employer, range(100, 115))]
    employers = source.employers.set_axis(numbers)
    measures = {quarter: table.set_axis(numbers) for quarter, table in source.measures.items()}
    with cast.store.engine.begin() as connection:
        rows = [
            {"kind": Kind.EMPLOYER, "name": "Peer", "enterprise_number": number} for number in numbers[1:]
        ]
        connection.execute(insert(entries), rows)
        source = dataclasses.replace(source, employers=employers, measures=measures)
        activate(connection, build_now(connection, source))
        lines = [f"Alpha,{number},secretariat,2026-01-01," for number in numbers[:14]]
        listed.write_text("\n".join(["firm,number,service,since,until", *lines]) + "\n")
        import_mandates(listed, administration=cast.administration(connection))
        assert {firm for _release, _key, firm in closed(connection)} == {cast.firms["Alpha"]}


def test_a_firm_that_knows_one_employer_of_a_group_knows_the_group(connection):
    """The firm has not the mandate of the employer that stands for the group, but of its sister."""
    source = a_source(Crowd(20), Crowd(1, like=dataclasses.replace(BAKERY, headcount=9)))
    groups = source.employers.assign(enterprise_group="")
    groups.loc[[an_employer(19), an_employer(20)], "enterprise_group"] = "G"
    activate(connection, build_now(connection, dataclasses.replace(source, employers=groups)))
    grant(connection, 15)
    assert closed(connection) == set()

    sister = Mandates(connection, firm_id=ALPHA, today=TODAY, rules=RULES)
    sister.grant(21, Service.SECRETARIAT, source="test")

    at_once = closed(connection)
    withhold(connection, rules=RULES, today=TODAY)
    assert at_once == closed(connection) != set()
