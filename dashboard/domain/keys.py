"""Keys that make an order happen once, however often it is sent."""

from __future__ import annotations

import re
import secrets

from dashboard.errors import BadRequest

SHAPE = re.compile(r"[A-Za-z0-9_-]{16,64}")


def new_key() -> str:
    return secrets.token_urlsafe(18)


def parse_key(text: object) -> str:
    if not isinstance(text, str) or not SHAPE.fullmatch(text):
        raise BadRequest
    return text
