"""An export that a process left unfinished is there after the next start."""

import contextlib
import datetime
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.data.database import writing
from dashboard.data.exports import HELD_FOR, Queue
from dashboard.domain.exports import ExportState, Format, Names, Order
from dashboard.viewmodels.company_figures import State

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


@contextlib.contextmanager
def started(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    given = {"PORTEFEUILLE_PROFILE": "demo", "PORTEFEUILLE_FOLDER": str(settings.folder)}
    order = [sys.executable, "-m", "dashboard", "serve", "--port", str(port)]
    process = subprocess.Popen(order, cwd=ROOT, env=os.environ | given)  # noqa: S603 - our own server
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


@pytest.mark.server
def test_what_a_stopped_process_had_begun_is_done_after_the_next_start(figures_world, tmp_path):
    world = figures_world.copy(tmp_path)
    client = world.in_state(State.FIGURES)[0]
    order = Order(client.id, Format.SHEETS, "en", Names.HIDDEN)
    with world.workspace().changing() as firm:
        begun, waiting = firm.exports.ask(order), firm.exports.ask(order)
    long_ago = datetime.datetime(2026, 1, 1) - 2 * HELD_FOR  # noqa: DTZ001 - tables keep no zone
    with writing(world.store.engine) as connection:
        Queue(connection, now=long_ago).take()
    with started(world.settings):
        assert [ended(world, export.id) for export in (begun, waiting)] == [ExportState.DONE] * 2
    world.store.engine.dispose()


def ended(world, export_id):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with world.workspace().reading() as firm:
            export = firm.exports.one(export_id)
        if not export.is_open:
            break
        time.sleep(0.2)
    return export.state
