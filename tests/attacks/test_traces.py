"""What a build leaves beside the release: its log, its audit, the tables that are backed up: T24."""

from __future__ import annotations

import dataclasses
import logging

import orjson
import pytest
from sqlalchemy import select

from dashboard.data.releases import build
from dashboard.data.releases.audit import audit
from dashboard.data.releases.build import drafted
from dashboard.data.releases.history import write
from dashboard.data.releases.tables import released_groups, releases
from tests.attacks.ground import a_crowd, a_world
from tests.peer_world import NOW, QUARTER, RULES, an_empty_store
from tests.slow_worlds import source_of

# Two firms only: every group of the trade is hidden, whatever its members earn and however many they are.
HIDDEN = [a_crowd(6, nace="62010", section="J", firms=frozenset({firm})) for firm in (1, 2)]
FEW = [a_crowd(count, nace="62010", section="J") for count in (8, 9)]


def traces(world, log):
    """All that a build writes: in the log, in the audit, in the tables but for where employers stand."""
    log.clear()
    with an_empty_store().begin() as connection:
        draft = drafted(source_of(world), QUARTER, rules=RULES)
        write(connection, draft, now=NOW)
        tables = [
            tuple(row) for table in (releases, released_groups) for row in connection.execute(select(table))
        ]
    return tables, list(audit(draft)), [record.getMessage() for record in log.records]


def with_other_figures(world):
    """The same employers, each with figures of somebody else."""
    told = [one.measures for one in world]
    return tuple(
        dataclasses.replace(one, measures=measures)
        for one, measures in zip(world, told[1:] + told[:1], strict=True)
    )


def told_of_hidden(one, other, log):
    """Whether two worlds that differ in nothing but what is hidden leave different traces."""
    return traces(one, log) != traces(other, log)


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def test_t24_no_hidden_value_is_written_anywhere(log):
    world = a_world(*HIDDEN)
    assert not told_of_hidden(world, with_other_figures(world), log)


def test_t24_the_audit_does_not_count_the_hidden():
    eight, nine = (list(audit(drafted(source_of(a_world(one)), QUARTER, rules=RULES))) for one in FEW)
    assert eight == nine != []


def test_t24_finds_a_value_in_the_log(log, monkeypatch):
    world, plain = a_world(*HIDDEN), build.value_matrix

    def noting(*given):
        values = plain(*given)
        logging.getLogger("dashboard").debug("%s", values)
        return values

    monkeypatch.setattr(build, "value_matrix", noting)
    assert told_of_hidden(world, with_other_figures(world), log)


def fields(lines):
    """The words of an audit that are no group's name and no verdict."""
    return {
        (name, value)
        for line in lines
        for name, value in orjson.loads(line).items()
        if name != "group" and value not in ("pass", "fail", True, False)
    }


def test_t24_the_audit_says_pass_or_fail_and_nothing_else():
    world = a_world(*HIDDEN, a_crowd(30))
    lines = list(audit(drafted(source_of(world), QUARTER, rules=RULES)))
    assert len(lines) > 20
    assert fields(lines) == set()


def test_t24_finds_a_number_in_the_audit():
    assert fields([b'{"group":"5|10711|region|03000|fine|2","R2":"fail","n":9}']) == {("n", 9)}
