"""Peer groups and the rules R2, R3 and R6 in loops over sets: who is in which, and which may be shown."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from tests.slow_figures import EMPLOYERS, WORKERS
from tests.slow_panel import Employer, Member

OUTSIDE, FIRMS = 7, 3
FINE = (1, 5, 10, 20, 50, 100, 200)
MERGED = (1, 10, 50)
# Every rung of every ladder: digits of the activity (or "section", "all"), place, sizes.
SECTOR = (
    *((digits, "region", sizes) for digits in "5432" for sizes in ("fine", "merged")),
    *(("2", "belgium", sizes) for sizes in ("fine", "merged", "all")),
    *(("section", "belgium", sizes) for sizes in ("fine", "merged", "all")),
    *(("all", "belgium", sizes) for sizes in ("fine", "merged")),
)
REGION = tuple(
    ("all", place, sizes)
    for place in ("arrondissement", "province", "region", "belgium")
    for sizes in ("fine", "merged")
)
COMMITTEE = (
    *(("committee", place, sizes) for place in ("region", "belgium") for sizes in ("fine", "merged")),
    ("committee", "belgium", "all"),
)
RUNGS = tuple(dict.fromkeys((*SECTOR, *REGION, *COMMITTEE)))


Rung = tuple[str, str, str]
Groups = Mapping[str, frozenset[str]]
Members = Mapping[str, Member]


def size_class(workers: Fraction, starts: Iterable[int]) -> int:
    people = max(1, round(workers))
    return sum(people >= start for start in starts) - 1


def name_of(member: Member, rung: Rung) -> str | None:
    """The group of a rung that the member stands in, by the name that the product gives it."""
    digits, place, sizes = rung
    activity, where = activity_of(member.place, digits), place_of(member.place, place)
    if (digits != "all" and not activity) or (place != "belgium" and not where):
        return None
    starts = {"fine": FINE, "merged": MERGED, "all": (1,)}[sizes]
    return "|".join((digits, activity, place, where, sizes, str(size_class(member.workers, starts))))


def activity_of(employer: Employer, digits: str) -> str:
    if digits.isdigit():
        return employer.nace[: int(digits)] if len(employer.nace) >= int(digits) else ""
    return {"all": "", "section": employer.section, "committee": employer.committee}[digits]


def place_of(employer: Employer, place: str) -> str:
    return {
        "belgium": "",
        "region": employer.region,
        "province": employer.province or employer.region,
        "arrondissement": employer.arrondissement,
    }[place]


def groups_of(members: Iterable[Member]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for member in members:
        for rung in RUNGS:
            if name := name_of(member, rung):
                found.setdefault(name, set()).add(member.name)
    return {name: frozenset(inside) for name, inside in found.items()}


def outside_every_firm(names: Collection[str], members: Members) -> tuple[int, int]:
    """How many firms know some of them, and how many members the best informed firm does not know.

    A member that nobody knows counts as a firm of its own.
    """
    lists: dict[object, set[str]] = {}
    for name in names:
        for firm in members[name].firms or (("alone", name),):
            lists.setdefault(firm, set()).add(name)
    fewest = min((len(set(names) - theirs) for theirs in lists.values()), default=0)
    return len(lists), fewest


def survives_coalition(names: Collection[str], members: Members) -> bool:
    """R3 with its reserve."""
    firms, fewest = outside_every_firm(names, members)
    return firms >= FIRMS and fewest >= OUTSIDE


def may_stand_alone(names: Collection[str], members: Members) -> bool:
    """R2 and R3."""
    workers = sum(members[name].workers for name in names)
    return len(names) >= EMPLOYERS and workers >= WORKERS and survives_coalition(names, members)


def safe_difference(one: frozenset[str], other: frozenset[str], members: Members) -> bool:
    """R6: groups that share members differ by nobody, or on each side by enough."""
    if not one & other:
        return True
    return all(
        not rest or (len(rest) >= EMPLOYERS and survives_coalition(rest, members))
        for rest in (one - other, other - one)
    )


def unsafe_pairs(groups: Groups, members: Members) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in itertools.combinations(sorted(groups), 2)
        if not safe_difference(groups[one], groups[other], members)
    ]


def in_order(groups: Groups) -> Groups:
    """The order of decision: committees give way to sectors; then the largest first, by ladder and name."""

    def order(name: str) -> tuple[bool, int, int, str]:
        rung = rung_of(name)
        return rung[0] == "committee", -len(groups[name]), RUNGS.index(rung), name

    return {name: groups[name] for name in sorted(groups, key=order)}


def rung_of(name: str) -> Rung:
    activity, _code, place, _where, sizes, _class = name.split("|")
    return activity, place, sizes


def decided(groups: Groups, members: Members) -> Groups:
    """Of groups in order those to release: safe alone, no two that differ by few, no outstanding child."""
    released: dict[str, frozenset[str]] = {}
    for name, inside in groups.items():
        if may_stand_alone(inside, members) and all(
            safe_difference(inside, other, members) for other in released.values()
        ):
            released[name] = inside
    return without_outstanding(released, members)


def without_outstanding(released: Groups, members: Members) -> Groups:
    """R6: where a released parent's hidden children are not safe, its smallest other child goes too."""
    left, before = dict(released), None
    while before != len(left):
        before = len(left)
        for parent, child in FAMILIES:
            while gone := outstanding(left, members, parent=parent, child=child):
                del left[gone[0]]
    return left


def outstanding(released: Groups, members: Members, *, parent: Rung, child: Rung) -> list[str]:
    """The last shown child of each group of the parent's rung whose hidden children are not safe."""
    found = []
    for group in [inside for name, inside in released.items() if rung_of(name) == parent]:
        children = [name for name, inside in released.items() if rung_of(name) == child and inside <= group]
        rest = group.difference(*(released[name] for name in children))
        if children and rest and not may_stand_alone(rest, members):
            found.append(children[-1])
    return found


DETAIL = {
    "activity": {"5": 0, "4": 1, "3": 2, "2": 3, "section": 4, "committee": 4, "all": 5},
    "place": {"arrondissement": 0, "province": 1, "region": 2, "belgium": 3},
    "sizes": {"fine": 0, "merged": 1, "all": 2},
}


def is_finer(child: Rung, parent: Rung) -> bool:
    """True where every group of the child's rung lies inside one group of the parent's."""
    if "committee" in {child[0], parent[0]} and parent[0] not in {child[0], "all"}:
        return False
    steps = zip(DETAIL.values(), child, parent, strict=True)
    return all(detail[mine] <= detail[theirs] for detail, mine, theirs in steps)


FAMILIES = tuple(
    (parent, child) for parent, child in itertools.permutations(RUNGS, 2) if is_finer(child, parent)
)
