"""Shares of a group's totals by R4, in loops: what any firm could work out of the largest of the others."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from tests.slow_panel import Member

EMPLOYERS = 40
Amounts = Mapping[str, int]


def lists_of(members: Mapping[str, Member], names: Amounts) -> list[set[str]]:
    """Whom each firm knows; a member that nobody knows is a firm of its own."""
    lists: dict[object, set[str]] = {}
    for name in names:
        for firm in members[name].firms or (name,):
            lists.setdefault(firm, set()).add(name)
    return list(lists.values())


def can_be_guessed(amounts: Amounts, members: Mapping[str, Member]) -> list[str]:
    """Contributors whose amount some firm guesses to a tenth, when it takes away what it knows."""
    found = []
    for theirs in lists_of(members, amounts):
        others = {name: amount for name, amount in amounts.items() if name not in theirs}
        if others:
            largest = max(others, key=others.__getitem__)
            guess = sum(others.values())
            if guess < Fraction(11, 10) * others[largest]:
                found.append(largest)
    return found


def held_by_few(amounts: Amounts, members: Mapping[str, Member]) -> bool:
    """One contributor, or one firm with all its clients, has more than a quarter."""
    held = [sum(amounts[name] for name in theirs) for theirs in lists_of(members, amounts)]
    return 4 * max([*held, *amounts.values()], default=0) > sum(amounts.values())


def shares(
    parts: Mapping[str, Amounts], whole: Amounts, members: Mapping[str, Member]
) -> dict[str, Fraction] | None:
    """The parts of the whole in per cent, or nothing: all of them or none, since they add up."""
    if len(whole) < EMPLOYERS or held_by_few(whole, members):
        return None
    if any(can_be_guessed(amounts, members) for amounts in (*parts.values(), whole)):
        return None
    if any(same_for_most(amounts, whole) for amounts in parts.values()):
        return None
    total = sum(whole.values())
    return {name: Fraction(100 * sum(amounts.values()), total) for name, amounts in parts.items()}


def same_for_most(part: Amounts, whole: Amounts) -> bool:
    """R10: more than nine contributors in ten have nothing of the part, or nothing else."""
    nothing = sum(amount == 0 for amount in part.values())
    nothing_else = sum(part[name] == whole[name] for name in part)
    return 10 * max(nothing, nothing_else) > 9 * len(part)
