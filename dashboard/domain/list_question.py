"""What may be asked of the client list: read from words of an address, and written back to them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from dashboard.domain.clients import Kind, Service
from dashboard.domain.search import LONGEST_QUERY
from dashboard.errors import BadRequest

SORTS = ("name", "number", "reference", "municipality", "affiliations", "fte", "favourite")
SLICE = 100
LAST_OFFSET = 1_000_000
LONGEST_ADDRESS = 2000
REGISTER_DIGITS = 11
PENDING = {"": None, "active": False, "pending": True}
DESCENDING = {"": False, "up": False, "down": True}
ON = {"": False, "1": True}
SORTED = {"": "name"} | {name: name for name in SORTS}
PARAMETERS = frozenset(
    {"q", "kind", "service", "tag", "mine", "mandate", "favourites", "sort", "order", "offset", "limit"}
)
Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True)
class ListQuestion:
    """What the list is asked: typed words, filters, order and the slice to show."""

    query: str = ""
    register_index: str = ""
    kind: Kind | None = None
    service: Service | None = None
    tag: str = ""
    own_tag: str = ""
    pending: bool | None = None
    favourites: bool = False
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = SLICE


def parse(values: Mapping[str, str]) -> ListQuestion:
    """The question, where every word of it is one that our screen can send."""
    if not values.keys() <= PARAMETERS:
        raise BadRequest
    return ListQuestion(
        query=values.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY],
        kind=word_of(Kind, values.get("kind", "")),
        service=word_of(Service, values.get("service", "")),
        tag=values.get("tag", "").replace("\0", ""),
        own_tag=values.get("mine", "").replace("\0", ""),
        pending=one_of(PENDING, values.get("mandate", "")),
        favourites=one_of(ON, values.get("favourites", "")),
        sort=one_of(SORTED, values.get("sort", "")),
        descending=one_of(DESCENDING, values.get("order", "")),
        offset=count_of(values.get("offset", "0"), least=0, most=LAST_OFFSET),
        limit=count_of(values.get("limit", str(SLICE)), least=1, most=SLICE),
    )


def written(question: ListQuestion) -> dict[str, str]:
    """The words of an address that ask the same, whatever the slice; what is not asked has none."""
    words = {
        "q": question.query,
        "kind": question.kind or "",
        "service": question.service or "",
        "tag": question.tag,
        "mine": question.own_tag,
        "mandate": word_for(PENDING, question.pending),
        "favourites": word_for(ON, question.favourites),
        "sort": word_for(SORTED, question.sort),
        "order": word_for(DESCENDING, question.descending),
    }
    return {name: str(word) for name, word in words.items() if word}


def address_of(question: ListQuestion) -> str:
    """From the question mark on."""
    return "?" + urlencode(written(question))


def from_address(text: str) -> ListQuestion:
    """What an address asks, from its question mark on."""
    if len(text) > LONGEST_ADDRESS or not text.startswith("?"):
        raise BadRequest
    return parse(dict(parse_qsl(text[1:])))


def holds_register_number(text: str) -> bool:
    """As many digits as a register number has, or more: neither kept nor written to an address."""
    return len(re.sub(r"\D", "", text)) >= REGISTER_DIGITS


def word_of(words: type[Word], text: str) -> Word | None:
    if text and text not in list(words):
        raise BadRequest
    return words(text) if text else None


def one_of(known: Mapping[str, Value], text: str) -> Value:
    if text not in known:
        raise BadRequest
    return known[text]


def word_for(known: Mapping[str, Value], value: Value) -> str:
    """The first word that means it: none where it goes without saying."""
    return next(word for word, meant in known.items() if meant == value)


def count_of(text: str, *, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < len(str(most)) + 1):
        raise BadRequest
    return max(least, min(int(text), most))
