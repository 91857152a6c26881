"""Names of people and businesses that do not exist, in the language of their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from dashboard.demo.words import FORMS, HOLDINGS, MEN, SURNAMES, TRADE_NAMES, TRADES, TRADING, WOMEN

One = TypeVar("One")
BRUSSELS = "04000"
FLANDERS = "02000"
# The nine municipalities of the German-speaking Community.
GERMAN = frozenset({"63001", "63012", "63013", "63023", "63040", "63048", "63061", "63067", "63087"})
DUTCH_IN_BRUSSELS = 0.25
WITH_A_TRADE_NAME = 0.3


def language_at(municipality: str, region: str, rng: np.random.Generator) -> str:
    """The language in which somebody of this place deals with the institution."""
    if municipality in GERMAN:
        return "de"
    if region == BRUSSELS:
        return "nl" if rng.random() < DUTCH_IN_BRUSSELS else "fr"
    return "nl" if region == FLANDERS else "fr"


def surname(language: str, rng: np.random.Generator) -> str:
    first, second = SURNAMES[language]
    return one_of(first, rng) + one_of(second, rng)


def first_name(language: str, rng: np.random.Generator, *, names: Mapping[str, tuple[str, ...]]) -> str:
    return one_of(names[language], rng)


def person_name(language: str, rng: np.random.Generator) -> str:
    """A first name and a surname, as a contact is called."""
    names = WOMEN if rng.random() < 1 / 2 else MEN
    return f"{first_name(language, rng, names=names)} {surname(language, rng)}"


def business_name(section: str, language: str, rng: np.random.Generator) -> str:
    trade = one_of(TRADES[language][section], rng)
    return f"{trade} {surname(language, rng)} {one_of(FORMS[language], rng)}"


def trade_name(section: str, language: str, rng: np.random.Generator) -> str:
    """What some businesses call themselves in the street; most have no other name than their own."""
    if section not in TRADING or rng.random() >= WITH_A_TRADE_NAME:
        return ""
    return one_of(TRADE_NAMES[language], rng).format(one_of(WOMEN[language] + MEN[language], rng))


def holding_name(language: str, rng: np.random.Generator) -> str:
    """A company without staff."""
    return f"{surname(language, rng)} {one_of(HOLDINGS[language], rng)} {one_of(FORMS[language], rng)}"


def told_apart(names: Sequence[str], places: Sequence[str]) -> tuple[str, ...]:
    """Add the place, then a number, to a name that was given before."""
    given: set[str] = set()
    return tuple(unused(name, place, given) for name, place in zip(names, places, strict=True))


def unused(name: str, place: str, given: set[str]) -> str:
    choice, count = name, 1
    while choice in given:
        base = f"{name} {place}"
        choice, count = (base if count == 1 else f"{base} {count}"), count + 1
    given.add(choice)
    return choice


def one_of(choices: Sequence[One], rng: np.random.Generator) -> One:
    return choices[int(rng.integers(len(choices)))]
