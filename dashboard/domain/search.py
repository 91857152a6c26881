"""Finding by typed words: any order, blind to accents and case, with or without punctuation in numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST_QUERY = 120
IN_NUMBERS = re.compile(r"(?<=\d)[\s.\-/]+(?=\d)")
COUNTRY = re.compile(r"\bbe\s*(?=\d)")


def fold(text: str) -> str:
    """Lower case without accents: é is e, ß is ss."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query; a punctuated number is one word of digits."""
    joined = IN_NUMBERS.sub("", fold(query[:LONGEST_QUERY]))
    return tuple(COUNTRY.sub("", joined).split())


def haystack(*parts: str) -> str:
    """What a query is looked for in: every part folded, each word preceded by a space."""
    folded = " ".join(fold(part) for part in parts if part)
    return " " + " ".join(re.sub(r"[^\w.&]+", " ", folded).split())


def marked(text: str, query: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each hit or not, so that a screen can mark hits without trusting the text."""
    wanted = [word for word in words(query) if word in fold(text)] if query else []
    if not wanted:
        return ((text, False),) if text else ()
    folded, origin = _folded_with_origin(text)
    hits = [False] * len(text)
    for word in wanted:
        start = folded.find(word)
        while start >= 0:
            for place in origin[start : start + len(word)]:
                hits[place] = True
            start = folded.find(word, start + len(word))
    return tuple(_pieces(text, hits))


def marked_number(digits: str, printed: str, query: str) -> tuple[tuple[str, bool], ...]:
    """A punctuated number in pieces: a dot is part of a hit when the digits on both sides are."""
    hits = [hit for piece, hit in marked(digits, query) for _ in piece]
    if not any(hits):
        return ((printed, False),)
    shown: list[bool] = []
    place = 0
    for sign in printed:
        shown.append(hits[place] if sign.isdigit() else hits[place - 1] and hits[place])
        place += sign.isdigit()
    return tuple(_pieces(printed, shown))


def _folded_with_origin(text: str) -> tuple[str, Sequence[int]]:
    if text.isascii():
        return text.lower(), range(len(text))
    folded, origin = [], []
    for place, sign in enumerate(text):
        for piece in fold(sign):
            folded.append(piece)
            origin.append(place)
    return "".join(folded), origin


def _pieces(text: str, hits: list[bool]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    for sign, hit in zip(text, hits, strict=True):
        if pieces and pieces[-1][1] == hit:
            pieces[-1] = (pieces[-1][0] + sign, hit)
        else:
            pieces.append((sign, hit))
    return pieces
