"""The catalogue of applications: which exist, for whom, and what opens them."""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from string import Formatter
from types import MappingProxyType
from typing import Any, TypeVar

from dashboard.domain.clients import Client, Kind, Service
from dashboard.errors import Misconfigured, NotFound

FILE = "applications.toml"
LANGUAGES = frozenset({"fr", "nl", "de", "en"})
FIELDS = frozenset({"group", "address", "kinds", "mandate", "label", "description"})
KEY = re.compile(r"[a-z][a-z_]{0,39}")
# A path of our own, or another site over https: nothing that a browser would run.
ADDRESS = re.compile(r"(/[a-z]|https://)[^\s\\]*")
NUMBER, TOKEN = "number", "token"
T = TypeVar("T", bound=enum.StrEnum)


class Group(enum.StrEnum):
    """Where an application stands on the tab."""

    SOCIAL_STATUS = "social_status"
    ORGANISATION = "organisation"
    EMPLOYEES = "employees"


@dataclasses.dataclass(frozen=True)
class Application:
    """One application of the institution that opens on a client's file."""

    key: str
    group: Group
    labels: Mapping[str, str]
    descriptions: Mapping[str, str]
    address: str
    kinds: frozenset[Kind]
    mandate: Service | None

    def suits(self, client: Client) -> bool:
        has_number = client.entry.enterprise_number is not None
        return client.entry.kind in self.kinds and (has_number or NUMBER not in fields_of(self.address))

    def is_open_to(self, client: Client) -> bool:
        return client.is_active and (self.mandate is None or client.opens(self.mandate))

    def address_of(self, client: Client, *, token: str) -> str:
        return self.address.format_map({NUMBER: client.entry.enterprise_number, TOKEN: token})


def fields_of(address: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(address) if name is not None)


@functools.cache
def catalogue() -> tuple[Application, ...]:
    return parse((resources.files("dashboard") / FILE).read_text(encoding="utf-8"))


def application(key: str) -> Application:
    for one in catalogue():
        if one.key == key:
            return one
    raise NotFound


def parse(text: str) -> tuple[Application, ...]:
    """Read a catalogue, or say which application is not written as it should be."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise Misconfigured("{file}: {found}.", file=FILE, found=problem) from None
    return tuple(parse_one(key, table) for key, table in tables.items())


def parse_one(key: str, table: Any) -> Application:  # noqa: ANN401 - whatever the file holds
    require(KEY.fullmatch(key), key, "a name of small letters and underscores")
    require(isinstance(table, dict) and set(table) == FIELDS, key, ", ".join(sorted(FIELDS)))
    return Application(
        key=key,
        group=choice(Group, table["group"], key),
        labels=words(table["label"], key),
        descriptions=words(table["description"], key),
        address=address(table["address"], key),
        kinds=kinds(table["kinds"], key),
        mandate=None if table["mandate"] == "none" else choice(Service, table["mandate"], key),
    )


def require(holds: object, key: str, expected: str) -> None:
    if not holds:
        raise Misconfigured(
            "{file}, application “{key}”: expected {expected}.", file=FILE, key=key, expected=expected
        )


def choice(choices: type[T], found: object, key: str) -> T:
    require(found in set(choices), key, "one of " + ", ".join(choices))
    return choices(str(found))


def words(found: object, key: str) -> Mapping[str, str]:
    require(isinstance(found, dict) and set(found) == LANGUAGES, key, "a text in fr, nl, de and en")
    texts = MappingProxyType(dict(found))  # type: ignore[call-overload]
    require(all(isinstance(text, str) and text.strip() for text in texts.values()), key, "texts with words")
    return texts


def kinds(found: object, key: str) -> frozenset[Kind]:
    require(isinstance(found, list) and found, key, "a list of kinds of client")
    return frozenset(choice(Kind, kind, key) for kind in found)  # type: ignore[attr-defined]


def address(found: object, key: str) -> str:
    """A template without {number} or {token} would open a general page, not a client's file."""
    require(isinstance(found, str) and ADDRESS.fullmatch(found), key, "a path or an https address")
    template = str(found)
    given = fields_of(template)
    require(given and given <= {NUMBER, TOKEN}, key, "{number} or {token} in the address")
    return template
