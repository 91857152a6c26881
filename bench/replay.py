"""Server time of each callback: what the browser has posted, answered again without a network."""

from __future__ import annotations

import dataclasses
import json
import math
import statistics
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.app import TEXT

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from playwright.sync_api import Page, Request

    from bench.portfolio import World

REPEATS = 30
OWN_ROUTES = "/api/"
CALLBACKS = "/_dash-update-component"
NO_OP = f"{TEXT}.children"


@dataclasses.dataclass(frozen=True)
class Question:
    """A request of the browser, by the name that the table prints."""

    name: str
    method: str
    path: str
    body: str


class Recorder:
    """Remembers the first request of each kind that pages make."""

    def __init__(self) -> None:
        self.questions: dict[str, Question] = {}

    def listen(self, page: Page) -> None:
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.path != CALLBACKS and not address.path.startswith(OWN_ROUTES):
            return
        body = request.post_data or ""
        name = json.loads(body)["output"] if address.path == CALLBACKS else address.path
        path = address.path + (f"?{address.query}" if address.query else "")
        self.questions.setdefault(name, Question(name, request.method, path, body))


def server_times(server: Flask, world: World, questions: list[Question]) -> dict[str, float]:
    """Milliseconds of processor time per question, the median of many."""
    client = server.test_client()
    client.environ_base["HTTP_ORIGIN"] = "http://localhost"
    client.post("/sign-in", data={"email": world.email, "password": world.password})
    taken: dict[str, list[float]] = {question.name: [] for question in questions}
    # One of each in turn: whatever else the machine does slows them all alike.
    for _ in range(REPEATS):
        for question in questions:
            taken[question.name].append(_time(client, question))
    return {name: statistics.median(times) for name, times in taken.items()}


def _time(client: FlaskClient, question: Question) -> float:
    """Processor time, which does not count waiting for other programs; a refusal is no measurement."""
    started = time.thread_time()
    answer = client.open(
        question.path, method=question.method, data=question.body, content_type="application/json"
    )
    taken = (time.thread_time() - started) * 1000
    return taken if answer.status_code < 400 else math.nan  # noqa: PLR2004 - any refusal makes the time worthless
