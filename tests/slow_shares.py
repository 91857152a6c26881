"""Shares of totals by R4, in loops: what firms work out of one group, or of a group less others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from tests.slow_groups import Groups, rung_of
from tests.slow_panel import Member

EMPLOYERS = 40
Amounts = Mapping[str, int]
Weighed = Mapping[str, Amounts]


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


def may_be_told(weighed: Weighed, members: Mapping[str, Member], *, least: int = EMPLOYERS) -> bool:
    """R4 for the parts and the whole, which is named last."""
    *_parts, whole = weighed.values()
    if len(whole) < least or held_by_few(whole, members):
        return False
    return not any(can_be_guessed(amounts, members) for amounts in weighed.values())


def shares(weighed: Weighed, members: Mapping[str, Member]) -> dict[str, Fraction] | None:
    """The parts of the whole in per cent, or nothing: all of them or none, since they add up."""
    *parts, (_name, whole) = weighed.items()
    if not may_be_told(weighed, members) or any(same_for_most(amounts, whole) for _name, amounts in parts):
        return None
    total = sum(whole.values())
    return {name: Fraction(100 * sum(amounts.values()), total) for name, amounts in parts}


def tenths(weighed: Weighed) -> dict[str, int]:
    """How many contributors in ten have any of each part, where neither nearly all nor nearly none have."""
    *parts, (_name, whole) = weighed.items()
    having = {part: sum(amount > 0 for amount in amounts.values()) for part, amounts in parts}
    if len(whole) < EMPLOYERS:
        return {}
    return {
        part: round(Fraction(10 * some, len(whole)))
        for part, some in having.items()
        if 10 * max(some, len(whole) - some) <= 9 * len(whole)
    }


def same_for_most(part: Amounts, whole: Amounts) -> bool:
    """R10: more than nine contributors in ten have nothing of the part, or nothing else."""
    nothing = sum(amount == 0 for amount in part.values())
    nothing_else = sum(part[name] == whole[name] for name in part)
    return 10 * max(nothing, nothing_else) > 9 * len(part)


def told_together(
    groups: Groups, weighed: Weighed, members: Mapping[str, Member], *, least: int = EMPLOYERS
) -> set[str]:
    """R4 between groups in the order of decision that tell one mix: those that go on telling it."""

    def is_safe(rest: frozenset[str]) -> bool:
        left = {part: {name: amounts[name] for name in rest} for part, amounts in weighed.items()}
        return not rest or may_be_told(left, members, least=least)

    told: dict[str, frozenset[str]] = {}
    for name, inside in groups.items():
        pairs = [(min(one, inside, key=len), max(one, inside, key=len)) for one in told.values()]
        if all(is_safe(large - small) for small, large in pairs if small < large):
            told[name] = inside
    while gone := {taken[-1] for rest, taken in rests_of(told) if not is_safe(rest)}:
        told = {name: inside for name, inside in told.items() if name not in gone}
    return set(told)


def rests_of(told: Groups) -> Iterator[tuple[frozenset[str], list[str]]]:
    """Each group without all the groups of one rung that lie in it, and which ones these are."""
    for whole in told.values():
        inside: dict[object, list[str]] = {}
        for name, group in told.items():
            if group < whole:
                inside.setdefault(rung_of(name), []).append(name)
        for taken in inside.values():
            yield whole.difference(*(told[name] for name in taken)), taken
