"""The production server in a process of its own, and the memory that its workers take."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.server import environment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.config import Settings

ROOT = Path(__file__).parents[1]
START = """
import os
from dashboard import server
from dashboard.config import Settings
server.serve(Settings.read(os.environ), port={port}, app="bench.app:create_server")
"""
PATIENCE_SECONDS = 30


@contextlib.contextmanager
def running(settings: Settings) -> Iterator[tuple[int, int]]:
    """Give the port and the server's process while it runs."""
    port = _free_port()
    environment = {**os.environ, **environment_of(settings), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", START.format(port=port)], env=environment) as process:
        try:
            _wait(port)
            yield port, process.pid
        finally:
            process.terminate()


def memory_per_worker(server: int) -> float:
    """Read the largest worker's own share of memory, in MiB."""
    shares = [_share(child) for child in _children(server)]
    return max(shares, default=0.0)


def _children(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(status.parent.name))
    return found


def _share(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kibibytes / 1024


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5),
        ):
            return
        time.sleep(0.1)
    raise SystemExit("The server did not answer in time.")
