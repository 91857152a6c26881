"""Where the reader is, and what a page answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


@dataclasses.dataclass(frozen=True)
class Address:
    """The path's variables and the query of the address; a query never overrides the path."""

    path: str
    values: Mapping[str, str]
    query: Mapping[str, str]

    @property
    def client(self) -> str:
        return self.values["client"]


@dataclasses.dataclass(frozen=True)
class Screen:
    """A page's title, in the reader's language, and what is drawn."""

    title: str
    body: Any
