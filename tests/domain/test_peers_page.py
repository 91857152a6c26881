"""docs/peers.md says what the code does: every rule, every floor, every level of every ladder."""

import re

import pytest

from dashboard.domain import disclosure, peers
from dashboard.domain.disclosure import FEW_MOVES, FLOORS, NEAR_INTEGER, SMALLEST_MEMBER, USELESS_SHARE
from dashboard.domain.peers import LADDERS, Band, Comparison
from tests.rules import ROOT

PAGE = (ROOT / "docs/peers.md").read_text(encoding="utf-8")
CUT = {
    "5": "5 digits",
    "4": "4 digits",
    "3": "3 digits",
    "2": "2 digits",
    "section": "section",
    "all": "all activities",
    "committee": "joint committee",
}
PLACE = {
    "arrondissement": "in the arrondissement",
    "province": "in the province",
    "region": "in the region",
    "belgium": "in Belgium",
}


def rows(*heads):
    """The cells of the table whose header is this."""
    table = re.search(rf"^\| {re.escape(' | '.join(heads))} \|\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


def test_every_floor_is_on_the_page_with_the_number_of_the_code():
    written = {row[1].strip("`"): int(row[2]) for row in rows("rule", "setting", "at least", "means")}

    assert written == FLOORS


def test_every_rule_is_on_the_page_once():
    named = [row[0].split()[0] for row in rows("rule", "in words", "today")]

    assert named == [f"R{number}" for number in range(1, 14)]


@pytest.mark.parametrize("comparison", Comparison)
def test_every_level_of_a_ladder_is_on_the_page_in_its_order(comparison):
    written = {row[0]: row[1] for row in rows("comparison", "levels")}[comparison]
    levels = []
    for words in written.split("; "):
        found = re.fullmatch(r"(.+) \((.+)\)", words)
        levels += [f"{found[1]} {size}" for size in found[2].split(", ")]

    assert levels == [
        f"{CUT[one.activity]} {PLACE[one.place]} {one.sizes.value}" for one in LADDERS[comparison]
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"{SMALLEST_MEMBER} workers for a contributor (R1)",
        f"fewer than {FEW_MOVES} who came or went is a few (R7)",
        f"{NEAR_INTEGER} of a rank",
        f"{USELESS_SHARE * 10:g} in 10 alike is no spread (R10)",
        f"{peers.USUAL} for a card, {peers.USUAL_AGAIN} to come back to it, {peers.CERTAIN} to be preferred",
        f"by 1 to {FEW_MOVES - 1} contributors",
        f"Median from {FLOORS['employers']} employers and {FLOORS['workers']} workers",
        f"quartiles from {FLOORS['for_quartiles']}, P10 and P90 from {FLOORS['for_tails']}",
        f"all deciles from {FLOORS['for_deciles']}",
        f"at least {FLOORS['outside_firm']} employers outside every firm at build time",
        f"at least {FLOORS['firms']} firms in the group",
        f"at least {FLOORS['joiners']} of at least {FLOORS['joiner_firms']} firms",
        f"at least {FLOORS['for_shares']} contributors of which none",
        f"more than one part in {FLOORS['largest_part']} of the whole",
        f"at least {FLOORS['percent']} per cent off",
    ],
)
def test_the_page_says_the_number_of_the_code(words):
    assert words in " ".join(PAGE.split())


def test_sizes_and_bands_are_those_of_the_code():
    def said(bounds):
        named = [f"{least}–{most}" if most else f"{least} and more" for least, most in bounds]
        return ", ".join(named)

    text = " ".join(PAGE.split())
    assert f"Fine: {said(peers.FINE_SIZES)}." in text
    assert f"Merged: {said(peers.MERGED_SIZES)}." in text
    assert [band.value for band in Band] == ["10-14", "15-24", "25-39", "40-99", "100+"]
    assert "shown as 10–14, 15–24, 25–39, 40–99 or 100 and more" in text


def test_a_release_waits_for_three_months():
    text = " ".join(PAGE.split())
    assert "3 months until a release (R5)" in text
    quarter = disclosure.Quarter(2026, 2)
    assert (quarter.release_day.month - quarter.end.month) % 12 == 4
