"""How each of the languages writes numbers, money and dates."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.errors import BadRequest

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True)
class Layout:
    """How one language writes numbers, money and dates."""

    code: str
    tag: str
    name: str
    groups: str
    point: str
    money: str
    millions: str
    before_percent: str
    day: str
    long_day: str
    quarter: str
    byte: str


LAYOUTS = (
    Layout(
        code="fr",
        tag="fr-BE",
        name="Français",
        groups=NARROW,
        point=",",
        money="{minus}{amount}\N{NO-BREAK SPACE}€",
        millions="{minus}{amount}\N{NO-BREAK SPACE}M\N{NO-BREAK SPACE}€",
        before_percent=NO_BREAK,
        day="dd/MM/y",
        long_day="d MMMM y",
        quarter="T{number} {year}",
        byte="o",
    ),
    Layout(
        code="nl",
        tag="nl-BE",
        name="Nederlands",
        groups=".",
        point=",",
        money="€\N{NO-BREAK SPACE}{minus}{amount}",
        millions="€\N{NO-BREAK SPACE}{minus}{amount}\N{NO-BREAK SPACE}mln.",
        before_percent="",
        day="dd/MM/y",
        long_day="d MMMM y",
        quarter="K{number} {year}",
        byte="B",
    ),
    Layout(
        code="de",
        tag="de-BE",
        name="Deutsch",
        groups=".",
        point=",",
        money="{minus}{amount}\N{NO-BREAK SPACE}€",
        millions="{minus}{amount}\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}€",
        before_percent=NO_BREAK,
        day="dd.MM.y",
        long_day="d. MMMM y",
        quarter="Q{number} {year}",
        byte="B",
    ),
    Layout(
        code="en",
        tag="en-GB",
        name="English",
        groups=",",
        point=".",
        money="{minus}€{amount}",
        millions="{minus}€{amount}M",
        before_percent="",
        day="d MMMM y",
        long_day="d MMMM y",
        quarter="Q{number} {year}",
        byte="B",
    ),
)
LANGUAGES = tuple(layout.code for layout in LAYOUTS)


def layout_of(code: str) -> Layout:
    for layout in LAYOUTS:
        if layout.code == code:
            return layout
    raise BadRequest
