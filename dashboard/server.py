"""The production server: granian before the app, one process or several, none before it is warm."""

from __future__ import annotations

import dataclasses
import os
import socket
import sqlite3
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from dashboard.config import PREFIX, THRESHOLD
from dashboard.errors import Misconfigured

if TYPE_CHECKING:
    from dashboard.config import Settings

APP = "dashboard.app:create_server"
# A thread waits for each body that arrives slowly: enough of them for a firm's worth of bad connections.
THREADS = 128
HEADERS_WITHIN_MILLISECONDS = 15_000

Version = tuple[int, int, int]
# A process that resets the write-ahead log could lose another's commit: https://sqlite.org/wal.html
REPAIRED: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))
REPAIRED_SINCE: Version = (3, 51, 3)


def safe_for_several_processes(version: Version) -> bool:
    """Say whether this SQLite lets several processes write to one database without losing a commit."""
    on_a_repaired_line = any(version[:2] == fix[:2] and version >= fix for fix in REPAIRED)
    return version >= REPAIRED_SINCE or on_a_repaired_line


def serve(
    settings: Settings, *, address: str = "127.0.0.1", port: int = 8050, workers: int = 1, app: str = APP
) -> None:
    """Serve until stopped; each process makes its own app, which asks itself one thing before it is asked."""
    require_fit(settings, address=address, port=port, workers=workers)
    os.environ.update(environment_of(settings))
    Granian(
        app,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN_MILLISECONDS),
        websockets=False,
        factory=True,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.error,
    ).serve()


def require_fit(settings: Settings, *, address: str, port: int, workers: int) -> None:
    check_workers(settings.database, workers=workers, version=sqlite3.sqlite_version_info)
    require_free(address, port)


def environment_of(settings: Settings) -> dict[str, str]:
    """Write the variables from which each process reads the same settings again."""
    values = {field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)}
    raised = values.pop("thresholds")
    return {
        f"{PREFIX}{name.upper()}": ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in values.items()
    } | {f"{THRESHOLD}{name.upper()}": str(threshold) for name, threshold in raised.items()}


def check_workers(database: str, *, workers: int, version: Version) -> None:
    if workers < 2 or not database.startswith("sqlite") or safe_for_several_processes(version):  # noqa: PLR2004
        return
    raise Misconfigured(
        "SQLite {version} can lose data when two processes write: start one worker, or use PostgreSQL.",
        version=".".join(map(str, version)),
    )


def require_free(address: str, port: int) -> None:
    """Two servers may share a port on Linux, and would answer in turns from different databases."""
    family, kind, protocol, _name, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(place)
        except OSError as problem:
            raise Misconfigured(
                "{address}:{port} cannot be listened on: {reason}. Choose another with --port.",
                address=address,
                port=port,
                reason=problem.strerror,
            ) from None
