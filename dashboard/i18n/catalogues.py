"""The translations, read from a catalogue for each screen and language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel.messages.catalog import Catalog

LOCALE = Path(__file__).parents[1] / "locale"
NO_BREAK = "\N{NO-BREAK SPACE}"
FRENCH_GAPS = re.compile(r" (?=[:;!?»%])|(?<=«) ")


@dataclass(frozen=True)
class Messages:
    """The translations of one language; English has none, it is the key."""

    texts: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)


def messages(code: str) -> Messages:
    """Every screen's catalogue of a language, as one."""
    texts: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, str]] = {}
    for path in sorted((LOCALE / code).glob("*.po")):
        for message in catalogue(path, code=code):
            if message.fuzzy or not message.id or not message.string:
                continue
            if isinstance(message.id, str):
                texts[message.id] = typeset(str(message.string), code=code)
            elif all(message.string):
                one, many = (typeset(form, code=code) for form in message.string)
                plurals[message.id[0], message.id[1]] = (one, many)
    return Messages(texts, plurals)


def typeset(text: str, *, code: str) -> str:
    """As printers set it, so that no translator has to type what a keyboard lacks."""
    curled = text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    return FRENCH_GAPS.sub(NO_BREAK, curled) if code == "fr" else curled


def catalogue(path: Path, *, code: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)
