"""A release is signed: whatever it says, a change of it changes the word."""

import dataclasses

import pytest

from dashboard.data.releases.build import digest_of, drafted
from tests.peer_world import QUARTER, RULES, Crowd, a_source


@pytest.fixture(scope="module")
def draft():
    return drafted(a_source(Crowd(50)), QUARTER, rules=RULES)


def test_the_word_is_that_of_what_the_release_says(draft):
    assert draft.digest == digest_of(draft.groups, draft.shares, draft.placement_rows)


@pytest.mark.parametrize("part", range(3))
def test_a_changed_group_changes_the_word(draft, part):
    first, *others = draft.groups
    changed = list(first)
    changed[part] = b"{}" if part == 2 else "changed"

    assert digest_of([tuple(changed), *others], draft.shares, draft.placement_rows) != draft.digest


def test_changed_shares_change_the_word(draft):
    key = next(iter(draft.shares))

    assert digest_of(draft.groups, draft.shares | {key: b"{}"}, draft.placement_rows) != draft.digest


@pytest.mark.parametrize("name", ["nace", "region", "committee", "headcount", "unit", "counts"])
def test_a_changed_placement_changes_the_word(draft, name):
    first, *others = draft.placement_rows
    value = not first[name] if name == "counts" else 7.0 if name == "headcount" else "changed"

    assert digest_of(draft.groups, draft.shares, [first | {name: value}, *others]) != draft.digest


def test_facts_that_come_in_another_order_give_the_same_word(draft):
    source = a_source(Crowd(50))
    turned = dataclasses.replace(
        source,
        employers=source.employers.iloc[::-1],
        measures={quarter: table.iloc[::-1] for quarter, table in source.measures.items()},
    )

    assert drafted(turned, QUARTER, rules=RULES).digest == draft.digest
