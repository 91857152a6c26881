"""A prepared presentation: what is shown of one client, to whom and how."""

from __future__ import annotations

import dataclasses
import enum
import re
from collections.abc import Sequence

from dashboard.domain.peers import Comparison
from dashboard.errors import Incomplete

MOST_SLIDES = 20
SLIDE_KEY = re.compile(r"[a-z_-]{1,40}(?::[a-z_0-9]{1,60})?")


class Theme(enum.StrEnum):
    """Light for projectors, dark for screens and dim rooms."""

    LIGHT = "light"
    DARK = "dark"


@dataclasses.dataclass(frozen=True)
class Choices:
    """What the start sheet asks before the first slide."""

    slides: tuple[str, ...]
    audience: str
    comparison: Comparison
    period: str
    theme: Theme
    names_hidden: bool
    letter_keys: bool


@dataclasses.dataclass(frozen=True)
class Presentation:
    """Choices kept under an opaque id, for one client of the person who prepared it."""

    id: str
    client_id: str
    choices: Choices


def chosen_slides(keys: Sequence[str]) -> tuple[str, ...]:
    """The slides in their order, each once."""
    slides = tuple(dict.fromkeys(key for key in keys if SLIDE_KEY.fullmatch(key)))
    if not slides:
        raise Incomplete("Choose at least one chart.")
    if len(slides) > MOST_SLIDES:
        raise Incomplete("Choose {n} charts at most.", n=MOST_SLIDES)
    return slides
