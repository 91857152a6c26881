"""The rows of the client list as JSON, and the star of one client."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

import flask
import orjson

from dashboard import guard
from dashboard.commands.look_up import look_up_searched
from dashboard.commands.star_client import star_client
from dashboard.data.client_list import SORTS, ListQuestion
from dashboard.domain.access import Permission
from dashboard.domain.clients import Kind, Service
from dashboard.domain.search import LONGEST_QUERY
from dashboard.errors import BadRequest
from dashboard.viewmodels.client_list import client_rows, holds_register_number, recent_rows
from dashboard.workspace import Workspace

routes = guard.Routes()
PENDING = {"": None, "active": False, "pending": True}
DESCENDING = {"": False, "up": False, "down": True}
ON = {"": False, "1": True}
SLICE = 100
LAST_OFFSET = 1_000_000
PARAMETERS = frozenset(
    {"q", "kind", "service", "tag", "mandate", "favourites", "sort", "order", "offset", "limit"}
)
Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


# A query that may become a register number is posted: addresses end up in logs, and reading counts nothing.
@routes.on("/api/clients", allow=Permission.VIEW_CLIENTS, methods=("GET", "POST"))
def list_clients(workspace: Workspace) -> flask.Response:
    question = question_of(given())
    look_up_searched(workspace, question.query)
    return in_json(client_rows(workspace, question))


@routes.on("/api/clients/recent", allow=Permission.VIEW_CLIENTS)
def list_recent(workspace: Workspace) -> flask.Response:
    return in_json({"rows": recent_rows(workspace)})


@routes.on("/api/clients/<client>/favourite", allow=Permission.VIEW_CLIENTS, methods=("POST",))
def mark_favourite(workspace: Workspace, client: str) -> dict[str, Any]:
    body = flask.request.get_json(silent=True)
    wish = body.get("favourite") if isinstance(body, dict) else None
    if not isinstance(wish, bool):
        raise BadRequest
    star_client(workspace, client, on=wish)
    return {"favourite": wish}


def in_json(answer: object) -> flask.Response:
    return flask.Response(orjson.dumps(answer), mimetype="application/json")


def given() -> Mapping[str, str]:
    if flask.request.method == "GET":
        return in_address(flask.request.args.to_dict())
    body = flask.request.get_json(silent=True)
    if not isinstance(body, dict) or not all(isinstance(value, str) for value in body.values()):
        raise BadRequest
    return body


def in_address(values: Mapping[str, str]) -> Mapping[str, str]:
    if holds_register_number(values.get("q", "")):
        raise BadRequest
    return values


def question_of(values: Mapping[str, str]) -> ListQuestion:
    """What the browser asks, where every word of it is one that our screen can send."""
    if not values.keys() <= PARAMETERS:
        raise BadRequest
    return ListQuestion(
        query=values.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY],
        kind=word_of(Kind, values.get("kind", "")),
        service=word_of(Service, values.get("service", "")),
        tag=values.get("tag", "").replace("\0", ""),
        pending=one_of(PENDING, values.get("mandate", "")),
        favourites=one_of(ON, values.get("favourites", "")),
        sort=sort_of(values.get("sort", "")),
        descending=one_of(DESCENDING, values.get("order", "")),
        offset=count_of(values.get("offset", "0"), least=0, most=LAST_OFFSET),
        limit=count_of(values.get("limit", str(SLICE)), least=1, most=SLICE),
    )


def word_of(words: type[Word], text: str) -> Word | None:
    if text and text not in list(words):
        raise BadRequest
    return words(text) if text else None


def one_of(known: Mapping[str, Value], text: str) -> Value:
    if text not in known:
        raise BadRequest
    return known[text]


def sort_of(text: str) -> str:
    return one_of({"": "name"} | {name: name for name in SORTS}, text)


def count_of(text: str, *, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < len(str(most)) + 1):
        raise BadRequest
    return max(least, min(int(text), most))
