"""Which safe groups are released together: what lies between any two of them must be safe as well (R6)."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dashboard.data.releases.families import FAMILIES
from dashboard.data.releases.groups import NOWHERE, Codes, Groups
from dashboard.data.releases.knowledge import Flags, Knowledge, Numbers, counted, spread
from dashboard.data.releases.panel import Floats
from dashboard.domain.disclosure import Rules
from dashboard.domain.peers import COMMITTEE, LEVELS

# How many members are looked at one by one in one go: it bounds the memory, not the answer.
AT_ONCE = 2_000_000
# Decimals to which sums of headcounts are compared; thirds are never that near to a whole number.
HAIR = 6
OF_COMMITTEES = np.array([level.activity == COMMITTEE for level in LEVELS])


@dataclasses.dataclass(frozen=True)
class Question:
    """Groups that are safe alone, and what is needed to judge what lies between them."""

    groups: Groups
    people: Floats
    knowledge: Knowledge
    rules: Rules


def frequent(question: Question) -> Flags:
    """R2 for each group: enough contributors, and enough people working for them."""
    groups, rules = question.groups, question.rules
    enough: Flags = (groups.sizes >= rules.employers) & ~too_few(rules, groups.tally(question.people))
    return enough


def too_few(rules: Rules, workers: Floats) -> Flags:
    """Headcounts are means of three months: their sum may be a hair less than it is."""
    answer: Flags = np.round(workers, HAIR) < rules.workers
    return answer


def apart(question: Question) -> Flags:
    """R3 for each group: whatever one firm knows, enough is left."""
    return question.groups.held(question.knowledge).safe(question.rules)


def released(question: Question, candidates: Flags, rank: Numbers) -> Flags:
    """The groups to release: decided by rank, then a sibling hidden wherever one stands out alone (R6)."""
    chosen = without_conflicts(candidates, rank, pairs=conflicts(question, candidates))
    return with_hidden_siblings(question, chosen, rank)


def shown(question: Question, chosen: Flags, rank: Numbers, values: Floats) -> Flags:
    """For each column the released groups that may show it: the same rules, over those who have a value."""
    judged: dict[bytes, Flags] = {}
    answer = np.zeros((values.shape[1], len(chosen)), dtype=np.bool_)
    for place in range(values.shape[1]):
        present = ~np.isnan(values[:, place])
        # Columns that the same contributors have are judged once.
        pattern = np.packbits(present).tobytes()
        if pattern not in judged:
            there = dataclasses.replace(question, groups=question.groups.of_those(present))
            judged[pattern] = released(there, chosen & frequent(there) & apart(there), rank)
        answer[place] = judged[pattern]
    return answer


def ranked(groups: Groups, keys: NDArray[np.str_], candidates: Flags) -> Numbers:
    """The order of decision: joint committees last, then the largest first, equals by level and key."""
    places = np.flatnonzero(candidates)
    level = groups.level[places]
    order = np.lexsort((keys, level, -groups.sizes[places], OF_COMMITTEES[level]))
    rank = np.full(len(groups), len(groups), dtype=np.int64)
    rank[places[order]] = np.arange(len(places))
    return rank


def conflicts(question: Question, candidates: Flags) -> Numbers:
    """Pairs of candidates that must not both be released, one pair a row."""
    groups = question.groups.only(candidates)
    listed = [in_order(groups, level) for level in range(len(LEVELS))]
    largest = groups.held(question.knowledge).largest
    found = [np.empty((0, 2), dtype=np.int64)]
    for one, other in itertools.combinations(range(len(LEVELS)), 2):
        left, right, both = meeting(groups, one, other)
        for inner, outer, level in ((left, right, other), (right, left, one)):
            unsafe = difference_unsafe(question, groups, (inner, outer, both), largest, listed, level=level)
            found.append(np.column_stack([inner, outer])[unsafe])
    return np.concatenate(found)


def in_order(groups: Groups, level: int) -> tuple[Numbers, Numbers]:
    """The rows of a level group by group, and where each group's begin."""
    members, rows = groups.members(level)
    order = np.argsort(members, kind="stable")
    return rows[order], np.searchsorted(members[order], np.arange(len(groups) + 1))


def meeting(groups: Groups, one: int, other: int) -> tuple[Numbers, Numbers, Numbers]:
    """The groups of two levels that share members, pair by pair, and how many they share."""
    left, right = groups.of[one], groups.of[other]
    shared = (left != NOWHERE) & (right != NOWHERE)
    pairs, both = counted(left[shared].astype(np.int64) * len(groups) + right[shared])
    return pairs // len(groups), pairs % len(groups), both


def difference_unsafe(
    question: Question,
    groups: Groups,
    pair: tuple[Numbers, Numbers, Numbers],
    largest: Numbers,
    listed: list[tuple[Numbers, Numbers]],
    *,
    level: int,
) -> Flags:
    """True where the members of the first group that are not in the second are some, but not safe."""
    inner, outer, both = pair
    rules = question.rules
    outside = groups.sizes[inner] - both
    unsafe: Flags = (outside > 0) & (outside < rules.employers)
    # What the firm that knows most of the whole group leaves over is enough: no need to look closer.
    most = largest[inner]
    plain = (outside - most >= rules.outside_firm) & (outside > (rules.firms - 1) * most)
    doubtful = np.flatnonzero((outside >= rules.employers) & ~plain)
    for part in batches(doubtful, groups.sizes[inner]):
        rows, starts = listed[groups.level[inner[part[0]]]]
        length = groups.sizes[inner[part]]
        sets = np.repeat(np.arange(len(part)), length)
        members = rows[spread(starts[inner[part]], length)]
        away = groups.of[level][members] != outer[part][sets]
        held = question.knowledge.held(sets[away], members[away], count=len(part))
        unsafe[part] = ~held.safe(rules)
    return unsafe


def batches(places: Numbers, sizes: Numbers) -> Iterator[Numbers]:
    """The places in parts of a bearable number of members."""
    parts = np.cumsum(sizes[places]) // AT_ONCE
    for part in np.unique(parts):
        yield places[parts == part]


def without_conflicts(candidates: Flags, rank: Numbers, *, pairs: Numbers) -> Flags:
    """Candidates in the order of their rank, each released unless it conflicts with one released before."""
    chosen = candidates.copy()
    swapped = rank[pairs[:, 0]] > rank[pairs[:, 1]]
    earlier, later = np.where(swapped, pairs[:, ::-1].T, pairs.T)
    order = np.argsort(rank[later], kind="stable")
    earlier, later = earlier[order], later[order]
    for first, last in itertools.pairwise([*np.flatnonzero(np.diff(later, prepend=-1)), len(later)]):
        chosen[later[first]] = not chosen[earlier[first:last]].any()
    return chosen


def with_hidden_siblings(question: Question, chosen: Flags, rank: Numbers) -> Flags:
    """Hide the smallest children of released groups until the hidden ones are safe together, or all."""
    chosen = chosen.copy()
    changed = set(range(len(LEVELS)))
    while changed:
        # Where nothing was hidden since a family was last looked at, nothing new stands out.
        before, changed = changed, set()
        for parent, child in FAMILIES:
            if not {parent, child} & (before | changed):
                continue
            while len(hidden := standing_out(question, chosen, rank, parent=parent, child=child)):
                chosen[hidden] = False
                changed.add(child)
    return chosen


def standing_out(question: Question, chosen: Flags, rank: Numbers, *, parent: int, child: int) -> Numbers:
    """The smallest released child of each released group whose hidden children leave an unsafe rest."""
    above, below = (question.groups.at(level, chosen) for level in (parent, child))
    exposed = unsafe_rests(question, above, below)
    rows = np.flatnonzero((below != NOWHERE) & (above != NOWHERE))
    rows = rows[exposed[above[rows]]]
    order = np.argsort(
        rank[below[rows]], kind="stable"
    )  # the smallest last, so that it is the one that stays
    smallest = np.full(len(exposed), NOWHERE, dtype=np.int64)
    smallest[above[rows][order]] = below[rows][order]
    hidden: Numbers = smallest[smallest != NOWHERE]
    return hidden


def unsafe_rests(question: Question, above: Codes, below: Codes) -> Flags:
    """True for the groups of a level where those outside every released child are some, but not safe."""
    rules, count = question.rules, len(question.groups)
    rows = np.flatnonzero((above != NOWHERE) & (below == NOWHERE))
    rest = np.bincount(above[rows], minlength=count)
    workers = np.bincount(above[rows], weights=question.people[rows], minlength=count).astype(np.float64)
    some = (rest > 0) & (rest < question.groups.sizes)
    unsafe: Flags = some & ((rest < rules.employers) | too_few(rules, workers))
    doubtful = some & ~unsafe
    if not doubtful.any():
        return unsafe
    rows = rows[doubtful[above[rows]]]
    held = question.knowledge.held(above[rows].astype(np.int64), rows, count=count)
    return unsafe | (doubtful & ~held.safe(rules))
