"""Who may be invited, and how a one-time link reaches them."""

from __future__ import annotations

import enum
import re

from dashboard.errors import UnfitAddress, UnfitName

LONGEST_NAME = 200
LONGEST_ADDRESS = 320
ADDRESS = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+\.[^@\s\x00-\x1f]+")


class Delivery(enum.Enum):
    """Shown to the manager, because nothing is mailed here; mailed; or shown because mailing failed."""

    SHOWN = enum.auto()
    MAILED = enum.auto()
    NOT_MAILED = enum.auto()


def fit_name(text: str) -> str:
    """The name of a person or a firm, on one line."""
    name = text.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UnfitName
    return name


def fit_address(text: str) -> str:
    address = text.strip().lower()
    if len(address) > LONGEST_ADDRESS or not ADDRESS.fullmatch(address):
        raise UnfitAddress
    return address
