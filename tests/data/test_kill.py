"""Killed in the middle of its work, the product has lost nothing of what it said was kept."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from dashboard.data.database import reading
from dashboard.data.schema import audit, clients
from dashboard.data.trail import Event
from tests.cast import EDITOR

KILLS = 20
WRITER = Path(__file__).with_name("kill_writer.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def writer(cast):
    arguments = [cast.settings.folder, str(cast.actor(EDITOR).user_id)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, WRITER, *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:  # noqa: S603 - our own file
        yield process


def acknowledged_until_killed(writer, life):
    """What one life said before `kill -9` met it."""
    writer.stdin.write(f"{life}\n")
    writer.stdin.flush()
    said = [writer.stdout.readline(), writer.stdout.readline()]
    time.sleep(random.uniform(0.005, 0.06))  # noqa: S311 - no secret
    process = next(line for line in said if line.startswith("process"))
    os.kill(int(process.split()[1]), signal.SIGKILL)
    said += iter(writer.stdout.readline, "over\n")
    return [line.strip() for line in said if "." in line and line.endswith("\n")]


def kept_acts(cast):
    question = select(audit.c.detail, audit.c.entry_id, audit.c.action).order_by(audit.c.id)
    with reading(cast.store.engine) as connection:
        rows = connection.execute(question.where(audit.c.detail.contains("."))).all()
    words = {Event.CLIENT_ADDED: "added", Event.CLIENT_REMOVED: "removed"}
    return [f"{row.detail} {row.entry_id} {words[Event(row.action)]}" for row in rows]


def listed(cast):
    question = select(clients.c.entry_id).where(
        clients.c.firm_id == cast.firms["Alpha"], clients.c.removed_at.is_(None)
    )
    with reading(cast.store.engine) as connection:
        return set(connection.execute(question).scalars())


def replayed(before, acts):
    """The list that the kept acts lead to."""
    entries = set(before)
    for act in acts:
        _mark, entry_id, what = act.split()
        (entries.add if what == "added" else entries.discard)(int(entry_id))
    return entries


def test_twenty_kills_lose_nothing_that_was_acknowledged(cast, writer):
    before, acknowledged = listed(cast), []
    for life in range(KILLS):
        acknowledged += acknowledged_until_killed(writer, life)
        with reading(cast.store.engine) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        kept = kept_acts(cast)
        assert set(acknowledged) <= set(kept)
        # At most one act a life was kept and not yet said.
        assert len(kept) - len(acknowledged) <= life + 1
        assert listed(cast) == replayed(before, kept)
    assert len(acknowledged) > KILLS
