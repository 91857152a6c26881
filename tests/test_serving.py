"""The production server: it is refused where it is unsafe, and it lets nobody wait for a slow client."""

import contextlib
import dataclasses
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from bench import slow_clients
from dashboard import server
from dashboard.config import Settings
from dashboard.errors import Misconfigured

ROOT = Path(__file__).parents[1]
SMALL_APP = """
import dash, pathlib
from dashboard.static_files import install

def create_server():
    app = dash.Dash("small", assets_folder="none")
    app.layout = dash.html.Div("here")
    app.server.add_url_rule("/healthz", "health", view_func=lambda: "alive")
    found = install(app, cache=pathlib.Path("{cache}"))
    app.server.add_url_rule("/address", "address", view_func=lambda: found.address("plotly.js"))
    return app.server
"""
START = """
import dataclasses, pathlib
from dashboard import server
from dashboard.config import Settings
settings = dataclasses.replace(Settings.demo(pathlib.Path(".")), database="postgresql://")
server.serve(settings, port={port}, workers={workers}, app="small_app:create_server")
"""


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_only_a_repaired_sqlite_serves_several_processes(version, safe):
    assert server.safe_for_several_processes(version) is safe


def test_two_workers_on_an_unrepaired_sqlite_are_refused():
    with pytest.raises(Misconfigured, match=r"SQLite 3\.40\.1 can lose data"):
        server.check_workers("sqlite:///var/portefeuille.sqlite", workers=2, version=(3, 40, 1))


def test_the_server_asks_before_it_starts(monkeypatch, tmp_path):
    monkeypatch.setattr(server.sqlite3, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(Misconfigured):
        server.serve(Settings.demo(tmp_path), workers=2, app="nothing:here")


def test_each_process_reads_the_settings_that_it_was_started_with(tmp_path):
    settings = Settings.demo(tmp_path, today="2026-11-24")
    mailing = dataclasses.replace(settings, mail_server="mail.example:25", mail_sender="a@mail.example")
    stricter = Settings.read(server.environment_of(settings) | {"PORTEFEUILLE_PEERS_FIRMS": "4"})
    for one in (settings, mailing, stricter):
        assert Settings.read(server.environment_of(one)) == one


@pytest.mark.parametrize(
    ("database", "workers", "version"),
    [("sqlite:///x", 1, (3, 40, 1)), ("postgresql://x", 2, (3, 40, 1)), ("sqlite:///x", 2, (3, 51, 3))],
)
def test_one_worker_a_repaired_sqlite_or_postgresql_may_start(database, workers, version):
    assert server.check_workers(database, workers=workers, version=version) is None


@pytest.mark.server
def test_sixty_slow_clients_do_not_stop_the_server(tmp_path, unused_tcp_port):
    with _running(tmp_path, port=unused_tcp_port, workers=1):
        plotly = _read(unused_tcp_port, "/address").decode()
        for kind in ("headers", "body", "reading"):
            waited = slow_clients.attack(unused_tcp_port, kind, large_file=plotly, seconds=2)
            assert max(waited) < 2, f"An answer took {max(waited):.1f} s beside clients with slow {kind}."


@pytest.mark.server
def test_two_warm_processes_answer_the_first_requests_together(tmp_path, unused_tcp_port):
    with _running(tmp_path, port=unused_tcp_port, workers=2):
        pages = []
        threads = [
            threading.Thread(target=lambda: pages.append(_read(unused_tcp_port, "/"))) for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=10)
    assert len(pages) == 12
    assert all(b"dash-renderer" in page for page in pages)


@pytest.fixture
def unused_tcp_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def _running(folder, *, port, workers):
    (folder / "small_app.py").write_text(SMALL_APP.format(cache=ROOT / "var" / "static"))
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", START.format(port=port, workers=workers)]
    with subprocess.Popen(command, env=environment, cwd=folder) as process:  # noqa: S603 - the server above
        try:
            _wait_until_it_answers(port)
            yield
        finally:
            process.terminate()
            process.wait(timeout=15)


def _wait_until_it_answers(port):
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            return _read(port, "/healthz")
        time.sleep(0.1)
    pytest.fail("The server did not answer within 20 seconds.")


def _read(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return answer.read()
