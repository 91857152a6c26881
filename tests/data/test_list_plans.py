"""How SQLite goes about the list's questions: the work for one slice must not grow with the list."""

import datetime

import pytest
from sqlalchemy import text

from dashboard.data.client_list import COUNT, LINES, OPENED
from tests.cast import EDITOR

ASKED = {"firm_id": 1, "user_id": 1, "keys": list(range(1, 101)), "today": datetime.date(2026, 11, 24)}


def steps(cast, statement):
    compiled = statement.params(ASKED).compile(cast.store.engine, compile_kwargs={"literal_binds": True})
    with cast.store.reading(cast.actor(EDITOR)) as firm:
        plan = firm.connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))
        return [step.detail for step in plan if " clients " in step.detail]


@pytest.mark.parametrize("statement", [LINES, OPENED], ids=["lines", "opened"])
def test_lines_are_found_by_their_keys(cast, statement):
    assert steps(cast, statement) == ["SEARCH clients USING INTEGER PRIMARY KEY (rowid=?)"]


def test_counting_reads_the_index_alone(cast):
    (step,) = steps(cast, COUNT)
    assert step == "SEARCH clients USING COVERING INDEX ix_clients_listed (firm_id=? AND removed_at=?)"
