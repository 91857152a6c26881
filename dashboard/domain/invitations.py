"""How a one-time link reaches the person who is invited."""

from __future__ import annotations

import enum


class Delivery(enum.Enum):
    """Shown to the manager, because nothing is mailed here; mailed; or shown because mailing failed."""

    SHOWN = enum.auto()
    MAILED = enum.auto()
    NOT_MAILED = enum.auto()
