"""R4: shares of totals, and what a firm could work out from them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.releases import weighted
from dashboard.data.releases.kernel import Batch
from dashboard.data.releases.knowledge import Knowledge
from dashboard.data.releases.weighted import Holders, Weighing, amounts_of, released_shares
from dashboard.domain import dominance
from dashboard.domain.shares import MIXES, Counted, Mix, Part
from tests.peer_world import RULES

HALF = Mix(
    "half", (Part("one", {"women": 1}), Part("other", {"headcount": 1, "women": -1})), {"headcount": 1}
)
GRANTED = Mix("granted", (Part("cars", {"women": 1}),), {"headcount": 1}, Counted.PEERS)


def weighing(firms, amounts, mix=HALF, rules=RULES):
    names = [str(row) for row in range(len(firms))]
    knowledge = Knowledge.of(names, dict(zip(names, firms, strict=True)))
    columns = amounts_of([mix])[: len(mix.parts) + 1]
    return Weighing(rules, knowledge, np.array(amounts, dtype=np.float64), columns)


def told(ones, wholes, firms=None, *, mix=HALF, rules=RULES, shown=True):
    """What one group tells of a mix: of each member the first part and the whole."""
    pairs = list(zip(ones, wholes, strict=True))
    amounts = [(one, whole - one, whole) if mix is HALF else (one, whole) for one, whole in pairs]
    given = weighing(firms or [()] * len(pairs), amounts, mix, rules)
    rows = np.arange(len(pairs))
    batch = Batch(np.zeros_like(rows), rows, ["members"], np.full((len(given.columns), 1), shown))
    return released_shares(given, batch)[0].get(f"{mix.name}|four_quarters")


def test_shares_are_those_of_the_totals_and_add_up():
    found = told([1, 3] * 20, [4, 12] * 20)

    assert found == {"one": 25.0, "other": 75.0}


@pytest.mark.parametrize(("members", "is_told"), [(39, False), (40, True)])
def test_r4_asks_for_forty_contributors(members, is_told):
    assert (told([1] * members, [4] * members) is not None) is is_told


@pytest.mark.parametrize(("largest", "is_told"), [(52, True), (53, False), (240, False)])
def test_t5_a_contributor_of_more_than_a_quarter_hides_the_share(largest, is_told):
    assert (told([1] * 39 + [10], [4] * 39 + [largest]) is not None) is is_told


@pytest.mark.parametrize(("clients", "is_told"), [(10, True), (11, False)])
def test_r4_a_firm_with_more_than_a_quarter_hides_the_share(clients, is_told):
    firms = [(1,)] * clients + [()] * (40 - clients)

    assert (told([1] * 40, [4] * 40, firms) is not None) is is_told


@pytest.mark.parametrize(("rest", "is_told"), [(4, True), (3, False)])
def test_t6_the_second_largest_cannot_guess_the_largest_within_ten_per_cent(rest, is_told):
    """Of one part the largest has 40 and the second 30: without the second, only the rest blurs the guess."""
    ones = [40, 30] + [0.5] * (2 * rest) + [0] * (38 - 2 * rest)

    holders = held_by([()] * 40, [0] * 40)
    assert weighted.hard_to_guess(RULES, holders, np.array(ones)).tolist() == [is_told]
    assert (told(ones, [100] * 40) is not None) is is_told


def held_by(firms, sets):
    names = [str(row) for row in range(len(firms))]
    knowledge = Knowledge.of(names, dict(zip(names, firms, strict=True)))
    return Holders.of(knowledge, np.array(sets), np.arange(len(firms)), count=max(sets) + 1)


def test_r10_a_part_that_nearly_nobody_has_hides_the_mix():
    assert told([1] * 4 + [0] * 36, [4] * 40) is not None
    assert told([1] * 3 + [0] * 37, [4] * 40) is None
    assert told([4] * 37 + [1] * 3, [4] * 40) is None


def test_a_group_that_may_not_show_the_column_tells_nothing():
    assert told([1] * 40, [4] * 40, shown=False) is None


@pytest.mark.parametrize(("having", "tenths"), [(4, {"cars": 1}), (3, None), (22, {"cars": 6}), (37, None)])
def test_peers_that_grant_something_are_counted_in_tenths(having, tenths):
    assert told([1] * having + [0] * (40 - having), [5] * 40, mix=GRANTED) == tenths


def test_a_contributor_without_the_whole_is_not_counted():
    assert told([1] * 40 + [np.nan], [4] * 40 + [np.nan]) == {"one": 25.0, "other": 75.0}


MEMBERS = st.lists(
    st.tuples(st.sets(st.integers(1, 3), max_size=2), st.integers(0, 60)), min_size=1, max_size=25
)


@given(MEMBERS, MEMBERS)
def test_the_columns_judge_as_the_plain_rules_do(first, second):
    groups = (first, second)
    firms = [known for group in groups for known, _amount in group]
    amounts = np.array([float(amount) for group in groups for _known, amount in group])
    holders = held_by(firms, [place for place, group in enumerate(groups) for _member in group])

    guess, even = (judge(RULES, holders, amounts) for judge in (weighted.hard_to_guess, weighted.evenly_held))

    for place, group in enumerate(groups):
        held = {str(row): float(amount) for row, (_known, amount) in enumerate(group)}
        members = {str(row): known for row, (known, _amount) in enumerate(group)}
        assert guess[place] == dominance.hard_to_guess(RULES, held, members)
        assert even[place] == dominance.evenly_held(RULES, held, members)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=40))
def test_the_columns_see_parts_that_most_share_as_the_plain_rule_does(pairs):
    part, whole = (np.array(column, dtype=np.float64) for column in zip(*pairs, strict=True))
    part = np.minimum(part, whole)

    fast = weighted.same_for_most(np.zeros(len(part), dtype=np.int64), part, whole, count=1)

    assert fast.tolist() == [dominance.same_for_most((part / whole).tolist())]


@pytest.mark.parametrize(
    "mix", [mix for mix in MIXES if mix.counted is Counted.TOTALS], ids=lambda mix: mix.name
)
def test_the_parts_of_a_mix_are_its_whole(mix):
    added = {name: 0 for part in mix.parts for name in part.measures}
    for part in mix.parts:
        for name, weight in part.measures.items():
            added[name] += weight

    assert {name: weight for name, weight in added.items() if weight} == dict(mix.whole)
