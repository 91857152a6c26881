"""What deserves a conversation: the order, what is left out, and the sentence when nothing stands out."""

from __future__ import annotations

import pytest

from dashboard.data.releases.reader import OwnFigures
from dashboard.domain.metrics import BY_NAME, OVERVIEW, MetricName
from dashboard.domain.peers import Comparison, NoSpread, PeerCard, Quantiles
from dashboard.domain.workforce import Missing, Reason
from dashboard.viewmodels.questions.absence_lengths import explaining
from dashboard.viewmodels.questions.conversation import conversation, deviations, nothing_stands_out
from dashboard.viewmodels.questions.standing import title
from tests.viewmodels.questions.asking import YEAR, subject_of

COST, WAGE, WOMEN = MetricName.COST_PER_FTE, MetricName.GROSS_WAGE_PER_FTE, MetricName.SHARE_OF_WOMEN
TOTAL, SHORT, LONG = MetricName.SICKNESS_TOTAL, MetricName.SICKNESS_SHORT, MetricName.SICKNESS_LONG


def around(median, spread):
    return Quantiles({0.25: median - spread / 2, 0.5: median, 0.75: median + spread / 2})


PEERS = {
    COST: around(70_000, 10_000),
    WAGE: around(4_000, 1_000),
    WOMEN: around(40, 10),
    TOTAL: around(6, 2),
    SHORT: around(3, 1),
    LONG: around(2, 1),
    MetricName.HEADCOUNT: around(10, 1),
}


@pytest.fixture
def asked(figures_world):
    """A question about figures that a test invents."""
    client = figures_world.special()["provisional"]
    with figures_world.workspace().reading() as firm:
        yield lambda values, **given: invented(subject_of(firm, client), values, **given)


def invented(subject, values, *, headcount=500.0, peers=PEERS):
    """A held property is read once: what stands in its place is what the question sees."""
    missing = Missing(Reason.NOT_DELIVERED)
    own = {metric.name: values.get(metric.name, missing) for metric in OVERVIEW}
    own[MetricName.HEADCOUNT] = headcount
    card = PeerCard(Comparison.SECTOR, YEAR, None, None, (), peers)
    subject.__dict__.update(own=OwnFigures(own, is_provisional=False), card=card)
    return subject


def test_the_furthest_from_the_median_in_widths_of_the_middle_half_comes_first(asked):
    subject = asked({COST: 62_000.0, WAGE: 4_600.0, WOMEN: 60.0})
    found = [(one.metric.name, one.distance, one.stands_out) for one in deviations(subject)]
    assert found == [(WOMEN, 2.0, True), (COST, -0.8, True), (WAGE, 0.6, True)]


def test_how_large_an_employer_is_deserves_no_conversation(asked):
    assert deviations(asked({COST: 70_000.0}, headcount=90_000.0))[0].metric.name == COST


def test_what_chance_explains_and_what_has_no_spread_is_left_out(asked):
    assert deviations(asked({WOMEN: 60.0}, headcount=10.0)) == ()
    flat = {COST: NoSpread(), WAGE: Quantiles({0.5: 4_000}), WOMEN: around(40, 0.1)}
    assert deviations(asked({COST: 90_000.0, WAGE: 9_000.0, WOMEN: 80.0}, peers=flat)) == ()


@pytest.mark.parametrize(
    ("values", "headcount", "said"),
    [
        ({COST: 71_000.0}, 10.0, "all figures lie in the middle half"),
        ({COST: 71_000.0, WOMEN: 60.0}, 10.0, "not distinguishable"),
        ({}, Missing(Reason.NOT_DELIVERED), "Nothing can be compared"),
    ],
)
def test_when_nothing_stands_out_the_sentence_claims_no_more_than_is_true(asked, values, headcount, said):
    assert said in nothing_stands_out(asked(values, headcount=headcount))


def test_the_title_names_the_first_and_its_position(asked):
    assert (
        conversation(asked({WOMEN: 60.0})).title
        == "Share of women is furthest from the median (above the middle half)"
    )
    assert conversation(asked({COST: 71_000.0}, headcount=10.0)).title.startswith("Nothing stands out")


def test_the_title_of_standing_counts_what_lies_outside_and_no_chance(asked):
    def said(headcount):
        subject = asked({COST: 90_000.0, WAGE: 4_100.0, WOMEN: 60.0}, headcount=headcount)
        return title(subject, tuple(BY_NAME[name] for name in (COST, WAGE, WOMEN)))

    assert said(500.0) == "2 of 3 figures lie outside the middle half of the peers"
    assert said(10.0) == "1 of 3 figures lies outside the middle half of the peers"


@pytest.mark.parametrize(
    ("short", "long", "length"), [(6.0, 2.5, SHORT), (3.0, 5.0, LONG), (4.0, 3.0, None), (1.0, 2.0, None)]
)
def test_a_length_explains_the_difference_when_it_is_at_least_half_of_it(asked, short, long, length):
    assert explaining(asked({TOTAL: 10.0, SHORT: short, LONG: long})) is length
