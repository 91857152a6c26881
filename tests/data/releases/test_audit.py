"""What those who answer for a release can read: verdicts and coverage, and no number of anybody."""

import dataclasses
import re

import orjson
import pytest

from dashboard.data.releases.audit import audit
from dashboard.data.releases.build import drafted
from dashboard.data.releases.coverage import coverage
from dashboard.data.releases.history import activate, write
from dashboard.data.releases.reader import Releases
from dashboard.domain.peers import FINE_ENOUGH, LADDERS, Comparison
from tests.peer_world import (
    ALPHA,
    BAKERY,
    NOW,
    QUARTER,
    RULES,
    YEAR,
    Crowd,
    a_mixed_source,
    a_source,
    an_empty_store,
)

FINEST = "5|10711|region|03000|fine|2"


def lines(source, history=None):
    draft = drafted(source, QUARTER, rules=RULES, history=history)
    return {line.pop("group"): line for line in map(orjson.loads, audit(draft))}


@pytest.mark.parametrize(
    ("crowds", "said"),
    [
        ([Crowd(9)], {"R2": "fail", "R3": "pass", "released": False}),
        ([Crowd(9, firms=(ALPHA,))], {"R2": "fail", "R3": "fail", "released": False}),
        ([Crowd(12, firms=(ALPHA,))], {"R2": "pass", "R3": "fail", "released": False}),
        (
            [Crowd(12)],
            {"R2": "pass", "R3": "pass", "R7": "pass", "settled": "pass", "R6": "pass", "released": True},
        ),
    ],
)
def test_the_audit_says_pass_or_fail_for_each_rule(crowds, said):
    assert lines(a_source(*crowds))[FINEST] == said


def test_the_audit_says_which_group_stands_too_near_to_another():
    near = Crowd(4, like=dataclasses.replace(BAKERY, nace="10712"))

    assert lines(a_source(Crowd(30), near))[FINEST]["R6"] == "fail"


def test_the_audit_names_each_group_once_and_no_number():
    source = a_mixed_source()
    draft = drafted(source, QUARTER, rules=RULES)
    found = list(audit(draft))
    keys = [orjson.loads(line)["group"] for line in found]

    assert keys == sorted(set(keys))
    assert {key for key, _band, _figures in draft.groups} == {
        key for key, line in zip(keys, map(orjson.loads, found), strict=True) if line["released"]
    }
    words = b"".join(re.sub(rb'"group":"[^"]*"', b"", line) for line in found)
    assert not re.search(rb"\d", re.sub(rb'"R\d"', b"", words))


@pytest.fixture(scope="module")
def mixed():
    return drafted(a_mixed_source(), QUARTER, rules=RULES)


def test_coverage_counts_the_cards_that_the_reader_gives(mixed):
    whole = {one.comparison: one for one in coverage(mixed) if (one.size, one.section) == ("", "")}
    with an_empty_store().begin() as connection:
        activate(connection, write(connection, mixed, now=NOW))
        employers = mixed.panel.employers.index
        cards = [Releases(connection).cards(one, YEAR, firm_id=ALPHA) for one in employers]

    for comparison, ladder in LADDERS.items():
        levels = [card[comparison].group and card[comparison].group.level for card in cards]
        shares = [levels.count(level) / len(cards) for level in ladder]
        assert whole[comparison].levels == pytest.approx(shares)
        assert whole[comparison].fine == pytest.approx(sum(shares[: FINE_ENOUGH[comparison] + 1]))
        assert whole[comparison].employers == len(cards)


@pytest.mark.parametrize("comparison", Comparison)
def test_sizes_and_sections_make_up_the_whole(mixed, comparison):
    found = [one for one in coverage(mixed) if one.comparison is comparison]
    whole = next(one for one in found if (one.size, one.section) == ("", ""))

    for parts in ([one for one in found if one.size], [one for one in found if one.section]):
        assert sum(one.employers for one in parts) == whole.employers
        assert sum(one.employers * one.fine for one in parts) == pytest.approx(whole.employers * whole.fine)


def test_those_without_a_fine_enough_card_have_a_reason():
    few, known = Crowd(9), Crowd(12, like=dataclasses.replace(BAKERY, section="G", nace="47111"), firms=(1,))
    found = coverage(drafted(a_source(few, known), QUARTER, rules=RULES))
    sectors = {one.section: one for one in found if one.comparison is Comparison.SECTOR and not one.size}

    assert (sectors["C"].reasons, sectors["G"].reasons) == ({"R2": 1.0}, {"R3": 1.0})
    assert sectors["C"].fine == sectors["G"].fine == 0
