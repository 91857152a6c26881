"""Sixty slow clients of three kinds against our own server, while an honest one measures its answers.

It talks to this machine only, opens 60 connections at most and stops after some twenty seconds.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import statistics
import threading
import time

SLOW_CLIENTS = 60
SECONDS = 12
PAUSE = 0.5
HOST = "127.0.0.1"

SLOW_HEADERS = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
SLOW_BODY = (
    b"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
    b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
)
SLOW_READING = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: identity\r\n\r\n"


def slow_writer(port: int, opening: bytes, stop: threading.Event) -> None:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=5) as connection:
        connection.sendall(opening)
        while not stop.wait(PAUSE):
            connection.sendall(b"x")


def slow_reader(port: int, opening: bytes, stop: threading.Event) -> None:
    with contextlib.suppress(OSError), socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(5)
        connection.connect((HOST, port))
        connection.sendall(opening)
        while not stop.wait(PAUSE):
            connection.recv(64)


def answer_times(port: int, *, seconds: float) -> list[float]:
    """Ask for the health page again and again; a lost answer counts as the whole timeout."""
    taken, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        started = time.perf_counter()
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection(HOST, port, timeout=5)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            connection.close()
        taken.append(time.perf_counter() - started)
        time.sleep(0.05)
    return taken


def attack(port: int, kind: str, *, large_file: str, seconds: float = SECONDS) -> list[float]:
    """Measure the honest client while sixty slow ones of a kind are connected."""
    stop = threading.Event()
    openings = {"headers": SLOW_HEADERS, "body": SLOW_BODY, "reading": SLOW_READING % large_file.encode()}
    client = slow_reader if kind == "reading" else slow_writer
    threads = [
        threading.Thread(target=client, args=(port, openings[kind], stop), daemon=True)
        for _ in range(SLOW_CLIENTS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(1)
    taken = answer_times(port, seconds=seconds)
    stop.set()
    for thread in threads:
        thread.join(timeout=6)
    return taken


def report(port: int, *, large_file: str, seconds: float = SECONDS) -> bool:
    """Print the median and the worst answer, alone and beside each kind; true if nobody waited."""
    alone = answer_times(port, seconds=2)
    print(
        f"{'alone':<24} median {statistics.median(alone) * 1000:6.1f} ms   worst {max(alone) * 1000:7.1f} ms"
    )
    worst = 0.0
    for kind in ("headers", "body", "reading"):
        taken = attack(port, kind, large_file=large_file, seconds=seconds)
        worst = max(worst, *taken)
        median = statistics.median(taken) * 1000
        print(
            f"{SLOW_CLIENTS} with slow {kind:<9} median {median:6.1f} ms   worst {max(taken) * 1000:7.1f} ms"
        )
    return worst < 1
