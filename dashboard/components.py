"""Components that more than one screen uses."""

from __future__ import annotations

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """The attributes that Python cannot name: aria_label is aria-label, data_field is data-field."""
    return {name.replace("_", "-"): value for name, value in named.items()}
